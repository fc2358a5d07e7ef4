import { useTranslation } from 'react-i18next';

/** Formats days and instants in the reader's language; an instant always in the zone it happens in. */
export interface Dates {
  /** `2026-11-22` → “Sunday, November 22”. */
  day(localDate: string): string;
  /** `2026-11-22` → “Nov 22, 2026”. */
  shortDay(localDate: string): string;
  /** `2026-11-22` → “Sun, Nov 22”, for a list of days soon to come. */
  weekdayAndDay(localDate: string): string;
  /** `2026-11-22` → “Nov 22”, where the year is plain. */
  monthDay(localDate: string): string;
  /** An instant → “Sunday, November 22”, in `timeZone`. */
  dayOf(instant: string, timeZone: string): string;
  /** An instant → “4:30 PM”, in `timeZone`. */
  timeOf(instant: string, timeZone: string): string;
  /** A wall-clock time of day, `16:30` → “4:30 PM”. */
  time(wallTime: string): string;
  /** A day of the week, 1 is Monday → “Monday”. */
  weekday(weekday: number, length?: 'long' | 'short'): string;
  /** `2026-11` → “November 2026”. */
  month(month: string): string;
  /** The wall-clock time of an instant, `16:30`, as time fields take it. */
  wallTimeOf(instant: string, timeZone: string): string;
  /** The local calendar day of an instant, `2026-11-22`. */
  localDateOf(instant: string, timeZone: string): string;
  /** The local hour of an instant, 0–23. */
  hourOf(instant: string, timeZone: string): number;
}

const locales: Record<string, string> = { en: 'en-US', es: 'es-US' };

/** Dates in words for a language, `en` or `es`. */
export function datesIn(language: string): Dates {
  const locale = locales[language] ?? 'en-US';
  // A calendar day has no zone: it is read and written at noon UTC, so no zone can move it.
  const noon = (localDate: string) => new Date(`${localDate}T12:00:00Z`);
  const long = { weekday: 'long', month: 'long', day: 'numeric' } as const;
  const format = (options: Intl.DateTimeFormatOptions, date: Date) =>
    new Intl.DateTimeFormat(locale, options).format(date);
  return {
    day: (localDate) => format({ ...long, timeZone: 'UTC' }, noon(localDate)),
    shortDay: (localDate) =>
      format({ year: 'numeric', month: 'short', day: 'numeric', timeZone: 'UTC' }, noon(localDate)),
    weekdayAndDay: (localDate) =>
      format({ weekday: 'short', month: 'short', day: 'numeric', timeZone: 'UTC' }, noon(localDate)),
    monthDay: (localDate) => format({ month: 'short', day: 'numeric', timeZone: 'UTC' }, noon(localDate)),
    dayOf: (instant, timeZone) => format({ ...long, timeZone }, new Date(instant)),
    timeOf: (instant, timeZone) =>
      format({ hour: 'numeric', minute: '2-digit', timeZone }, new Date(instant)),
    time: (wallTime) =>
      format({ hour: 'numeric', minute: '2-digit', timeZone: 'UTC' }, new Date(`2026-01-01T${wallTime}:00Z`)),
    // 1 January 2024 was a Monday.
    weekday: (weekday, length = 'long') =>
      format({ weekday: length, timeZone: 'UTC' }, new Date(Date.UTC(2024, 0, weekday, 12))),
    month: (month) => format({ year: 'numeric', month: 'long', timeZone: 'UTC' }, noon(`${month}-15`)),
    wallTimeOf: (instant, timeZone) =>
      new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit', timeZone }).format(
        new Date(instant),
      ),
    localDateOf: (instant, timeZone) =>
      new Intl.DateTimeFormat('en-CA', { timeZone }).format(new Date(instant)),
    hourOf: (instant, timeZone) =>
      Number(
        new Intl.DateTimeFormat('en-US', { hour: 'numeric', hourCycle: 'h23', timeZone }).format(
          new Date(instant),
        ),
      ),
  };
}

export function useDates(): Dates {
  return datesIn(useTranslation().i18n.language);
}

/** Whole days from `from` to `to`, both `2026-11-22`; negative when `to` is earlier. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(`${to}T12:00:00Z`) - Date.parse(`${from}T12:00:00Z`)) / 86_400_000);
}
