import type { Answer } from '#shared/contract/client.ts';
import type { DistrictRole } from '#shared/domain/access/roles.ts';
import type { Answers } from './mock-answers.ts';
import { classData } from './sample-class.ts';
import { longName, officeAnswers, people, schools } from './sample-office.ts';
import { sampleId, school } from './sample-people.ts';

export const listId = sampleId('cls', 1);
export const openStudentId = sampleId('stu', 41);

const student = (number: number, givenName: string, familyName: string, grade: string | null = '3') => ({
  studentId: sampleId('stu', number),
  familyId: sampleId('fam', number),
  givenName,
  familyName,
  grade,
});

export const known = student(1, 'Ana', 'Rivera');

export const classLists: Answer<'getClassLists'> = {
  years: ['2026-27', '2027-28'],
  waiting: 21,
  lists: [
    { classId: listId, schoolId: school.schoolId, year: '2026-27', name: classData.name, students: 7 },
    {
      classId: sampleId('cls', 2),
      schoolId: school.schoolId,
      year: '2026-27',
      name: 'Kindergarten with Ms. Villanueva-Castellanos de la Cruz, morning group in the new building',
      students: 1,
    },
  ],
  open: [
    {
      ...student(41, 'Annie', 'Rivera'),
      because: 'no_match',
      className: classData.name,
      sameName: [],
    },
    {
      ...student(42, 'Maximiliano Alexander', 'Villanueva-Castellanos de la Cruz y Montemayor'),
      because: 'several_in_roster',
      className: null,
      sameName: [student(43, 'Maximiliano Alexander', 'Villanueva-Castellanos de la Cruz y Montemayor')],
    },
  ],
};

export const noLists: Answer<'getClassLists'> = { years: ['2026-27'], waiting: 0, lists: [], open: [] };

/** Every page of class lists, for a coordinator of one school or the district's administrator. */
export function listAnswers(roles: readonly DistrictRole[], changes: Answers = {}): Answers {
  return officeAnswers(roles, {
    listSchools: () => ({ items: roles.includes('coordinator') ? [school] : schools, cursor: null }),
    getClassLists: () => classLists,
    addClassList: () => ({
      classId: listId,
      schoolId: school.schoolId,
      year: '2026-27',
      name: classData.name,
      students: 0,
    }),
    getClass: () => classData,
    listPeople: () => ({ items: people.filter(({ name }) => name !== longName), cursor: null }),
    lookUpStudents: ({ body }) => ({
      students: (body as { names: { givenName: string }[] }).names.map(({ givenName }) =>
        givenName === 'Ana'
          ? [known]
          : givenName === 'Mei'
            ? [student(8, 'Mei', 'Tran'), student(9, 'Mei', 'Tran', null)]
            : [],
      ),
    }),
    addExpectedStudents: ({ body }) => ({
      students: (body as { students: unknown[] }).students.map((_, index) => ({
        studentId: sampleId('stu', 60 + index),
        familyId: sampleId('fam', 60 + index),
      })),
    }),
    removeExpectedStudent: () => ({ done: true }),
    mergeStudent: () => known,
    keepApart: () => ({ done: true }),
    addSchool: ({ body }) => ({
      schoolId: sampleId('sch', 9),
      name: (body as { name: string }).name,
      rosterId: null,
    }),
    ...changes,
  });
}
