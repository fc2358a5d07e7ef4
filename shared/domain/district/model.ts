import * as z from 'zod';
import { DistrictId, FundId } from '../ids.ts';
import { LocalDate, TimeZone } from '../time/local-date.ts';

export const DistrictName = z.string().trim().min(2).max(120);
/** Postal code of a state, the District of Columbia or a territory. */
export const StateCode = z.string().regex(/^[A-Z]{2}$/, 'Two letters, such as OH');

export const District = z.object({
  districtId: DistrictId,
  name: DistrictName,
  state: StateCode,
  timeZone: TimeZone,
});
export type District = z.infer<typeof District>;

/** `2026-27`: the label under which a year's visits, claims and counts are kept. */
export const SchoolYearId = z.string().regex(/^\d{4}-\d{2}$/, 'Such as 2026-27');

/** The first visit may be in the summer before school starts, so a year opens before its first day. */
export const SchoolYear = z
  .strictObject({
    year: SchoolYearId,
    opensOn: LocalDate,
    firstDay: LocalDate,
    lastDay: LocalDate,
    closesOn: LocalDate,
    secondVisitFrom: LocalDate,
    secondVisitUntil: LocalDate,
    holidays: z.array(LocalDate).max(60),
  })
  .refine((y) => y.opensOn <= y.firstDay && y.firstDay < y.lastDay && y.lastDay <= y.closesOn, {
    path: ['lastDay'],
    error: 'The year must open, start, end and close in that order',
  })
  .refine(
    (y) =>
      y.firstDay <= y.secondVisitFrom &&
      y.secondVisitFrom < y.secondVisitUntil &&
      y.secondVisitUntil <= y.lastDay,
    {
      path: ['secondVisitUntil'],
      error: 'The season for second visits must lie between the first and the last day of school',
    },
  );
export type SchoolYear = z.infer<typeof SchoolYear>;

/** Money for visits comes out of a named fund with its own account code. */
export const Fund = z.object({
  fundId: FundId,
  name: z.string().trim().min(1).max(80),
  accountCode: z.string().trim().min(1).max(60),
});
export type Fund = z.infer<typeof Fund>;
