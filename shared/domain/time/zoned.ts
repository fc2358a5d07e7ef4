import { Temporal } from 'temporal-polyfill';

/**
 * Instants are written with milliseconds, as `Date.prototype.toISOString` does: then the order of the strings is
 * the order in time, in keys too.
 */
const written = (instant: Temporal.Instant): string => instant.toString({ fractionalSecondDigits: 3 });

/**
 * The instant of a wall-clock day and time in a zone, or null when clocks skip that time (daylight saving
 * begins). A time that happens twice means the first.
 */
export function instantAt(day: string, time: string, timeZone: string): string | null {
  const wall = Temporal.PlainDate.from(day).toPlainDateTime(Temporal.PlainTime.from(time));
  const zoned = wall.toZonedDateTime(timeZone, { disambiguation: 'earlier' });
  return zoned.toPlainDateTime().equals(wall) ? written(zoned.toInstant()) : null;
}

/** The calendar day of an instant in a zone. */
export function localDateOf(instant: string, timeZone: string): string {
  return Temporal.Instant.from(instant).toZonedDateTimeISO(timeZone).toPlainDate().toString();
}

/** The day `days` calendar days later; earlier when negative. */
export function addDays(day: string, days: number): string {
  return Temporal.PlainDate.from(day).add({ days }).toString();
}

/** The instant `minutes` later. */
export function addMinutes(instant: string, minutes: number): string {
  return written(Temporal.Instant.from(instant).add({ minutes }));
}
