import * as z from 'zod';
import { SchoolYearId } from '../district/model.ts';
import { FamilyId, GuardianId, PersonId, SchoolId, StudentId, VisitId } from '../ids.ts';
import { VisitType } from '../policy/model.ts';
import { FreeTimes } from '../time/free-times.ts';
import { Instant, LocalDate } from '../time/local-date.ts';

/** A language as a tag such as `en`, `es`, `so`, `zh-Hant`. */
export const LanguageTag = z
  .string()
  .regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/, 'A language tag such as es')
  .max(35);

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
  /** The way this guardian likes best to be reached; null when nobody asked. */
  prefers: z.enum(['phone', 'text', 'email', 'letter']).nullable(),
  /** Custody or safety: nothing of the program may reach this guardian. Why is never kept here. */
  noContact: z.boolean(),
});
export type Guardian = z.infer<typeof Guardian>;

export const InvitationStatus = z.enum(['not_invited', 'invited', 'accepted', 'declined']);
export type InvitationStatus = z.infer<typeof InvitationStatus>;
export const InvitedHow = z.enum(['in_person', 'phone', 'text', 'email', 'letter']);

/** What would suit the family, in its own words and choices. Never part of a mail. */
export const Wishes = z.object({
  times: FreeTimes,
  type: VisitType.nullable(),
  /** Name of the neutral place the family would like. */
  place: z.string().trim().max(120).nullable(),
  /** The language somebody should interpret; null when nobody needs to. */
  interpreter: LanguageTag.nullable(),
  note: z.string().trim().max(300).nullable(),
  at: Instant,
});
export type Wishes = z.infer<typeof Wishes>;

/** How a family was asked this year and what it answered. A decline stops every reminder for the year (I12). */
export const Invitation = z.object({
  familyId: FamilyId,
  year: SchoolYearId,
  status: InvitationStatus,
  how: InvitedHow.nullable(),
  invitedBy: PersonId.nullable(),
  invitedAt: Instant.nullable(),
  answeredAt: Instant.nullable(),
  /** The family answered on its own page, or staff wrote down what it said. */
  answeredBy: z.enum(['family', 'staff']).nullable(),
  /** The family came forward by itself: it is first in the order of invitations. */
  askedByFamily: z.boolean(),
  wishes: Wishes.nullable(),
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
  /** The family's answer, that it came forward by itself, and that it asked to be left alone: copies. */
  invitation: InvitationStatus,
  askedByFamily: z.boolean(),
  doNotContact: z.boolean(),
  visits: z.array(VisitStanding).max(12),
});
export type StudentYear = z.infer<typeof StudentYear>;
