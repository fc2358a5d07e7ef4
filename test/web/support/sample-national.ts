import type { Answer } from '#shared/contract/client.ts';
import { permissionsOf } from '#shared/domain/access/permissions.ts';
import type { NationalRole } from '#shared/domain/access/roles.ts';
import type { Answers } from './mock-answers.ts';

type DistrictLine = Answer<'getDistrict'>;

export function districtLine(
  number: number,
  name: string,
  changes: Partial<DistrictLine> = {},
): DistrictLine {
  return {
    districtId: `t_${String(number).padStart(26, '0')}`,
    name,
    state: 'CO',
    timeZone: 'America/Denver',
    status: 'ready',
    year: '2026-27',
    counts: { students: 1_204, visits: 311, visitedStudents: 290, twoVisitStudents: 121, trained: 42 },
    ...changes,
  };
}

const nothing = { students: 0, visits: 0, visitedStudents: 0, twoVisitStudents: 0, trained: 0 };

export const districts: DistrictLine[] = [
  districtLine(1, 'Prairie View Public Schools'),
  districtLine(2, 'Harbor City Unified School District', {
    state: 'CA',
    counts: {
      students: 48_210,
      visits: 11_221,
      visitedStudents: 9_876,
      twoVisitStudents: 4_210,
      trained: 1_380,
    },
  }),
  districtLine(
    3,
    'The Consolidated Independent School District of Upper Saint Croix and the Seven Lakes Valley',
    {
      state: 'MN',
      status: 'preparing',
      counts: nothing,
    },
  ),
];

/** Every page of the national office with something on it. */
export function nationalAnswers(role: NationalRole = 'national_admin', changes: Answers = {}): Answers {
  return {
    getNationalMe: () => ({ name: 'Ruth Calloway', roles: [role], permissions: permissionsOf([role]) }),
    listDistricts: () => ({ items: districts, cursor: null }),
    getDistrict: ({ params }) =>
      districts.find((one) => one.districtId === params['districtId']) ?? districtLine(9, 'A new district'),
    createDistrict: () => districtLine(3, 'A new district', { status: 'preparing', counts: nothing }),
    inviteDistrictAdmin: () => ({ invited: true }),
    ...changes,
  };
}
