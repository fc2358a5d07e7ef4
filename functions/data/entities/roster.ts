import * as z from 'zod';
import {
  ClassId,
  FamilyId,
  GuardianId,
  PersonId,
  RosterImportId,
  SchoolId,
  StudentId,
} from '#shared/domain/ids.ts';
import { ClassList, ExpectedStudent } from '#shared/domain/roster/expected.ts';
import {
  ClassEducator,
  ClassStudent,
  RosterCounts,
  RosterImport,
  RosterIssue,
  School,
  SchoolClass,
  Student,
} from '#shared/domain/roster/model.ts';
import { entity } from '../entity.ts';
import { keys } from '../keys.ts';

export const school = entity({
  type: 'school',
  version: 1,
  schema: School.extend({
    /** Values of the last roster (I42); absent for a school that no roster named. */
    roster: z.object({ name: z.string() }).optional(),
  }),
  keys: (t, { schoolId }) => ({ pk: keys.district(t), sk: keys.school(schoolId) }),
});

export const student = entity({
  type: 'student',
  version: 1,
  schema: Student.extend({
    /** Values of the last roster: a field still equal to them follows the next roster (I42). */
    roster: z
      .object({
        sourceId: z.string(),
        givenName: z.string(),
        familyName: z.string(),
        grade: z.string().nullable(),
        schoolId: SchoolId,
      })
      .nullable(),
  }),
  keys: (t, { studentId, schoolId, givenName, familyName }) => ({
    pk: keys.student(t, studentId),
    sk: keys.word.profile,
    gsi1pk: keys.schoolStudents(t, schoolId),
    gsi1sk: keys.byName(`${familyName}, ${givenName}`, studentId),
  }),
});

export const schoolClass = entity({
  type: 'class',
  version: 1,
  schema: SchoolClass.extend({
    /** Values of the last roster (I42). */
    roster: z.object({ name: z.string(), schoolId: SchoolId }).optional(),
  }),
  keys: (t, { classId }) => ({ pk: keys.class(t, classId), sk: keys.word.class }),
});

export const classStudent = entity({
  type: 'classStudent',
  version: 1,
  schema: ClassStudent,
  keys: (t, { classId, studentId }) => ({
    pk: keys.class(t, classId),
    sk: keys.classStudent(studentId),
    gsi1pk: keys.student(t, studentId),
    gsi1sk: keys.classOfStudent(classId),
  }),
});

/** A class in its educator's own list. */
export const classEducator = entity({
  type: 'classEducator',
  version: 1,
  schema: ClassEducator,
  keys: (t, { classId, personId, year }) => ({
    pk: keys.class(t, classId),
    sk: keys.classEducator(personId),
    gsi1pk: keys.person(t, personId),
    gsi1sk: keys.ownClass(year, classId),
  }),
});

/** A student as a family's page shows it. */
export const familyStudent = entity({
  type: 'familyStudent',
  version: 1,
  schema: z.object({
    familyId: FamilyId,
    studentId: StudentId,
    schoolId: SchoolId,
    givenName: z.string(),
    familyName: z.string(),
  }),
  keys: (t, { familyId, studentId }) => ({ pk: keys.family(t, familyId), sk: keys.familyStudent(studentId) }),
});

export const rosterImport = entity({
  type: 'rosterImport',
  version: 1,
  schema: RosterImport,
  keys: (t, { importId, startedAt }) => ({
    pk: keys.rosterImport(t, importId),
    sk: keys.word.import,
    gsi1pk: keys.rosterImports(t),
    gsi1sk: keys.byDay(startedAt, importId),
  }),
});

/** How far an import has come: written with every step, so that a crashed import goes on where it stopped. */
export const rosterProgress = entity({
  type: 'rosterProgress',
  version: 1,
  schema: z.object({
    importId: RosterImportId,
    phase: z.enum(['schools', 'staff', 'households', 'classes']),
    /** Units of the phase that are done. */
    done: z.int(),
    changed: RosterCounts,
    /** What could not be applied, in addition to what could not be read. */
    notTaken: z.int(),
    issues: z.array(RosterIssue),
  }),
  keys: (t, { importId }) => ({ pk: keys.rosterImport(t, importId), sk: keys.word.progress }),
});

/** A person of the roster who was in the district before, under another id: known by the e-mail address once. */
export const rosterAlias = entity({
  type: 'rosterAlias',
  version: 1,
  schema: z.object({ rosterPersonId: PersonId, personId: PersonId }),
  keys: (t, { rosterPersonId }) => ({ pk: keys.person(t, rosterPersonId), sk: keys.word.roster }),
});

/** A student of the roster who was expected before, under another id: found by school and name once. */
export const studentAlias = entity({
  type: 'studentAlias',
  version: 1,
  schema: z.object({
    rosterStudentId: StudentId,
    studentId: StudentId,
    /** Adults of the family who were there before, by the id the roster's own would have. */
    guardians: z.array(z.object({ rosterGuardianId: GuardianId, guardianId: GuardianId })),
    /** Adults of the class list whom no roster has named yet. */
    expected: z.array(GuardianId),
  }),
  keys: (t, { rosterStudentId }) => ({ pk: keys.student(t, rosterStudentId), sk: keys.word.roster }),
});

/** A class of the roster that was expected before, under another id. */
export const classAlias = entity({
  type: 'classAlias',
  version: 1,
  schema: z.object({ rosterClassId: ClassId, classId: ClassId }),
  keys: (t, { rosterClassId }) => ({ pk: keys.class(t, rosterClassId), sk: keys.word.roster }),
});

/** A class that no roster has named yet. */
export const classList = entity({
  type: 'classList',
  version: 1,
  schema: ClassList,
  keys: (t, { schoolId, classId }) => ({ pk: keys.expected(t, schoolId), sk: keys.expectedClass(classId) }),
});

/** A student whom no roster has named yet; the row goes when one does. */
export const expectedStudent = entity({
  type: 'expectedStudent',
  version: 1,
  schema: ExpectedStudent,
  keys: (t, { schoolId, studentId }) => ({
    pk: keys.expected(t, schoolId),
    sk: keys.expectedStudent(studentId),
  }),
});
