import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { FreeTime, FreeTimes } from '#shared/domain/time/free-times.ts';
import { tidyFreeTimes } from '#shared/domain/time/tidy-free-times.ts';

const hour = (value: number) => `${String(value).padStart(2, '0')}:00`;
const stretch: fc.Arbitrary<FreeTime> = fc
  .record({
    weekday: fc.integer({ min: 1, max: 7 }),
    start: fc.integer({ min: 0, max: 22 }),
    hours: fc.integer({ min: 1, max: 8 }),
  })
  .map(({ weekday, start, hours }) => ({
    weekday,
    from: hour(start),
    until: hour(Math.min(23, start + hours)),
  }));
const isFree = (times: FreeTimes, weekday: number, from: string, until: string) =>
  times.some((time) => time.weekday === weekday && time.from <= from && until <= time.until);

describe('free times of a week', () => {
  test('mean the same once they are tidy: no hour is lost, none is added', () => {
    fc.assert(
      fc.property(fc.array(stretch, { maxLength: 12 }), (times) => {
        const tidy = tidyFreeTimes(times);
        for (let weekday = 1; weekday <= 7; weekday += 1)
          for (let at = 0; at < 23; at += 1)
            expect(isFree(tidy, weekday, hour(at), hour(at + 1))).toBe(
              isFree(times, weekday, hour(at), hour(at + 1)),
            );
      }),
    );
  });

  test('stand in the order of the week, and no two of a day meet', () => {
    fc.assert(
      fc.property(fc.array(stretch, { maxLength: 12 }), (times) => {
        const tidy = tidyFreeTimes(times);
        expect(tidyFreeTimes(tidy)).toEqual(tidy);
        tidy.forEach((time, index) => {
          const next = tidy[index + 1];
          if (next === undefined) return;
          expect(next.weekday > time.weekday || next.from > time.until).toBe(true);
        });
      }),
    );
  });
});
