import * as z from 'zod';
import { SchoolYearId } from '../district/model.ts';
import { FamilyId, PersonId, SchoolId, StudentId, VisitId } from '../ids.ts';
import { VisitType } from '../policy/model.ts';
import { Instant, LocalDate, TimeZone } from '../time/local-date.ts';

/** What each status means, and which leads to which, is told once, in `states.ts` (I17). */
export const VisitStatus = z.enum([
  'proposed',
  'scheduled',
  'awaiting_approval',
  'completed',
  'closed',
  'cancelled',
  'no_show',
]);
export type VisitStatus = z.infer<typeof VisitStatus>;

/** Nobody is assigned (CP1): each member is asked, and says yes or no. */
export const MemberAnswer = z.enum(['asked', 'yes', 'no']);
export type MemberAnswer = z.infer<typeof MemberAnswer>;

export const TeamMember = z.object({
  personId: PersonId,
  name: z.string(),
  lead: z.boolean(),
  /** Whether an interpreter counts as a visitor of the pair is the district's policy (I6). */
  as: z.enum(['educator', 'interpreter']),
  answer: MemberAnswer,
});
export type TeamMember = z.infer<typeof TeamMember>;

/** One student of the household in this appointment, with the student's own visit number of the year (I14, I10). */
export const VisitStudent = z.object({
  studentId: StudentId,
  givenName: z.string(),
  number: z.int().min(1).max(12),
});
export type VisitStudent = z.infer<typeof VisitStudent>;

/** Who says that a visit does not take place, or that it was written down late, and why. */
export const EndedBecause = z.object({
  /** Whose side could not: never held against a family (CP1). */
  side: z.enum(['family', 'team', 'other']),
  /** `not_asked` when the family cancels on its own page: no reason is wanted of it (CP1). */
  reason: z.enum(['illness', 'no_longer_suits', 'nobody_there', 'weather', 'safety', 'other', 'not_asked']),
  by: z.union([PersonId, z.literal('family')]),
  at: Instant,
});
export type EndedBecause = z.infer<typeof EndedBecause>;

export const LateEntry = z.object({
  reason: z.string().trim().min(3).max(400),
  by: PersonId,
  at: Instant,
  /** Another person than any of the team (I8); null while it waits. */
  decidedBy: PersonId.nullable(),
  decidedAt: Instant.nullable(),
});
export type LateEntry = z.infer<typeof LateEntry>;

/**
 * One appointment with one household. There is deliberately no field for academics, behaviour or attendance
 * (I11), and no home address: the address stays with the family and never travels in mail or calendars.
 */
export const Visit = z.object({
  visitId: VisitId,
  familyId: FamilyId,
  schoolId: SchoolId,
  year: SchoolYearId,
  status: VisitStatus,
  type: VisitType,
  /** Name of the neutral place the family prefers, such as a library; null for home and video. */
  place: z.string().max(120).nullable(),
  startsAt: Instant,
  minutes: z.int().min(5).max(240),
  timeZone: TimeZone,
  /** The local calendar day of `startsAt`: certificates, deadlines and pay look at this day. */
  localDate: LocalDate,
  students: z.array(VisitStudent).min(1).max(6),
  team: z.array(TeamMember).min(2).max(4),
  /** When everybody had said yes; null while somebody is still asked (I8). */
  scheduledAt: Instant.nullable(),
  /** iCalendar SEQUENCE: rises with each change so that calendars follow. */
  sequence: z.int().min(0),
  /** The highest SEQUENCE by which anybody's calendar was told, also that of one who left and whom only that concerned. */
  lastSequence: z.int().min(0),
  /** The sequence by which it stood for the first time, and the family heard of it; null until then. */
  stoodSince: z.int().min(1).nullable(),
  completedAt: Instant.nullable(),
  /** When the last reflection it owed was written. */
  closedAt: Instant.nullable(),
  /** Written down only after it took place (I8); null for a visit that was scheduled first. */
  late: LateEntry.nullable(),
  /** Why it was cancelled or did not happen. */
  ended: EndedBecause.nullable(),
  /** The family confirmed by its link that the visit took place: the proof of visit. */
  confirmedAt: Instant.nullable(),
  /** The family asked for another time; the visit stays in place until somebody of the team moves it. */
  otherTimeAskedAt: Instant.nullable(),
  /** Minutes the visit really took; null until it is logged. */
  actualMinutes: z.int().min(5).max(480).nullable(),
  /** Before the first day of school (REL Mid-Atlantic 2021 counts these apart). */
  beforeSchoolStarts: z.boolean(),
});
export type Visit = z.infer<typeof Visit>;

/** One member's own line in the appointment: what a person's page needs of a visit, without a second read. */
export const VisitMember = z.object({
  visitId: VisitId,
  personId: PersonId,
  schoolId: SchoolId,
  year: SchoolYearId,
  familyId: FamilyId,
  status: VisitStatus,
  type: VisitType,
  startsAt: Instant,
  minutes: z.int(),
  timeZone: TimeZone,
  students: z.array(VisitStudent),
  team: z.array(TeamMember),
  otherTimeAskedAt: Visit.shape.otherTimeAskedAt,
});
export type VisitMember = z.infer<typeof VisitMember>;
