import * as z from 'zod';
import { SchoolYearId } from '../district/model.ts';
import { FamilyId, PersonId, SchoolId, StudentId, VisitId } from '../ids.ts';
import { VisitType } from '../policy/model.ts';
import { Instant, LocalDate, TimeZone } from '../time/local-date.ts';

export const VisitStatus = z.enum(['scheduled', 'completed', 'cancelled', 'no_show']);
export type VisitStatus = z.infer<typeof VisitStatus>;

export const TeamMember = z.object({ personId: PersonId, name: z.string(), lead: z.boolean() });
export type TeamMember = z.infer<typeof TeamMember>;

/** One student of the household in this appointment, with the student's own visit number of the year (I14, I10). */
export const VisitStudent = z.object({
  studentId: StudentId,
  givenName: z.string(),
  number: z.int().min(1).max(12),
});
export type VisitStudent = z.infer<typeof VisitStudent>;

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
  team: z.array(TeamMember).min(2).max(3),
  scheduledAt: Instant,
  /** iCalendar SEQUENCE: rises with each change so that calendars follow. */
  sequence: z.int().min(0),
  completedAt: Instant.nullable(),
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
  timeZone: TimeZone,
  students: z.array(VisitStudent),
  team: z.array(TeamMember),
});
export type VisitMember = z.infer<typeof VisitMember>;
