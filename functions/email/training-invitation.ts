import ical, {
  ICalAttendeeRole,
  ICalAttendeeStatus,
  ICalCalendarMethod,
  ICalEventStatus,
} from 'ical-generator';
import type { CalendarPart } from './calendar-invitation.ts';
import { links } from './links.ts';
import type { MailLanguage } from './mail-language.ts';
import type { MailedTraining } from './training-words.ts';
import { sayIn } from './words.ts';

/**
 * The calendar entry of one person's seat in a training: one UID per training, a SEQUENCE that rises with each
 * change, times in UTC. It names nobody else who comes.
 */
export function trainingInvitation(data: {
  method: CalendarPart['method'];
  training: MailedTraining;
  reader: { readonly name: string; readonly email: string; readonly language: MailLanguage };
  organizer: { readonly name: string; readonly email: string };
  webOrigin: string;
  /** UTC instant of writing (DTSTAMP). */
  now: string;
}): CalendarPart {
  const { method, training, reader } = data;
  const say = sayIn(reader.language);
  const startsAt = Date.parse(training.plan.startsAt);
  const calendar = ical({
    prodId: { company: 'Porchlight', product: 'Home visits', language: 'EN' },
    method: ICalCalendarMethod[method],
  });
  const event = calendar.createEvent({
    id: `${training.trainingId}@porchlight`,
    sequence: training.sequence,
    stamp: new Date(Date.parse(data.now)),
    start: new Date(startsAt),
    end: new Date(startsAt + training.plan.minutes * 60_000),
    summary: training.title,
    location: training.plan.place,
    description: say('training.calendarNote', { link: links.myTrainings(data.webOrigin) }),
    status: method === 'CANCEL' ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
    organizer: { ...data.organizer },
  });
  event.createAttendee({
    name: reader.name,
    email: reader.email,
    rsvp: false,
    role: ICalAttendeeRole.REQ,
    status: ICalAttendeeStatus.ACCEPTED,
  });
  // The generator ends without the line break that RFC 5545 wants after the last line too.
  return { method, content: `${calendar.toString().trimEnd()}\r\n` };
}
