import * as z from 'zod';
import { SchoolYearId } from '../district/model.ts';
import { LanguageTag } from '../family/model.ts';
import { ClassId, FamilyId, GuardianId, SchoolId, StudentId } from '../ids.ts';
import { EmailAddress } from '../person/model.ts';
import { Instant } from '../time/local-date.ts';

/** Students that fit one transaction with their families, adults and copies. */
export const mostStudentsAtOnce = 10;

/**
 * A class that a school expects before the roster names it. Its students are students like any other: they are
 * invited and visited at once. When a roster names the class, this row goes and the class stays.
 */
export const ClassList = z.object({
  classId: ClassId,
  schoolId: SchoolId,
  year: SchoolYearId,
  name: z.string().trim().min(1).max(160),
  /** Students put on the list so far. */
  students: z.int().min(0),
});
export type ClassList = z.infer<typeof ClassList>;

/** Why a roster that named the school did not find an expected student. */
export const NotFoundBecause = z.enum([
  /** Nobody of that name is in the roster. */
  'no_match',
  /** Several of the roster have that name. */
  'several_in_roster',
  /** Several expected students have that name. */
  'several_expected',
  /** The one in the roster has been in Porchlight for longer, under a record of its own. */
  'known_already',
]);
export type NotFoundBecause = z.infer<typeof NotFoundBecause>;

/** A student whom a class list names and no roster has yet: found here by name when a roster comes. */
export const ExpectedStudent = z.object({
  schoolId: SchoolId,
  studentId: StudentId,
  familyId: FamilyId,
  classId: ClassId,
  year: SchoolYearId,
  givenName: z.string().min(1).max(80),
  familyName: z.string().max(80),
  guardianIds: z.array(GuardianId).max(4),
  /** Hashes of adult and number or address: siblings of a later list join the family by them. */
  adultHashes: z.array(z.string()).max(8),
  /** Null until a roster of the school did not find the student. */
  notFound: z.object({ because: NotFoundBecause, since: Instant }).nullable(),
});
export type ExpectedStudent = z.infer<typeof ExpectedStudent>;

/** A student as a form or a pasted row sends one. */
export const NewExpectedStudent = z.strictObject({
  /** The student is in Porchlight already, as the person at the form has seen; null for a new one. */
  studentId: StudentId.nullable(),
  givenName: z.string().trim().min(1).max(80),
  familyName: z.string().trim().min(1).max(80),
  guardian: z
    .strictObject({
      name: z.string().trim().min(1).max(160),
      phone: z.string().trim().min(7).max(40).nullable(),
      email: EmailAddress.nullable(),
    })
    .nullable(),
  language: LanguageTag.nullable(),
});
export type NewExpectedStudent = z.infer<typeof NewExpectedStudent>;
