import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type CoverageFacts, forecast, lineAt, tenPercentLine } from '#shared/domain/coverage/forecast.ts';
import { addDays } from '#shared/domain/time/zoned.ts';

const facts = (changes: Partial<CoverageFacts> = {}): CoverageFacts => ({
  enrolled: 400,
  visited: 24,
  firstVisitDays: Array.from({ length: 24 }, (_, index) => addDays('2026-10-01', index)),
  planned: 3,
  today: '2026-11-22',
  from: '2026-07-01',
  until: '2027-05-28',
  ...changes,
});

describe('the forecast of a school', () => {
  it('carries the pace of the last eight weeks on to the last day of school', () => {
    const seen = forecast(facts());
    expect(seen.pace).toEqual({ weeks: 8, students: 24 });
    // Three students a week, for the 26 weeks and 5 days that are left.
    expect(seen.expected).toBe(24 + 80);
  });

  it('lets only the last eight weeks speak', () => {
    const early = facts({ firstVisitDays: Array.from({ length: 24 }, () => '2026-08-20') });
    expect(forecast(early)).toEqual({ pace: { weeks: 8, students: 0 }, expected: 24 + 3 });
  });

  it('counts the visits that are arranged when they are more than the pace would bring', () => {
    expect(forecast(facts({ firstVisitDays: [], planned: 30 })).expected).toBe(54);
  });

  it('says nothing in the first two weeks of a year', () => {
    expect(forecast(facts({ from: '2026-11-15' }))).toEqual({ pace: null, expected: null });
    expect(lineAt(10, facts({ from: '2026-11-15' }), { pace: null, expected: null }).outlook).toBe('unknown');
  });

  it('adds nothing by pace after the last day of school', () => {
    expect(forecast(facts({ until: '2026-11-20', planned: 0 })).expected).toBe(24);
  });

  it('says when the ten percent line is reached, and that a goal beyond this year is', () => {
    const all = facts();
    const seen = forecast(all);
    expect(lineAt(tenPercentLine, all, seen)).toEqual({
      percent: 10,
      needed: 40,
      missing: 16,
      outlook: 'within',
      expectedOn: '2026-12-30',
    });
    expect(lineAt(50, all, seen)).toMatchObject({
      needed: 200,
      missing: 176,
      outlook: 'beyond',
      expectedOn: null,
    });
    expect(lineAt(6, all, seen)).toMatchObject({
      needed: 24,
      missing: 0,
      outlook: 'reached',
      expectedOn: null,
    });
  });

  it('reaches no line in a school without students', () => {
    const empty = facts({ enrolled: 0, visited: 0, firstVisitDays: [], planned: 0 });
    expect(lineAt(tenPercentLine, empty, forecast(empty)).outlook).toBe('unknown');
  });

  it('never expects more students than are enrolled, nor fewer than were visited (I43)', () => {
    const day = fc.integer({ min: 0, max: 143 }).map((days) => addDays('2026-07-02', days));
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 300 }),
        fc.array(day, { maxLength: 300 }),
        fc.integer({ min: 0, max: 300 }),
        (others, firstVisitDays, planned) => {
          const visited = firstVisitDays.length;
          const all = facts({ enrolled: visited + others, visited, firstVisitDays, planned });
          const { expected } = forecast(all);
          expect(expected).toBeGreaterThanOrEqual(visited);
          expect(expected).toBeLessThanOrEqual(all.enrolled);
        },
      ),
    );
  });
});
