import type { FreeTime, FreeTimes } from '#shared/domain/time/free-times.ts';
import { tidyFreeTimes } from '#shared/domain/time/tidy-free-times.ts';

/** The parts of a day that can be ticked; exact times can be written besides. */
export const partsOfDay = [
  { name: 'morning', from: '08:00', until: '12:00' },
  { name: 'afternoon', from: '12:00', until: '16:00' },
  { name: 'evening', from: '16:00', until: '20:00' },
] as const;
export type PartOfDay = (typeof partsOfDay)[number];

export const weekdays = [1, 2, 3, 4, 5, 6, 7] as const;

/** True when somebody is free for the whole of a part of a day. */
export const isFree = (times: FreeTimes, weekday: number, part: PartOfDay): boolean =>
  times.some((time) => time.weekday === weekday && time.from <= part.from && part.until <= time.until);

/** Ticks a part of a day; what was free around it stays free. */
export const withPart = (times: FreeTimes, weekday: number, { from, until }: PartOfDay): FreeTimes =>
  tidyFreeTimes([...times, { weekday, from, until }]);

/** Takes a part of a day out; what is free before and after it stays. */
export function withoutPart(times: FreeTimes, weekday: number, part: PartOfDay): FreeTimes {
  return times.flatMap((time): FreeTime[] => {
    if (time.weekday !== weekday || time.until <= part.from || part.until <= time.from) return [time];
    return [
      { ...time, until: part.from },
      { ...time, from: part.until },
    ].filter(({ from, until }) => from < until);
  });
}

/** The first stretch that ends before it begins, or null. */
export function firstInDisorder(times: FreeTimes): number | null {
  const index = times.findIndex(({ from, until }) => from >= until);
  return index === -1 ? null : index;
}
