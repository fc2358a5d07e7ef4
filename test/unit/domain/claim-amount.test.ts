import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { amountOf } from '#shared/domain/claim/amount.ts';

describe('I21: the amount of a claim', () => {
  it('is a flat sum for the visit, however many students', () => {
    expect(amountOf({ kind: 'flat', cents: 2_000, per: 'event' }, 3)).toEqual({
      units: 1,
      hundredthsOfHour: 0,
      cents: 2_000,
    });
  });

  it('is a flat sum for each student where the district pays so', () => {
    expect(amountOf({ kind: 'flat', cents: 3_000, per: 'student' }, 3)).toEqual({
      units: 3,
      hundredthsOfHour: 0,
      cents: 9_000,
    });
  });

  it('is one credited hour at $28.49, whatever the length', () => {
    const rule = { kind: 'hours', hundredthsOfHour: 100, centsPerHour: 2_849, per: 'event' } as const;
    expect(amountOf(rule, 2)).toEqual({ units: 1, hundredthsOfHour: 100, cents: 2_849 });
  });

  it('rounds half a cent up, once for the line', () => {
    const rule = { kind: 'hours', hundredthsOfHour: 50, centsPerHour: 2_849, per: 'student' } as const;
    expect(amountOf(rule, 1).cents).toBe(1_425);
    expect(amountOf(rule, 2)).toEqual({ units: 2, hundredthsOfHour: 100, cents: 2_849 });
    expect(amountOf({ ...rule, hundredthsOfHour: 33, centsPerHour: 101 }, 1).cents).toBe(33);
  });

  it('is nothing in an unpaid district', () => {
    expect(amountOf({ kind: 'unpaid' }, 2).cents).toBe(0);
  });

  it('is an integer, at most half a cent from the exact product, and never less for more students', () => {
    const rule = fc.record({
      kind: fc.constant('hours' as const),
      hundredthsOfHour: fc.integer({ min: 1, max: 1_000 }),
      centsPerHour: fc.integer({ min: 0, max: 100_000 }),
      per: fc.constantFrom('event' as const, 'student' as const),
    });
    fc.assert(
      fc.property(rule, fc.integer({ min: 1, max: 6 }), (pay, students) => {
        const { cents, hundredthsOfHour } = amountOf(pay, students);
        const off = 100n * BigInt(cents) - BigInt(hundredthsOfHour) * BigInt(pay.centsPerHour);
        expect(Number.isSafeInteger(cents)).toBe(true);
        expect(off > -50n && off <= 50n).toBe(true);
        expect(amountOf(pay, students + 1).cents).toBeGreaterThanOrEqual(cents);
      }),
    );
  });
});
