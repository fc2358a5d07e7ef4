import { Temporal } from 'temporal-polyfill';

/** Monday to Friday, and not one of the district's holidays. Days are local dates such as `2026-11-22`. */
export function isBusinessDay(day: string, holidays: readonly string[]): boolean {
  return Temporal.PlainDate.from(day).dayOfWeek <= 5 && !holidays.includes(day);
}

/** The first business day on or after the day. */
export function businessDayOnOrAfter(day: string, holidays: readonly string[]): string {
  let date = Temporal.PlainDate.from(day);
  while (!isBusinessDay(date.toString(), holidays)) date = date.add({ days: 1 });
  return date.toString();
}

/**
 * The business day that comes `count` business days after the day (I19). The day itself never counts, so one
 * business day after a Friday, a Saturday or a Sunday is the Monday. `count` is 0 or more; 0 gives the day back.
 */
export function addBusinessDays(day: string, count: number, holidays: readonly string[]): string {
  let date = Temporal.PlainDate.from(day);
  for (let left = count; left > 0; ) {
    date = date.add({ days: 1 });
    if (isBusinessDay(date.toString(), holidays)) left -= 1;
  }
  return date.toString();
}
