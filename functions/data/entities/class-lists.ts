import * as z from 'zod';
import { ClassId, GuardianId, StudentId } from '#shared/domain/ids.ts';
import { ClassList, ExpectedStudent } from '#shared/domain/roster/expected.ts';
import { entity } from '../entity.ts';
import { keys } from '../keys.ts';

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
