import * as z from 'zod';
import { FundId } from '../ids.ts';
import { LocalDate, LocalTime } from '../time/local-date.ts';

/** Paid once for the appointment, or once for each student visited in it (siblings). */
const PaidPer = z.enum(['event', 'student']);

/** How a district pays. Districts differ, so this is data with a date, never code (DOMAIN 3). */
export const PayRule = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('unpaid') }),
  z.strictObject({
    kind: z.literal('flat'),
    cents: z.int().min(0).max(100_000),
    per: PaidPer,
  }),
  z.strictObject({
    kind: z.literal('hours'),
    /** Hours credited per visit in hundredths, however long the visit lasted: 100 is 1.00 h. */
    hundredthsOfHour: z.int().min(1).max(1_000),
    centsPerHour: z.int().min(0).max(100_000),
    per: PaidPer,
  }),
]);
export type PayRule = z.infer<typeof PayRule>;

export const VisitType = z.enum(['home', 'neutral', 'virtual']);
export type VisitType = z.infer<typeof VisitType>;

/** What a district decides for itself. School grounds are not a visit type: nobody can choose them (I9). */
export const PolicySettings = z
  .strictObject({
    minTeam: z.int().min(2).max(3),
    maxTeam: z.int().min(2).max(3),
    minCertified: z.int().min(1).max(3),
    interpreterCounts: z.boolean(),
    visitTypes: z.array(VisitType).min(1).max(3),
    certificateMonths: z.int().min(1).max(120),
    /** Months before its last day from which a certificate may be renewed (I31); two unless a district chose. */
    recertifyMonths: z.int().min(1).max(12).default(2),
    pay: PayRule,
    reflectionDueBusinessDays: z.int().min(1).max(30),
    reflectionBeforePay: z.boolean(),
    /** Days after writing when the author is asked how it went; districts set up earlier start with four weeks. */
    lookBackDays: z.int().min(7).max(120).default(28),
    claimDueDays: z.int().min(1).max(90),
    mailFrom: LocalTime,
    mailUntil: LocalTime,
  })
  .refine((p) => p.minTeam <= p.maxTeam, {
    path: ['maxTeam'],
    error: 'The largest team cannot be smaller than the smallest',
  })
  .refine((p) => p.minCertified <= p.maxTeam, {
    path: ['minCertified'],
    error: 'No team can have more certified people than members',
  })
  .refine((p) => p.mailFrom < p.mailUntil && p.mailFrom >= '03:00', {
    path: ['mailUntil'],
    error: 'Mail may start at 03:00 or later and must end after it starts',
  });
export type PolicySettings = z.infer<typeof PolicySettings>;

/** A policy version holds from its date until the next version's date (I29: it never reaches back). */
export const Policy = z.object({
  from: LocalDate,
  fundId: FundId,
  settings: PolicySettings,
});
export type Policy = z.infer<typeof Policy>;
