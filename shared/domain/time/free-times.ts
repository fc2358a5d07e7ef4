import * as z from 'zod';
import { LocalTime } from './local-date.ts';

/** A stretch of a weekday on which somebody is usually free: 1 is Monday, 7 Sunday; wall-clock times of the district. */
export const FreeTime = z
  .strictObject({ weekday: z.int().min(1).max(7), from: LocalTime, until: LocalTime })
  .refine(({ from, until }) => from < until, {
    path: ['until'],
    error: 'Choose an end that is later than the start',
  });
export type FreeTime = z.infer<typeof FreeTime>;

/** When somebody is usually free in a week; empty when nobody asked. */
export const FreeTimes = z.array(FreeTime).max(28);
export type FreeTimes = z.infer<typeof FreeTimes>;

/** In the order of the week; stretches of one day that meet or overlap become one. */
export function tidyFreeTimes(times: FreeTimes): FreeTimes {
  const ordered = [...times].sort(
    (one, other) => one.weekday - other.weekday || one.from.localeCompare(other.from),
  );
  const tidy: FreeTimes = [];
  for (const time of ordered) {
    const last = tidy.at(-1);
    if (last?.weekday === time.weekday && time.from <= last.until)
      tidy[tidy.length - 1] = { ...last, until: time.until > last.until ? time.until : last.until };
    else tidy.push(time);
  }
  return tidy;
}
