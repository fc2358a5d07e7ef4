import * as z from 'zod';
import { PersonId, StudentId, VisitId } from '../ids.ts';
import { Instant, LocalDate } from '../time/local-date.ts';

/** What a reminder is about. Seasonal prompts may be switched off by the reader; pay notices may not (I37). */
export const ReminderRule = z.enum([
  'reflection_due',
  'claim_due',
  'second_visit',
  'look_back',
  'certificate_expires',
]);
export type ReminderRule = z.infer<typeof ReminderRule>;

/**
 * Planned in the same transaction as the change that causes it, moved or removed by the change that settles it.
 * At most one message per (district, rule, subject, person, occurrence) is ever accepted by the mail service (I32).
 */
export const Reminder = z.object({
  rule: ReminderRule,
  personId: PersonId,
  /** Null for what is about no visit; such a reminder lies with the person. */
  visitId: VisitId.nullable(),
  studentId: StudentId.nullable(),
  /** The last day of the certificate that is about to end; null for what is about a visit. */
  expiresOn: LocalDate.nullable(),
  /** 1 for the first reminder about this subject, 2 for the next. */
  occurrence: z.int().min(1),
  dueAt: Instant,
  status: z.enum(['planned', 'sent', 'settled']),
  sentAt: Instant.nullable(),
});
export type Reminder = z.infer<typeof Reminder>;

/** Names one reminder of a known person. */
const ReminderRef = Reminder.pick({
  rule: true,
  visitId: true,
  studentId: true,
  expiresOn: true,
  occurrence: true,
});

/**
 * The one digest a person may get on a local day (I36), and the lease under which it is sent: until `leaseUntil`
 * nobody else may send it. `dropped`: the mail service refused it for good.
 */
export const Digest = z.object({
  personId: PersonId,
  day: LocalDate,
  status: z.enum(['sending', 'sent', 'dropped']),
  leaseUntil: Instant,
  mailServiceId: z.string().nullable(),
  /** What it speaks of; these become `sent` in the same transaction as the digest (I32). */
  reminders: z.array(ReminderRef).max(90),
});
export type Digest = z.infer<typeof Digest>;
