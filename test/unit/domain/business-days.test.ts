import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addBusinessDays, businessDayOnOrAfter, isBusinessDay } from '#shared/domain/time/business-days.ts';
import { addDays } from '#shared/domain/time/zoned.ts';

const thanksgiving = ['2026-11-26', '2026-11-27'];

describe('business days of a district', () => {
  it('counts neither weekends nor the district’s holidays', () => {
    expect(isBusinessDay('2026-11-25', thanksgiving)).toBe(true);
    expect(isBusinessDay('2026-11-26', thanksgiving)).toBe(false);
    expect(isBusinessDay('2026-11-28', thanksgiving)).toBe(false);
    expect(isBusinessDay('2026-11-29', thanksgiving)).toBe(false);
  });

  it('adds five business days across a holiday weekend', () => {
    expect(addBusinessDays('2026-11-24', 5, thanksgiving)).toBe('2026-12-03');
  });

  it('starts counting on the day after, from a Saturday as from a Friday', () => {
    expect(addBusinessDays('2026-10-02', 1, [])).toBe('2026-10-05');
    expect(addBusinessDays('2026-10-03', 1, [])).toBe('2026-10-05');
  });

  it('passes through a leap day', () => {
    expect(addBusinessDays('2028-02-28', 1, [])).toBe('2028-02-29');
    expect(addBusinessDays('2028-02-29', 1, [])).toBe('2028-03-01');
  });

  it('gives a business day its own day and a holiday the next one', () => {
    expect(businessDayOnOrAfter('2026-11-25', thanksgiving)).toBe('2026-11-25');
    expect(businessDayOnOrAfter('2026-11-26', thanksgiving)).toBe('2026-11-30');
  });

  const day = fc.integer({ min: 0, max: 4_000 }).map((n) => addDays('2024-01-01', n));
  const holidays = fc.array(day, { maxLength: 60 });

  it('I19: the due day is a business day with exactly that many business days up to it', () => {
    fc.assert(
      fc.property(day, fc.integer({ min: 1, max: 30 }), holidays, (from, count, off) => {
        const due = addBusinessDays(from, count, off);
        let counted = 0;
        for (let d = addDays(from, 1); d <= due; d = addDays(d, 1)) if (isBusinessDay(d, off)) counted += 1;
        expect(counted).toBe(count);
        expect(isBusinessDay(due, off)).toBe(true);
      }),
    );
  });
});
