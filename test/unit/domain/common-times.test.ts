import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Calendar, type CommonTimesFacts, commonTimes } from '#shared/domain/scheduling/common-times.ts';
import { addMinutes, localDateOf } from '#shared/domain/time/zoned.ts';

const timeZone = 'America/Chicago';
/** Monday, 5 October 2026. */
const monday = '2026-10-05';
const free = (weekday: number, from: string, until: string) => ({ weekday, from, until });
const anybody: Calendar = { freeTimes: [], taken: [] };
const evenings: Calendar = { freeTimes: [free(1, '16:00', '19:00'), free(3, '15:00', '17:30')], taken: [] };
const find = (changes: Partial<CommonTimesFacts> = {}) =>
  commonTimes({
    from: monday,
    days: 7,
    timeZone,
    minutes: 40,
    team: [evenings],
    family: anybody,
    holidays: new Set(),
    ...changes,
  });
const said = (times: ReturnType<typeof find>) => times.map(({ date, time }) => `${date} ${time}`);

describe('times that suit everybody', () => {
  it('lie in the hours that all of them share', () => {
    const partner: Calendar = {
      freeTimes: [free(1, '17:00', '20:00'), free(2, '16:00', '19:00')],
      taken: [],
    };
    expect(said(find({ team: [evenings, partner] }))).toEqual(['2026-10-05 17:00', '2026-10-05 18:00']);
  });

  it('are three a day at most, an hour apart, soonest first', () => {
    expect(said(find())).toEqual([
      '2026-10-05 16:00',
      '2026-10-05 17:00',
      '2026-10-05 18:00',
      '2026-10-07 15:00',
      '2026-10-07 16:00',
    ]);
  });

  it('follow the family’s wishes, and leave out a day on which they meet nobody', () => {
    const family: Calendar = { freeTimes: [free(3, '16:15', '18:00')], taken: [] };
    expect(said(find({ family }))).toEqual(['2026-10-07 16:30']);
  });

  it('are narrowed by nobody who did not say when they are free', () => {
    expect(said(find({ team: [evenings, anybody] }))).toEqual(said(find()));
    expect(find({ team: [anybody] })).toEqual([]);
  });

  it('leave an hour that is taken, and for the team half an hour on the way', () => {
    // 17:00 to 17:40 in Chicago.
    const taken = [{ from: '2026-10-05T22:00:00.000Z', until: '2026-10-05T22:40:00.000Z' }];
    expect(said(find({ team: [{ ...evenings, taken }] }))[0]).toBe('2026-10-07 15:00');
    expect(said(find({ family: { freeTimes: [], taken } })).slice(0, 2)).toEqual([
      '2026-10-05 16:00',
      '2026-10-05 18:00',
    ]);
  });

  it('are not on a holiday of the district', () => {
    expect(said(find({ holidays: new Set([monday]) }))).toEqual(['2026-10-07 15:00', '2026-10-07 16:00']);
  });

  it('join stretches that meet', () => {
    const split: Calendar = { freeTimes: [free(1, '16:00', '16:30'), free(1, '16:30', '17:00')], taken: [] };
    expect(said(find({ team: [split] }))).toEqual(['2026-10-05 16:00']);
  });

  it('keep the wall-clock time across daylight saving: the instant moves, the hour of the day does not', () => {
    const times = find({
      from: '2026-10-26',
      days: 14,
      team: [{ freeTimes: [free(1, '16:30', '17:10')], taken: [] }],
    });
    expect(times).toEqual([
      { date: '2026-10-26', time: '16:30', startsAt: '2026-10-26T21:30:00.000Z' },
      { date: '2026-11-02', time: '16:30', startsAt: '2026-11-02T22:30:00.000Z' },
    ]);
  });

  it('never begin in the hour that clocks skip, and never outlast a stretch that the skipped hour shortens', () => {
    const night: Calendar = { freeTimes: [free(7, '01:00', '03:30')], taken: [] };
    const times = find({ from: '2027-03-14', days: 1, minutes: 60, team: [night] });
    // 02:00 and 02:30 do not exist on that night.
    expect(said(times)).toEqual(['2027-03-14 01:00']);
    expect(said(find({ from: '2027-03-21', days: 1, minutes: 60, team: [night] }))).toEqual([
      '2027-03-21 01:00',
      '2027-03-21 02:00',
    ]);
  });

  it('hold whatever the calendars look like', () => {
    const clock = fc
      .tuple(fc.integer({ min: 0, max: 46 }), fc.integer({ min: 1, max: 47 }))
      .filter(([from, until]) => from < until)
      .map(([from, until]) => [from, until].map((half) => half * 30));
    const wall = (minute = 0) =>
      `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;
    const stretch = fc
      .tuple(fc.integer({ min: 1, max: 7 }), clock)
      .map(([weekday, [from, until]]) => free(weekday, wall(from), wall(until)));
    const taken = fc
      .tuple(fc.integer({ min: 0, max: 14 * 48 }), fc.integer({ min: 15, max: 240 }))
      .map(([half, minutes]) => {
        const from = addMinutes('2026-10-26T05:00:00.000Z', half * 30);
        return { from, until: addMinutes(from, minutes) };
      });
    const calendar = fc.record({
      freeTimes: fc.array(stretch, { maxLength: 6 }),
      taken: fc.array(taken, { maxLength: 4 }),
    });
    fc.assert(
      fc.property(
        fc.array(calendar, { minLength: 1, maxLength: 3 }),
        calendar,
        fc.integer({ min: 15, max: 120 }),
        (team, family, minutes) => {
          const times = find({ from: '2026-10-26', days: 14, team, family, minutes });
          for (const { date, startsAt } of times) {
            const endsAt = addMinutes(startsAt, minutes);
            const all = [...team, family].flatMap((one) => one.taken);
            expect(localDateOf(startsAt, timeZone)).toBe(date);
            expect(all.every(({ from, until }) => until <= startsAt || endsAt <= from)).toBe(true);
          }
          expect(said(times)).toEqual([...said(times)].sort());
          expect(new Set(said(times)).size).toBe(times.length);
        },
      ),
      { numRuns: 150 },
    );
  });
});
