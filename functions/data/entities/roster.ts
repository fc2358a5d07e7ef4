import * as z from 'zod';
import { FamilyId, SchoolId, StudentId } from '#shared/domain/ids.ts';
import { ClassEducator, ClassStudent, School, SchoolClass, Student } from '#shared/domain/roster/model.ts';
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
