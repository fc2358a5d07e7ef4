import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { booked, DayBook, emptyDay, endOf, released } from '#shared/domain/visit/day-book.ts';
import { id, reasonOf } from './samples.ts';

const day = '2026-10-01';
const visitAt = (n: number, time: string, minutes = 40) => ({
  visitId: id('vis', n),
  startsAt: `${day}T${time}:00.000Z`,
  minutes,
});

describe('the day book of a person', () => {
  it('takes visits one after the other, the next from the minute the last ends', () => {
    const first = booked(emptyDay(id('per', 1), day), visitAt(1, '16:00'));
    const both = booked(first, visitAt(2, '16:40'));
    expect(DayBook.parse(both).appointments.map(({ visitId }) => visitId)).toEqual([
      id('vis', 1),
      id('vis', 2),
    ]);
    expect(reasonOf(() => booked(first, visitAt(2, '16:39')))).toBe('visit.person_busy');
    expect(reasonOf(() => booked(first, visitAt(2, '15:30')))).toBe('visit.person_busy');
  });

  it('says whose hour is taken', () => {
    const family = booked(emptyDay(id('fam', 1), day), visitAt(1, '16:00'));
    expect(reasonOf(() => booked(family, visitAt(2, '16:00')))).toBe('visit.family_busy');
  });

  it('moves a visit that is in it already, and frees its hour when it goes', () => {
    const first = booked(emptyDay(id('per', 1), day), visitAt(1, '16:00'));
    const moved = booked(first, visitAt(1, '16:20'));
    expect(moved.appointments).toHaveLength(1);
    expect(reasonOf(() => booked(moved, visitAt(2, '15:30', 50)))).toBeNull();
    expect(released(moved, id('vis', 1)).appointments).toEqual([]);
  });

  it('never holds two visits at once, whatever is asked of it', () => {
    const asked = fc.record({
      n: fc.integer({ min: 1, max: 6 }),
      at: fc.nat(23 * 60),
      minutes: fc.integer({ min: 15, max: 240 }),
    });
    fc.assert(
      fc.property(fc.array(asked, { maxLength: 20 }), (list) => {
        let book = emptyDay(id('per', 1), day);
        for (const { n, at, minutes } of list) {
          const startsAt = new Date(Date.parse(`${day}T00:00:00Z`) + at * 60_000).toISOString();
          const visit = { visitId: id('vis', n), startsAt, minutes };
          const before = book;
          if (reasonOf(() => booked(before, visit)) === null) book = booked(before, visit);
        }
        const ends = book.appointments.map(({ until }) => until);
        const starts = book.appointments.map(({ from }) => from);
        for (const [index, until] of ends.entries())
          expect(until <= (starts[index + 1] ?? '9999')).toBe(true);
      }),
    );
  });

  it('knows when a visit ends', () => {
    expect(endOf(visitAt(1, '23:30', 40))).toBe('2026-10-02T00:10:00.000Z');
  });
});
