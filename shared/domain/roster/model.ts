import * as z from 'zod';
import { SchoolYearId } from '../district/model.ts';
import { ClassId, FamilyId, PersonId, RosterImportId, SchoolId, StudentId } from '../ids.ts';
import { Instant } from '../time/local-date.ts';

export const School = z.object({
  schoolId: SchoolId,
  name: z.string().min(1).max(160),
  rosterId: z.string().nullable(),
});
export type School = z.infer<typeof School>;

/** Grade is kept to show a class, never to choose a family by (I13). No birthday, race or flag is taken from a roster. */
export const Student = z.object({
  studentId: StudentId,
  familyId: FamilyId,
  schoolId: SchoolId,
  givenName: z.string().min(1).max(80),
  familyName: z.string().max(80),
  grade: z.string().max(20).nullable(),
});
export type Student = z.infer<typeof Student>;

export const SchoolClass = z.object({
  classId: ClassId,
  schoolId: SchoolId,
  year: SchoolYearId,
  name: z.string().min(1).max(160),
});
export type SchoolClass = z.infer<typeof SchoolClass>;

export const ClassStudent = z.object({
  classId: ClassId,
  studentId: StudentId,
  familyId: FamilyId,
  schoolId: SchoolId,
  givenName: z.string(),
  familyName: z.string(),
});
export type ClassStudent = z.infer<typeof ClassStudent>;

export const ClassEducator = z.object({
  classId: ClassId,
  personId: PersonId,
  schoolId: SchoolId,
  year: SchoolYearId,
  className: z.string(),
});
export type ClassEducator = z.infer<typeof ClassEducator>;

export const RosterCounts = z.object({
  schools: z.int(),
  staff: z.int(),
  students: z.int(),
  guardians: z.int(),
  classes: z.int(),
  enrollments: z.int(),
});
export type RosterCounts = z.infer<typeof RosterCounts>;

/** One row that was not taken, and why, in the uploader's words: file, line, and what to do. Never the row's values. */
export const RosterIssue = z.object({
  file: z.string(),
  line: z.int().nullable(),
  reason: z.string(),
});
export type RosterIssue = z.infer<typeof RosterIssue>;

export const RosterImport = z.object({
  importId: RosterImportId,
  fileName: z.string().max(200),
  status: z.enum(['waiting_for_file', 'reading', 'done', 'failed']),
  format: z.enum(['oneroster-1.1', 'oneroster-1.2', 'sds-v1', 'sds-v2.1']).nullable(),
  startedAt: Instant,
  finishedAt: Instant.nullable(),
  /** Rows read from the file. */
  found: RosterCounts.nullable(),
  /** Rows that were new or changed; the same file twice changes nothing (I39). */
  changed: RosterCounts.nullable(),
  /** All rows not taken; `issues` lists the first of them. */
  notTaken: z.int(),
  issues: z.array(RosterIssue).max(200),
  /** Why the whole file was refused, in words. */
  failure: z.string().nullable(),
});
export type RosterImport = z.infer<typeof RosterImport>;
