import ical, {
  ICalAttendeeRole,
  ICalAttendeeStatus,
  ICalCalendarMethod,
  ICalEventStatus,
} from 'ical-generator';
import type { CalendarPart } from './calendar-invitation.ts';
import type { MailLanguage } from './mail-language.ts';
import { familyPlace, type MailedVisit } from './visit-words.ts';
import { sayIn } from './words.ts';

/**
 * The entry of a visit in a family's calendar (RFC 5545, 5546). It has a UID of its own beside the staff's: one
 * mailbox may hold both, when an educator is also a parent. A rising SEQUENCE changes or removes what was there. It
 * names the school and a neutral place at most, and no link: calendars are shared, and the link is the family's key.
 */
export function familyCalendar<const Method extends CalendarPart['method'] | 'PUBLISH'>(data: {
  method: Method;
  visit: MailedVisit;
  language: MailLanguage;
  schoolName: string;
  organizer: { readonly name: string; readonly email: string } | null;
  attendee: { readonly name: string; readonly email: string } | null;
  /** UTC instant of writing (DTSTAMP). */
  now: string;
}): { readonly method: Method; readonly content: string } {
  const { method, visit, language, organizer, attendee } = data;
  const say = sayIn(language);
  const startsAt = Date.parse(visit.startsAt);
  const calendar = ical({
    prodId: { company: 'Porchlight', product: 'Home visits', language: language.toUpperCase() },
    method: ICalCalendarMethod[method],
  });
  const event = calendar.createEvent({
    id: `${visit.visitId}-family@porchlight`,
    sequence: visit.sequence,
    stamp: new Date(Date.parse(data.now)),
    start: new Date(startsAt),
    end: new Date(startsAt + visit.minutes * 60_000),
    summary: say('familyVisit.calendarTitle', { school: data.schoolName }),
    location: familyPlace(visit, say),
    description: say('familyVisit.calendarNote'),
    status: method === 'CANCEL' ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
    ...(organizer === null ? {} : { organizer: { ...organizer } }),
  });
  if (attendee !== null)
    event.createAttendee({
      ...attendee,
      rsvp: false,
      role: ICalAttendeeRole.REQ,
      status: ICalAttendeeStatus.ACCEPTED,
    });
  return { method, content: `${calendar.toString().trimEnd()}\r\n` };
}
