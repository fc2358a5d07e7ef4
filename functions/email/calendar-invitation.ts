import ical, {
  ICalAttendeeRole,
  ICalAttendeeStatus,
  ICalCalendarMethod,
  ICalEventStatus,
} from 'ical-generator';
import { links } from './links.ts';
import { type MailedVisit, placeInWords, studentNames } from './visit-words.ts';
import { type MailLanguage, sayIn } from './words.ts';

export interface CalendarPart {
  readonly method: 'REQUEST' | 'CANCEL';
  readonly content: string;
}

/**
 * The calendar entry of a visit (RFC 5545, 5546). One UID per visit and a rising SEQUENCE, so that a change or a
 * cancellation finds the entry it made before. Times are written in UTC: the generator's own `timezone` option
 * writes wrong hours without a VTIMEZONE. Calendars are shared and copied, so the entry holds given names, a
 * neutral place at most, and never an address.
 */
export function calendarInvitation(data: {
  method: CalendarPart['method'];
  visit: MailedVisit;
  language: MailLanguage;
  organizer: { readonly name: string; readonly email: string };
  attendees: readonly { readonly name: string; readonly email: string }[];
  webOrigin: string;
  /** UTC instant of writing (DTSTAMP). */
  now: string;
}): CalendarPart {
  const { method, visit, language } = data;
  const say = sayIn(language);
  const startsAt = Date.parse(visit.startsAt);
  const calendar = ical({
    prodId: { company: 'Porchlight', product: 'Home visits', language: 'EN' },
    method: ICalCalendarMethod[method],
  });
  const event = calendar.createEvent({
    id: `${visit.visitId}@porchlight`,
    sequence: visit.sequence,
    stamp: new Date(Date.parse(data.now)),
    start: new Date(startsAt),
    end: new Date(startsAt + visit.minutes * 60_000),
    summary: say('visit.with', { names: studentNames(visit, language) }),
    location: placeInWords(visit, say),
    description: say('visit.calendarNote', { link: links.visit(data.webOrigin, visit.visitId) }),
    status: method === 'CANCEL' ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
    organizer: { ...data.organizer },
  });
  for (const { name, email } of data.attendees)
    event.createAttendee({
      name,
      email,
      rsvp: method === 'REQUEST',
      role: ICalAttendeeRole.REQ,
      status: ICalAttendeeStatus.NEEDSACTION,
    });
  // The generator ends without the line break that RFC 5545 wants after the last line too.
  return { method, content: `${calendar.toString().trimEnd()}\r\n` };
}
