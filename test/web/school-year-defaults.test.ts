import fc from 'fast-check';
import { expect, test } from 'vitest';
import { SchoolYear } from '#shared/domain/district/model.ts';
import { usualSchoolYear, yearStartOn } from '../../web/src/features/national/school-year-defaults.ts';

test('the year that is suggested changes on the first of July', () => {
  expect(yearStartOn('2026-06-30')).toBe(2025);
  expect(yearStartOn('2026-07-01')).toBe(2026);
  expect(usualSchoolYear(2099).year).toBe('2099-00');
});

test('the usual days off of 2026-27 are those on the wall', () => {
  expect(usualSchoolYear(2026)).toMatchObject({
    firstDay: '2026-08-17',
    secondVisitFrom: '2027-01-11',
    lastDay: '2027-06-04',
    holidays: [
      '2026-09-07',
      '2026-11-11',
      '2026-11-26',
      '2026-11-27',
      '2026-12-24',
      '2026-12-25',
      '2026-12-28',
      '2026-12-29',
      '2026-12-30',
      '2026-12-31',
      '2027-01-01',
      '2027-01-18',
      '2027-02-15',
      '2027-05-31',
    ],
  });
});

test('whatever the year, the suggestion is one the server accepts', () => {
  fc.assert(
    fc.property(fc.integer({ min: 2020, max: 2098 }), (start) => {
      expect(SchoolYear.safeParse(usualSchoolYear(start)).error).toBeUndefined();
    }),
  );
});
