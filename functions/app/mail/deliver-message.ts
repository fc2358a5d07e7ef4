import * as z from 'zod';
import { actorOf } from '#functions/app/context.ts';
import { outboxMessage } from '#functions/data/entities/outbox.ts';
import type { Kept } from '#functions/data/entity.ts';
import { keys } from '#functions/data/keys.ts';
import { replaceItem } from '#functions/data/replace-item.ts';
import { recentSettings } from '#functions/data/settings.ts';
import type { DistrictTable } from '#functions/data/tables.ts';
import type { Letterhead } from '#functions/email/letter.ts';
import { FamilyMailBody, MailBody, type OutboxMessage } from '#shared/domain/outbox/model.ts';
import { closeMailbox, loadAddressee } from './addressee.ts';
import type { Delivery, MailDeps } from './deps.ts';
import { leaseFrom, leaseHolds, TryLater } from './lease.ts';
import { prepareForGuardian } from './prepare-for-guardian.ts';
import type { PreparedMail } from './prepared.ts';
import { writeMessage } from './write-message.ts';

const keep = (table: DistrictTable, before: Kept<OutboxMessage>, changes: Partial<OutboxMessage>) =>
  replaceItem(
    table,
    outboxMessage,
    { district: table.context.districtId, by: actorOf(table.context) },
    before,
    { ...before, ...changes },
  );

/**
 * Sends one message of the outbox, at most once (I32): state is read again, a lease is taken (`queued → sending`),
 * one attempt is made, the outcome is recorded. A message found `sending` belongs to somebody else, or is left
 * over from a crash: it waits until its lease ends, and is sent again only if the mail service has not reported it
 * by then.
 * @throws TryLater to have the queue bring it again.
 */
export async function deliverMessage(deps: MailDeps, messageId: string): Promise<Delivery> {
  const { table } = deps;
  const key = { pk: keys.outbox(table.context.districtId, messageId), sk: keys.word.outbox };
  const message = await table.get(outboxMessage, key);
  if (message === undefined || message.status === 'done' || message.status === 'dropped')
    return { kind: 'done_before' };
  if (message.status === 'sending' && leaseHolds(message.leaseUntil, table.now)) throw new TryLater('leased');

  const body = z.union([MailBody, FamilyMailBody]).parse(message.body);
  const { district } = await recentSettings(table);
  const letterhead = { ...deps.settings, districtName: district.name };
  const prepared =
    'guardianId' in body
      ? await prepareForGuardian(deps, letterhead, messageId, body)
      : await prepareForPerson(deps, letterhead, body);
  if (prepared.kind === 'nothing') return drop(table, message, prepared.because);

  const leased = await keep(table, message, { status: 'sending', leaseUntil: leaseFrom(table.now) });
  if (leased === null) throw new TryLater('leased');
  await prepared.begin?.();
  return attempt(deps, leased, body.kind, prepared, district.name, message.status === 'sending');
}

/** A mail to a member of staff, or why there is none to send any more. */
async function prepareForPerson(
  { table, settings }: MailDeps,
  letterhead: Letterhead,
  body: MailBody,
): Promise<PreparedMail> {
  const addressee = await loadAddressee(table, body.personId);
  if (addressee === undefined) return { kind: 'nothing', because: 'settled' };
  const { mailbox, person } = addressee;
  if (!mailbox.open) return { kind: 'nothing', because: mailbox.because };
  const written = await writeMessage(table, settings, letterhead, body, person);
  if (written === null) return { kind: 'nothing', because: 'settled' };
  const to = { name: person.name, email: mailbox.email };
  return { kind: 'ready', to, language: person.language, written, holder: person };
}

async function drop(
  table: DistrictTable,
  message: Kept<OutboxMessage>,
  dropped: 'settled' | 'no_address' | 'suppressed',
): Promise<Delivery> {
  if ((await keep(table, message, { status: 'dropped', dropped, leaseUntil: null })) === null)
    throw new TryLater('leased');
  return { kind: 'dropped', reason: dropped };
}

async function attempt(
  { table, sender }: MailDeps,
  leased: Kept<OutboxMessage>,
  kind: string,
  { to, language, written, holder, unsubscribeUrl }: Extract<PreparedMail, { kind: 'ready' }>,
  districtName: string,
  again: boolean,
): Promise<Delivery> {
  const { messageId } = leased;
  const outcome = await sender.send({
    districtId: table.context.districtId,
    messageId,
    kind,
    to,
    fromName: districtName,
    language,
    ...written.rendered,
    calendar: written.calendar,
    unsubscribeUrl: unsubscribeUrl ?? null,
  });
  switch (outcome.kind) {
    case 'accepted': {
      const { mailServiceId } = outcome;
      // Null when the mail service's own report was faster: then it is recorded already.
      await keep(table, leased, { status: 'done', leaseUntil: null, mailServiceId });
      return { kind: 'sent', message: messageId, again };
    }
    case 'refused':
      await closeMailbox(table, to.email, 'bounce', holder);
      await keep(table, leased, { status: 'dropped', dropped: 'no_address', leaseUntil: null });
      return { kind: 'dropped', reason: 'refused' };
    case 'not_now':
      await keep(table, leased, { status: 'queued', leaseUntil: null });
      throw new TryLater('not_now');
    case 'unknown':
      throw new TryLater('uncertain');
  }
}
