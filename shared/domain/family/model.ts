import * as z from 'zod';
import { SchoolYearId } from '../district/model.ts';
import { FamilyId, GuardianId, PersonId, SchoolId, StudentId, VisitId } from '../ids.ts';
import { Instant, LocalDate } from '../time/local-date.ts';

export const Family = z.object({
  familyId: FamilyId,
  /** Home language as a tag such as `en`, `es`, `so`; null when unknown. Never a way to choose families (I13). */
  language: z.string().max(35).nullable(),
  doNotContact: z.boolean(),
});
export type Family = z.infer<typeof Family>;

export const Guardian = z.object({
  guardianId: GuardianId,
  familyId: FamilyId,
  name: z.string().min(1).max(160),
  email: z.string().nullable(),
  phone: z.string().max(40).nullable(),
});
export type Guardian = z.infer<typeof Guardian>;

export const InvitationStatus = z.enum(['not_invited', 'invited', 'accepted', 'declined']);
export type InvitationStatus = z.infer<typeof InvitationStatus>;
export const InvitedHow = z.enum(['in_person', 'phone', 'text', 'email', 'letter']);

/** How a family was asked this year and what it answered. A decline stops every reminder for the year (I12). */
export const Invitation = z.object({
  familyId: FamilyId,
  year: SchoolYearId,
  status: InvitationStatus,
  how: InvitedHow.nullable(),
  invitedBy: PersonId.nullable(),
  invitedAt: Instant.nullable(),
  answeredAt: Instant.nullable(),
});
export type Invitation = z.infer<typeof Invitation>;

const VisitStanding = z.object({
  visitId: VisitId,
  status: z.enum(['scheduled', 'completed']),
  on: LocalDate,
});

/**
 * Where one student stands in one school year: the family's answer and the visits in order (I10: 1, 2, 3
 * without a gap, each later than the one before). Commands that touch a student's visits go through this
 * row's `rev`, so that two people cannot both schedule "the first visit".
 */
export const StudentYear = z.object({
  studentId: StudentId,
  familyId: FamilyId,
  schoolId: SchoolId,
  year: SchoolYearId,
  givenName: z.string(),
  familyName: z.string(),
  invitation: InvitationStatus,
  visits: z.array(VisitStanding).max(12),
});
export type StudentYear = z.infer<typeof StudentYear>;
