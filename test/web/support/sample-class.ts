import type { Answer } from '#shared/contract/client.ts';
import { maria, sampleId, school } from './sample-people.ts';

export const classId = sampleId('cls', 1);
export const familyId = sampleId('fam', 1);
export const studentId = sampleId('stu', 1);
const year = '2026-27';

type FamilyData = Answer<'getFamily'>;

export const classData: Answer<'getClass'> = {
  classId,
  schoolId: school.schoolId,
  year,
  name: 'Grade 3, Room 12',
  students: [
    row(1, 'Ana', 'Rivera', 'accepted', [{ status: 'scheduled', on: '2026-11-24' }]),
    row(2, 'Luis', 'Ortega', 'accepted', [{ status: 'completed', on: '2026-11-17' }]),
    row(3, 'Hodan', 'Abdi', 'accepted', [
      { status: 'completed', on: '2026-08-30' },
      { status: 'completed', on: '2026-11-19' },
    ]),
    row(4, 'Amara', 'Okafor', 'accepted', []),
    row(5, 'Mateo', 'Quispe', 'invited', []),
    row(6, 'Wren', 'Lindqvist', 'declined', []),
    row(7, 'Maximiliano Alexander', 'Villanueva-Castellanos de la Cruz', 'not_invited', []),
  ],
};

function row(
  number: number,
  givenName: string,
  familyName: string,
  invitation: Answer<'getClass'>['students'][number]['invitation'],
  visits: readonly { status: 'scheduled' | 'completed'; on: string }[],
): Answer<'getClass'>['students'][number] {
  return {
    studentId: sampleId('stu', number),
    familyId: sampleId('fam', number),
    givenName,
    familyName,
    invitation,
    visits: visits.map((visit, position) => ({ visitId: sampleId('vis', 100 + position), ...visit })),
  };
}

/** A family in one of its states. */
export function family(
  status: FamilyData['invitation']['status'],
  changes: Partial<FamilyData> = {},
): FamilyData {
  const invited = status !== 'not_invited';
  return {
    family: { familyId, language: 'es', doNotContact: false, rev: 1 },
    guardians: [
      {
        guardianId: sampleId('gua', 1),
        familyId,
        name: 'Rosa Rivera',
        email: 'rosa.rivera@example.org',
        phone: '(303) 555-0142',
        prefers: 'text',
        noContact: false,
        mailProblem: null,
        announcementsStopped: false,
        rev: 1,
      },
    ],
    students: [
      { studentId, givenName: 'Ana', familyName: 'Rivera', schoolId: school.schoolId, nextVisit: 1 },
      {
        studentId: sampleId('stu', 9),
        givenName: 'Tomás',
        familyName: 'Rivera',
        schoolId: school.schoolId,
        nextVisit: 1,
      },
    ],
    invitation: {
      familyId,
      year,
      status,
      how: invited ? 'phone' : null,
      invitedBy: invited ? maria.personId : null,
      invitedAt: invited ? '2026-11-16T17:00:00Z' : null,
      answeredAt: status === 'accepted' || status === 'declined' ? '2026-11-18T17:00:00Z' : null,
      answeredBy: status === 'accepted' || status === 'declined' ? 'staff' : null,
      askedByFamily: false,
      wishes: null,
      rev: invited ? 1 : 0,
    },
    visits: [],
    secondVisitFrom: '2027-01-11',
    ...changes,
  };
}
