import ical, {
  ICalAttendeeRole,
  ICalAttendeeStatus,
  ICalCalendarMethod,
  ICalEventStatus,
} from 'ical-generator';
import type { MemberAnswer } from '#shared/domain/visit/model.ts';
import { links } from './links.ts';
import type { MailLanguage } from './mail-language.ts';
import { type MailedVisit, placeInWords, studentNames } from './visit-words.ts';
import { sayIn } from './words.ts';

export interface CalendarPart {
  readonly method: 'REQUEST' | 'CANCEL';
  readonly content: string;
}

/** What a member said, as calendars know it (RFC 5545, 3.2.12). */
const participation = {
  asked: ICalAttendeeStatus.NEEDSACTION,
  yes: ICalAttendeeStatus.ACCEPTED,
  no: ICalAttendeeStatus.DECLINED,
} as const satisfies Record<MemberAnswer, ICalAttendeeStatus>;

/** While somebody is still asked, the hour is held and not yet firm. */
function statusOf(method: CalendarPart['method'], { status }: MailedVisit): ICalEventStatus {
  if (method === 'CANCEL') return ICalEventStatus.CANCELLED;
  return status === 'proposed' ? ICalEventStatus.TENTATIVE : ICalEventStatus.CONFIRMED;
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
  attendees: readonly {
    readonly name: string;
    readonly email: string;
    readonly answer: MemberAnswer;
  }[];
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
    description: [
      ...(visit.status === 'proposed' && method === 'REQUEST' ? [say('visit.calendarAsk')] : []),
      say('visit.calendarNote', { link: links.visit(data.webOrigin, visit.visitId) }),
    ].join(' '),
    status: statusOf(method, visit),
    organizer: { ...data.organizer },
  });
  for (const { name, email, answer } of data.attendees)
    event.createAttendee({
      name,
      email,
      // Answers are given in Porchlight: what a calendar sends back would reach nobody.
      rsvp: false,
      role: ICalAttendeeRole.REQ,
      status: participation[answer],
    });
  // The generator ends without the line break that RFC 5545 wants after the last line too.
  return { method, content: `${calendar.toString().trimEnd()}\r\n` };
}
