import type { FreeTimes } from './free-times.ts';

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
