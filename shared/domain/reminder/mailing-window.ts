import { Temporal } from 'temporal-polyfill';
import type { SchoolYear } from '../district/model.ts';
import type { PolicySettings } from '../policy/model.ts';

/**
 * When a district's people may be written to (I34): every day but its holidays, from `mailFrom` until just
 * before `mailUntil` on the wall clock of its zone. The policy refuses a `mailFrom` before 03:00, so the hours
 * that daylight saving repeats or skips (01:00–03:00) are never inside the window.
 */
export interface MailingCalendar {
  timeZone: string;
  /** Wall-clock times `HH:MM`. */
  mailFrom: string;
  mailUntil: string;
  /** Local dates. */
  holidays: readonly string[];
}

/** The mailing calendar of a district under the policy and the school year that hold now; between years there are no holidays. */
export function mailingCalendarOf(
  district: { timeZone: string },
  policy: Pick<PolicySettings, 'mailFrom' | 'mailUntil'>,
  schoolYear: Pick<SchoolYear, 'holidays'> | null,
): MailingCalendar {
  return {
    timeZone: district.timeZone,
    mailFrom: policy.mailFrom,
    mailUntil: policy.mailUntil,
    holidays: schoolYear?.holidays ?? [],
  };
}

/** UTC instants with milliseconds, so that their order as text is their order in time. */
const written = (zoned: Temporal.ZonedDateTime): string =>
  zoned.toInstant().toString({ fractionalSecondDigits: 3 });

/** A wall-clock time the zone skips moves on by the skipped hour ("compatible"), so a window always opens. */
const wallClock = (day: Temporal.PlainDate, time: string, timeZone: string): Temporal.ZonedDateTime =>
  day.toPlainDateTime(Temporal.PlainTime.from(time)).toZonedDateTime(timeZone);

function firstAllowed(
  day: Temporal.PlainDate,
  earliest: Temporal.ZonedDateTime | null,
  calendar: MailingCalendar,
): string {
  for (let date = day; ; date = date.add({ days: 1 })) {
    if (calendar.holidays.includes(date.toString())) continue;
    const opens = wallClock(date, calendar.mailFrom, calendar.timeZone);
    const closes = wallClock(date, calendar.mailUntil, calendar.timeZone);
    if (!earliest || Temporal.ZonedDateTime.compare(earliest, opens) <= 0) return written(opens);
    if (Temporal.ZonedDateTime.compare(earliest, closes) < 0) return written(earliest);
  }
}

/** The instant itself when mail may go out then, otherwise the next opening of the window (I34). */
export function nextMailingInstant(instant: string, calendar: MailingCalendar): string {
  const earliest = Temporal.Instant.from(instant).toZonedDateTimeISO(calendar.timeZone);
  return firstAllowed(earliest.toPlainDate(), earliest, calendar);
}

/** The first opening of the window on or after a local day. */
export function mailingMorning(day: string, calendar: MailingCalendar): string {
  return firstAllowed(Temporal.PlainDate.from(day), null, calendar);
}

/** True when mail may go out at this instant (I34). */
export function mailMayGoOut(instant: string, calendar: MailingCalendar): boolean {
  return Temporal.Instant.compare(nextMailingInstant(instant, calendar), instant) === 0;
}
