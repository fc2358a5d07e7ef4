import { actorOf } from '#functions/app/context.ts';
import { hashOfSecret } from '#functions/app/secret-links.ts';
import { digest as digestEntity, unsubscribeLink } from '#functions/data/entities/people.ts';
import { reminder as reminderEntity } from '#functions/data/entities/visits.ts';
import type { Kept } from '#functions/data/entity.ts';
import { replaceItem } from '#functions/data/replace-item.ts';
import type { DistrictTable } from '#functions/data/tables.ts';
import type { UnitOfWork } from '#functions/data/unit-of-work.ts';
import { links } from '#functions/email/links.ts';
import { reminderDigest } from '#functions/email/messages/reminder-digest.ts';
import { type DueReminder, digestOf } from '#shared/domain/reminder/digest.ts';
import { mailingMorning, mailMayGoOut, nextMailingInstant } from '#shared/domain/reminder/mailing-window.ts';
import type { Digest, Reminder } from '#shared/domain/reminder/model.ts';
import { stillNeeded } from '#shared/domain/reminder/still-needed.ts';
import { addDays } from '#shared/domain/time/zoned.ts';
import { type Addressee, closeMailbox, loadAddressee } from './addressee.ts';
import type { Delivery, MailDeps } from './deps.ts';
import { type DigestDesk, readDesk } from './digest-desk.ts';
import { leaseFrom, leaseHolds, TryLater } from './lease.ts';
import { recordDigest } from './record-digest.ts';
import { readFacts } from './reminder-facts.ts';

/** A transaction holds 100 items; a digest, its unsubscribe link and the audit entry need three. */
const mostInOneDigest = 90;
const daysOfLink = 365;

/**
 * Sends one person what is due, at most one digest a day (I36) and each reminder at most once (I32). What is done
 * already is settled (I33), what falls outside the window waits for it (I34), and what becomes due after today's
 * digest waits for tomorrow's.
 * @throws TryLater, or AppError CHANGED_MEANWHILE when two senders met: the queue brings the job again.
 */
export async function deliverDigest(deps: MailDeps, personId: string): Promise<Delivery> {
  const { table } = deps;
  const desk = await readDesk(table, personId);
  if (desk.openLeases.some((until) => leaseHolds(until, table.now))) return { kind: 'leased' };
  if (desk.due.length === 0) return { kind: 'nothing_due' };
  if (!mailMayGoOut(table.now, desk.calendar))
    return move(deps, personId, desk.due, nextMailingInstant(table.now, desk.calendar));
  if (desk.digest !== undefined && desk.digest.status !== 'sending')
    return move(deps, personId, desk.due, mailingMorning(addDays(desk.today, 1), desk.calendar));

  const addressee = await loadAddressee(table, personId);
  if (addressee?.mailbox.open !== true) {
    await rewrite(deps, personId, desk.due.map(settled));
    return { kind: 'dropped', reason: addressee?.mailbox.because ?? 'settled' };
  }
  const reader = {
    today: desk.today,
    seasonalPrompts: addressee.seasonalPrompts,
    person: addressee.person,
    takesNoPart: addressee.person.participation?.answer === 'no',
  };
  const sayable: Sayable[] = [];
  const changes: Change[] = [];
  for (const one of await readFacts(table, desk.settings, reader, desk.due)) {
    const verdict = stillNeeded(one.reminder, one.facts);
    const season = one.facts.schoolYear?.secondVisitFrom;
    if (verdict === 'send') sayable.push(one);
    else if (verdict === 'before_season' && season !== undefined)
      changes.push(movedTo(mailingMorning(season, desk.calendar))(one.reminder));
    else changes.push(settled(one.reminder));
  }
  await rewrite(deps, personId, changes);
  if (sayable.length === 0) return { kind: 'dropped', reason: 'settled' };
  // What does not fit is due again at the next sweep, and moves to tomorrow then.
  const fitting = sayable.slice(0, mostInOneDigest);
  return send(deps, desk, { ...addressee, email: addressee.mailbox.email }, fitting);
}

/** A due reminder as it was read, so that the lease can make sure it is still the same. */
type Sayable = DueReminder & { readonly reminder: Kept<Reminder> };
interface Change {
  readonly before: Kept<Reminder>;
  readonly after: Reminder;
}
const settled = (before: Kept<Reminder>): Change => ({ before, after: { ...before, status: 'settled' } });
const movedTo =
  (dueAt: string) =>
  (before: Kept<Reminder>): Change => ({ before, after: { ...before, dueAt } });

async function move(
  deps: MailDeps,
  personId: string,
  due: readonly Kept<Reminder>[],
  dueAt: string,
): Promise<Delivery> {
  await rewrite(deps, personId, due.map(movedTo(dueAt)));
  return { kind: 'moved' };
}

async function rewrite({ table }: MailDeps, personId: string, changes: readonly Change[]): Promise<void> {
  for (let start = 0; start < changes.length; start += mostInOneDigest) {
    const work = table.begin('reminders.moved', personId);
    for (const { before, after } of changes.slice(start, start + mostInOneDigest))
      work.update(reminderEntity, before, after);
    await work.commit(null);
  }
}

/** Takes the lease: today's digest is begun, or taken over from an attempt that was never answered. */
async function begin(
  { table, newSecret }: MailDeps,
  desk: DigestDesk,
  personId: string,
  sayable: readonly Sayable[],
  seasonal: boolean,
): Promise<{ digest: Kept<Digest>; unsubscribe: string | null }> {
  const work = table.begin('digest.begun', personId);
  const value: Digest = {
    personId,
    day: desk.today,
    status: 'sending',
    leaseUntil: leaseFrom(table.now),
    mailServiceId: null,
    reminders: sayable.map(({ reminder: { rule, visitId, studentId, expiresOn, occurrence } }) => ({
      rule,
      visitId,
      studentId,
      expiresOn,
      occurrence,
    })),
  };
  const digest =
    desk.digest === undefined
      ? work.create(digestEntity, value)
      : work.update(digestEntity, desk.digest, value);
  // A reminder that was settled or sent since it was read stops the digest before it is sent (I32, I33).
  for (const { reminder } of sayable) work.unchanged(reminderEntity, reminder);
  const unsubscribe = seasonal ? keepLink(work, table, personId, newSecret()) : null;
  await work.commit(null);
  return { digest, unsubscribe };
}

/** The secret itself is only in the mail; the table keeps its hash. */
function keepLink(work: UnitOfWork, table: DistrictTable, personId: string, secret: string): string {
  const expiresAt = `${addDays(table.now.slice(0, 10), daysOfLink)}T00:00:00.000Z`;
  work.create(unsubscribeLink, { personId, hash: hashOfSecret(secret), expiresAt });
  return `${table.context.districtId}.${personId}.${secret}`;
}

async function send(
  deps: MailDeps,
  desk: DigestDesk,
  { person, email }: Addressee & { readonly email: string },
  sayable: readonly Sayable[],
): Promise<Delivery> {
  const { table, sender, settings } = deps;
  const { personId } = person;
  const content = digestOf(sayable);
  const { digest, unsubscribe } = await begin(deps, desk, personId, sayable, content.seasonal);
  const districtName = desk.settings.district.name;
  const letterhead = { ...settings, districtName };
  const outcome = await sender.send({
    districtId: table.context.districtId,
    messageId: `${personId}-${desk.today}`,
    kind: 'digest',
    to: { name: person.name, email },
    fromName: districtName,
    language: person.language,
    ...reminderDigest({ reader: person, letterhead, content, unsubscribe }),
    calendar: null,
    unsubscribeUrl: unsubscribe === null ? null : links.unsubscribePost(settings.webOrigin, unsubscribe),
  });
  switch (outcome.kind) {
    case 'accepted':
      await recordDigest(table, personId, desk.today, {
        status: 'sent',
        mailServiceId: outcome.mailServiceId,
      });
      return { kind: 'sent', message: `${personId}-${desk.today}`, again: desk.digest !== undefined };
    case 'refused':
      await closeMailbox(table, email, 'bounce', person);
      await recordDigest(table, personId, desk.today, { status: 'dropped' });
      return { kind: 'dropped', reason: 'refused' };
    case 'not_now':
      await release(deps, digest);
      throw new TryLater('not_now');
    case 'unknown':
      // The reminders stay planned, so the sweep asks again; by then the service has reported, or the lease is over.
      return { kind: 'uncertain' };
  }
}

/** Nothing was taken, so the lease ends at once. */
async function release({ table }: MailDeps, digest: Kept<Digest>): Promise<void> {
  const where = { district: table.context.districtId, by: actorOf(table.context) };
  await replaceItem(table, digestEntity, where, digest, { ...digest, leaseUntil: table.now });
}
