import * as z from 'zod';

/** A calendar day with no zone, `2026-11-22`. Never stored or compared as an instant. */
export const LocalDate = z.iso.date();
/** A wall-clock time of day, `16:30`. */
export const LocalTime = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'HH:MM');
/** A UTC instant, `2026-11-22T21:30:00Z`; the zone it is shown in stands beside it. */
export const Instant = z.iso.datetime();
/** An IANA time zone this runtime knows, `America/Chicago`. */
export const TimeZone = z.string().refine((zone) => {
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone });
    return zone.includes('/');
  } catch {
    return false;
  }
}, 'Choose a time zone such as America/Chicago');
