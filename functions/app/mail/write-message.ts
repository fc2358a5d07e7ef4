import { visit as visitEntity } from '#functions/data/entities/visits.ts';
import { keys } from '#functions/data/keys.ts';
import { loadPeople } from '#functions/data/repositories/people.ts';
import type { DistrictTable } from '#functions/data/tables.ts';
import type { RenderedMail } from '#functions/email/blocks.ts';
import { type CalendarPart, calendarInvitation } from '#functions/email/calendar-invitation.ts';
import type { Letterhead } from '#functions/email/letter.ts';
import { personInvited } from '#functions/email/messages/person-invited.ts';
import { visitCancelled } from '#functions/email/messages/visit-cancelled.ts';
import { visitDeclined } from '#functions/email/messages/visit-declined.ts';
import { visitLateDecided } from '#functions/email/messages/visit-late-decided.ts';
import { visitLeft } from '#functions/email/messages/visit-left.ts';
import { visitOtherTime } from '#functions/email/messages/visit-other-time.ts';
import { visitProposed } from '#functions/email/messages/visit-proposed.ts';
import { visitScheduled } from '#functions/email/messages/visit-scheduled.ts';
import type { MailBody } from '#shared/domain/outbox/model.ts';
import type { Person } from '#shared/domain/person/model.ts';
import type { MemberAnswer, Visit } from '#shared/domain/visit/model.ts';
import { isAhead } from '#shared/domain/visit/states.ts';
import type { MailSettings } from './deps.ts';
import { isAboutTraining, writeTrainingMessage } from './write-training-message.ts';

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
  if (isAboutTraining(body)) return writeTrainingMessage(table, settings, letterhead, body, reader);
  const { districtId } = table.context;
  const visit = await table.get(visitEntity, {
    pk: keys.visit(districtId, body.visitId),
    sk: keys.word.visit,
  });
  if (visit === undefined) return null;
  const data = { reader, letterhead, visit };
  const member = visit.team.find(({ personId }) => personId === reader.personId);
  if (body.kind === 'visit_declined') {
    const [declined] = await loadPeople(table, [body.memberId]);
    return declined !== undefined && isAhead(visit.status)
      ? { rendered: visitDeclined({ ...data, name: declined.name }), calendar: null }
      : null;
  }
  if (body.kind === 'visit_left') {
    if (member !== undefined && member.answer !== 'no') return null;
    // Only the entry of the one who left is taken back, by the number that no other word to them has.
    const left = { ...visit, team: [], sequence: body.sequence };
    const calendar = await calendarOf(table, settings, letterhead, left, reader, 'CANCEL');
    return { rendered: visitLeft(data), calendar };
  }
  if (body.kind === 'visit_other_time') {
    const asks = visit.otherTimeAskedAt !== null && isAhead(visit.status) && member?.lead === true;
    return asks ? { rendered: visitOtherTime(data), calendar: null } : null;
  }
  if (body.kind === 'visit_late_decided') {
    const told = visit.late !== null && visit.late.decidedAt !== null && member !== undefined;
    return told ? { rendered: visitLateDecided(data), calendar: null } : null;
  }
  if (visit.sequence !== body.sequence) return null;
  if (body.kind === 'visit_cancelled') {
    if (visit.status !== 'cancelled') return null;
    const calendar = await calendarOf(table, settings, letterhead, visit, reader, 'CANCEL');
    return { rendered: visitCancelled(data), calendar };
  }
  if (member === undefined || member.answer === 'no') return null;
  if (visit.status !== (body.kind === 'visit_proposed' ? 'proposed' : 'scheduled')) return null;
  const calendar = await calendarOf(table, settings, letterhead, visit, reader, 'REQUEST');
  if (body.kind === 'visit_scheduled') return { rendered: visitScheduled(data), calendar };
  return { rendered: visitProposed({ ...data, answer: member.answer }), calendar };
}

const answerOf = ({ team }: Visit, id: string): MemberAnswer =>
  team.find(({ personId }) => personId === id)?.answer ?? 'no';

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
      .flatMap(({ personId, name, email }) =>
        email === null ? [] : [{ name, email, answer: answerOf(visit, personId) }],
      )
      .sort((one, other) => one.email.localeCompare(other.email)),
    webOrigin: settings.webOrigin,
    now: table.now,
  });
}
