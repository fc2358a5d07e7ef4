import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  booked,
  DayBook,
  emptyDay,
  endOf,
  isTaken,
  refuseBusy,
  released,
} from '#shared/domain/visit/day-book.ts';
import { id, reasonOf } from './samples.ts';

const day = '2026-10-01';
const visitAt = (n: number, time: string, minutes = 40) => ({
  visitId: id('vis', n),
  startsAt: `${day}T${time}:00.000Z`,
  minutes,
});

const dayWith = (...visits: ReturnType<typeof visitAt>[]): DayBook =>
  visits.reduce(booked, emptyDay(id('per', 1), day));

describe('the day book of a person', () => {
  it('takes visits one after the other, the next from the minute the last ends', () => {
    const first = dayWith(visitAt(1, '16:00'));
    const both = booked(first, visitAt(2, '16:40'));
    expect(DayBook.parse(both).appointments.map(({ visitId }) => visitId)).toEqual([
      id('vis', 1),
      id('vis', 2),
    ]);
    expect(isTaken(first, visitAt(2, '16:40'))).toBe(false);
    expect(isTaken(first, visitAt(2, '16:39'))).toBe(true);
    expect(isTaken(first, visitAt(2, '15:30'))).toBe(true);
  });

  it('moves a visit that is in it already, and frees its hour when it goes', () => {
    const moved = booked(dayWith(visitAt(1, '16:00')), visitAt(1, '16:20'));
    expect(moved.appointments).toHaveLength(1);
    expect(isTaken(dayWith(visitAt(1, '16:00')), visitAt(1, '16:20'))).toBe(false);
    expect(isTaken(moved, visitAt(2, '15:30', 50))).toBe(false);
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
          if (!isTaken(book, visit)) book = booked(book, visit);
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

describe('somebody who has another visit at that time', () => {
  const [ana, ben] = [
    { personId: id('per', 1), name: 'Ana Ortiz' },
    { personId: id('per', 2), name: 'Ben $1 Kaya' },
  ];
  const refused = (busy: readonly string[]) => () => refuseBusy(busy, [ana, ben], ana.personId);

  it('is named, whoever it is of the team', () => {
    expect(refused([ben.personId])).toThrow(
      expect.objectContaining({ reason: 'visit.person_busy', names: [ben.name] }),
    );
    expect(refused([ana.personId, ben.personId, id('fam', 1)])).toThrow(
      'another visit for Ana Ortiz and Ben $1 Kaya. Choose',
    );
  });

  it('is “you” for the one who asks, and the family for a family', () => {
    expect(reasonOf(refused([ana.personId]))).toBe('visit.you_busy');
    expect(reasonOf(refused([id('fam', 1)]))).toBe('visit.family_busy');
    expect(reasonOf(refused([]))).toBeNull();
  });
});
