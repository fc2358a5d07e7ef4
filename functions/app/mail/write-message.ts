import { visit as visitEntity } from '#functions/data/entities/visits.ts';
import { keys } from '#functions/data/keys.ts';
import { loadPeople } from '#functions/data/repositories/people.ts';
import type { DistrictTable } from '#functions/data/tables.ts';
import type { RenderedMail } from '#functions/email/blocks.ts';
import { type CalendarPart, calendarInvitation } from '#functions/email/calendar-invitation.ts';
import type { Letterhead } from '#functions/email/letter.ts';
import { personInvited } from '#functions/email/messages/person-invited.ts';
import { visitCancelled } from '#functions/email/messages/visit-cancelled.ts';
import { visitScheduled } from '#functions/email/messages/visit-scheduled.ts';
import type { MailBody } from '#shared/domain/outbox/model.ts';
import type { Person } from '#shared/domain/person/model.ts';
import type { Visit } from '#shared/domain/visit/model.ts';
import type { MailSettings } from './deps.ts';

export interface WrittenMessage {
  readonly rendered: RenderedMail;
  readonly calendar: CalendarPart | null;
}

/**
 * Writes a message from what is true now, or answers null when there is nothing to say any more (I33): the visit
 * moved on (a later message with a higher sequence says so), or the person no longer has an account.
 */
export async function writeMessage(
  table: DistrictTable,
  settings: MailSettings,
  letterhead: Letterhead,
  body: MailBody,
  reader: Person,
): Promise<WrittenMessage | null> {
  if (body.kind === 'person_invited')
    return reader.account === 'open' && reader.roles.length > 0
      ? { rendered: personInvited({ reader, letterhead }), calendar: null }
      : null;
  const { districtId } = table.context;
  const visit = await table.get(visitEntity, {
    pk: keys.visit(districtId, body.visitId),
    sk: keys.word.visit,
  });
  if (visit === undefined || visit.sequence !== body.sequence) return null;
  const data = { reader, letterhead, visit };
  if (body.kind === 'visit_cancelled') {
    if (visit.status !== 'cancelled') return null;
    const calendar = await calendarOf(table, settings, letterhead, visit, reader, 'CANCEL');
    return { rendered: visitCancelled(data), calendar };
  }
  if (visit.status !== 'scheduled' || !visit.team.some(({ personId }) => personId === reader.personId))
    return null;
  const calendar = await calendarOf(table, settings, letterhead, visit, reader, 'REQUEST');
  return { rendered: visitScheduled(data), calendar };
}

/** The entry names the whole team; whoever has no address cannot be invited by calendar and is left out. */
async function calendarOf(
  table: DistrictTable,
  settings: MailSettings,
  letterhead: Letterhead,
  visit: Visit,
  reader: Person,
  method: CalendarPart['method'],
): Promise<CalendarPart> {
  const ids = [reader.personId, ...visit.team.map(({ personId }) => personId)];
  const team = await loadPeople(table, ids);
  return calendarInvitation({
    method,
    visit,
    language: reader.language,
    organizer: { name: letterhead.districtName, email: settings.fromAddress },
    attendees: team
      .flatMap(({ name, email }) => (email === null ? [] : [{ name, email }]))
      .sort((one, other) => one.email.localeCompare(other.email)),
    webOrigin: settings.webOrigin,
    now: table.now,
  });
}
