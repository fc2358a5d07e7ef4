import * as z from 'zod';
import { SchoolYearId } from '../district/model.ts';
import { FundId, PayBatchId, PersonId, SchoolId, VisitId } from '../ids.ts';
import { Cents } from '../money/cents.ts';
import { PayRule } from '../policy/model.ts';
import { Instant, LocalDate } from '../time/local-date.ts';

/**
 * open → submitted → approved → paid; submitted → open when it is sent back. `unpaid` is the end of the line
 * in a district that pays nothing: the record stands at $0.00 and nobody owes anything.
 */
export const ClaimStatus = z.enum(['open', 'submitted', 'approved', 'paid', 'unpaid']);
export type ClaimStatus = z.infer<typeof ClaimStatus>;

export const Claim = z.object({
  visitId: VisitId,
  personId: PersonId,
  personName: z.string(),
  schoolId: SchoolId,
  year: SchoolYearId,
  status: ClaimStatus,
  /** The visit's local date: rate and certificate are read as of this day (I21, I29). */
  visitDate: LocalDate,
  /** The rule the amount was computed by, kept with the line so that a later rate cannot change it (I29). */
  rule: PayRule,
  /** Events or students the rule pays for. */
  units: z.int().min(1),
  /** Hours credited in hundredths; 0 for a flat amount. */
  hundredthsOfHour: z.int().min(0),
  cents: Cents,
  fundId: FundId,
  accountCode: z.string(),
  dueOn: LocalDate,
  submittedAt: Instant.nullable(),
  approvedBy: PersonId.nullable(),
  approvedAt: Instant.nullable(),
  /** The approver's words when the claim was sent back. */
  returnedBecause: z.string().max(400).nullable(),
  batchId: PayBatchId.nullable(),
});
export type Claim = z.infer<typeof Claim>;

/**
 * An exported batch never changes (I25). `closing`: its lines and file stand, and its claims are being marked as
 * paid, more of them than one transaction holds; `closed`: all are.
 */
export const PayBatch = z.object({
  batchId: PayBatchId,
  status: z.enum(['closing', 'closed']),
  /** Approved claims of visits up to and including this day. */
  through: LocalDate,
  closedAt: Instant,
  closedBy: PersonId,
  lines: z.int().min(0),
  /** I26: the sum of the lines; a whole district's may pass what one line may hold. */
  totalCents: z.int(),
  fileKey: z.string(),
  /** SHA-256 of the file, hex: the same batch gives the same bytes for ever. */
  sha256: z.string(),
});
export type PayBatch = z.infer<typeof PayBatch>;
