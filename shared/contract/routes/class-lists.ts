import * as z from 'zod';
import { SchoolYearId } from '../../domain/district/model.ts';
import { ClassId, FamilyId, PersonId, SchoolId, StudentId } from '../../domain/ids.ts';
import {
  ClassList,
  ExpectedStudent,
  mostStudentsAtOnce,
  NewExpectedStudent,
} from '../../domain/roster/expected.ts';
import { School, Student } from '../../domain/roster/model.ts';
import { route } from '../route.ts';
import { Done } from '../views.ts';

const schoolParams = z.object({ schoolId: SchoolId });
const classParams = z.object({ classId: ClassId });
const KnownStudent = Student.pick({
  studentId: true,
  familyId: true,
  givenName: true,
  familyName: true,
  grade: true,
});

/** An expected student whom a roster did not find, with those of the school who have that name. */
export const OpenStudent = ExpectedStudent.pick({
  studentId: true,
  familyId: true,
  givenName: true,
  familyName: true,
}).extend({
  because: ExpectedStudent.shape.notFound.unwrap().shape.because,
  className: z.string().nullable(),
  sameName: z.array(KnownStudent),
});

/** Class lists that a school makes before its roster exists, and bringing both together when it comes. */
export const classListRoutes = {
  addSchool: route({
    method: 'POST',
    path: '/schools',
    group: 'roster',
    summary: 'Add a school before the roster names it; the roster of the same name adopts it',
    scope: 'tenant',
    can: ['roster:import'],
    body: z.strictObject({ name: z.string().trim().min(2).max(160) }),
    response: School,
    errors: ['NOT_POSSIBLE'],
    data: 'write',
  }),
  getClassLists: route({
    method: 'GET',
    path: '/schools/{schoolId}/class-lists',
    group: 'roster',
    summary: 'Class lists made by hand, and students of them whom a roster did not find',
    scope: 'tenant',
    can: ['school:coordinate'],
    params: schoolParams,
    response: z.object({
      /** School years a list can be for: the present one and those to come. */
      years: z.array(SchoolYearId),
      lists: z.array(ClassList),
      /** Students who wait for the school's roster. */
      waiting: z.int(),
      open: z.array(OpenStudent),
    }),
    errors: ['NOT_FOUND'],
    data: 'read',
  }),
  addClassList: route({
    method: 'POST',
    path: '/schools/{schoolId}/class-lists',
    group: 'roster',
    summary: 'Make a class before the roster names it, with its educators',
    scope: 'tenant',
    can: ['school:coordinate'],
    params: schoolParams,
    body: z.strictObject({
      name: ClassList.shape.name,
      year: SchoolYearId,
      educatorIds: z.array(PersonId).max(10),
    }),
    response: ClassList,
    errors: ['NOT_FOUND', 'NOT_POSSIBLE'],
    data: 'write',
  }),
  lookUpStudents: route({
    method: 'POST',
    path: '/schools/{schoolId}/students/look-up',
    group: 'roster',
    summary:
      'Which students of these names the school knows already; names travel in the body, never in an address',
    scope: 'tenant',
    can: ['school:coordinate'],
    params: schoolParams,
    body: z.strictObject({
      names: z
        .array(z.strictObject({ givenName: z.string().max(80), familyName: z.string().max(80) }))
        .min(1)
        .max(60),
    }),
    /** One entry for each name asked for, in the same order. */
    response: z.object({ students: z.array(z.array(KnownStudent)) }),
    errors: ['NOT_FOUND'],
    data: 'read',
  }),
  addExpectedStudents: route({
    method: 'POST',
    path: '/classes/{classId}/expected-students',
    group: 'roster',
    summary: 'Put students on a class list; their families can be invited at once',
    scope: 'tenant',
    can: ['school:coordinate'],
    params: classParams,
    body: z.strictObject({ students: z.array(NewExpectedStudent).min(1).max(mostStudentsAtOnce) }),
    response: z.object({ students: z.array(z.object({ studentId: StudentId, familyId: FamilyId })) }),
    errors: ['NOT_FOUND', 'CHANGED_MEANWHILE', 'NOT_POSSIBLE'],
    data: 'write',
  }),
  removeExpectedStudent: route({
    method: 'DELETE',
    path: '/classes/{classId}/expected-students/{studentId}',
    group: 'roster',
    summary: 'Take a student off a class list; what was arranged with the family stays',
    scope: 'tenant',
    can: ['school:coordinate'],
    params: classParams.extend({ studentId: StudentId }),
    response: Done,
    errors: ['NOT_FOUND', 'CHANGED_MEANWHILE'],
    data: 'write',
  }),
  mergeStudent: route({
    method: 'POST',
    path: '/students/{studentId}/merge',
    group: 'roster',
    summary:
      'An expected student is one whom the roster names otherwise: visits, answers and words come together',
    scope: 'tenant',
    can: ['school:coordinate'],
    params: z.object({ studentId: StudentId }),
    body: z.strictObject({ into: StudentId }),
    response: KnownStudent,
    errors: ['NOT_FOUND', 'CHANGED_MEANWHILE', 'NOT_POSSIBLE', 'TOO_LARGE'],
    data: 'write',
  }),
  joinHouseholds: route({
    method: 'POST',
    path: '/students/{studentId}/household',
    group: 'roster',
    summary: 'Two children live in one household, which no list or roster says: theirs become one',
    scope: 'tenant',
    can: ['school:coordinate'],
    params: z.object({ studentId: StudentId }),
    /** Comes into the household of the student with everybody of their own. */
    body: z.strictObject({ sibling: StudentId }),
    response: z.object({ familyId: FamilyId }),
    errors: ['NOT_FOUND', 'CHANGED_MEANWHILE', 'NOT_POSSIBLE', 'TOO_LARGE'],
    data: 'write',
  }),
  keepApart: route({
    method: 'POST',
    path: '/students/{studentId}/keep-apart',
    group: 'roster',
    summary:
      'An expected student is none of the roster’s: the record stays, and rosters are no longer compared with it',
    scope: 'tenant',
    can: ['school:coordinate'],
    params: z.object({ studentId: StudentId }),
    response: Done,
    errors: ['NOT_FOUND', 'CHANGED_MEANWHILE'],
    data: 'write',
  }),
};
