import { describe, expect, it } from 'vitest';
import {
  beforeFirstDay,
  holidaysOf,
  inSecondVisitSeason,
  schoolYearOn,
} from '#shared/domain/district/school-year.ts';
import { policyOn } from '#shared/domain/policy/policy-on.ts';
import { schoolYear } from './samples.ts';

const next = { ...schoolYear, year: '2027-28', opensOn: '2027-06-15', closesOn: '2028-06-30', holidays: [] };

describe('the school year that holds a day', () => {
  it('holds the summer before the first day of school', () => {
    expect(schoolYearOn([schoolYear], '2026-07-01')?.year).toBe('2026-27');
    expect(beforeFirstDay(schoolYear, '2026-08-23')).toBe(true);
    expect(beforeFirstDay(schoolYear, '2026-08-24')).toBe(false);
  });

  it('is none between years', () => {
    expect(schoolYearOn([schoolYear], '2026-06-30')).toBeNull();
    expect(schoolYearOn([schoolYear], '2027-07-01')).toBeNull();
  });

  it('is the newer one while the older still closes', () => {
    expect(schoolYearOn([next, schoolYear], '2027-06-20')?.year).toBe('2027-28');
    expect(schoolYearOn([schoolYear, next], '2027-06-14')?.year).toBe('2026-27');
  });

  it('has a season for second visits with both its edges', () => {
    const days = ['2027-01-14', '2027-01-15', '2027-05-15', '2027-05-16'];
    expect(days.map((day) => inSecondVisitSeason(schoolYear, day))).toEqual([false, true, true, false]);
  });

  it('gathers the holidays of every year for deadlines that cross its end', () => {
    expect(holidaysOf([schoolYear, { ...next, holidays: ['2027-07-05'] }])).toContain('2027-07-05');
    expect(holidaysOf([schoolYear, next])).toContain('2026-11-26');
  });
});

describe('I29: the policy in force on a day', () => {
  const versions = [{ from: '2027-01-01' }, { from: '2026-07-01' }, { from: '2026-09-15' }];

  it('is the newest that has started, from its first day on', () => {
    expect(policyOn(versions, '2026-09-14')?.from).toBe('2026-07-01');
    expect(policyOn(versions, '2026-09-15')?.from).toBe('2026-09-15');
    expect(policyOn(versions, '2028-01-01')?.from).toBe('2027-01-01');
  });

  it('is none before the first', () => {
    expect(policyOn(versions, '2026-06-30')).toBeNull();
  });
});
