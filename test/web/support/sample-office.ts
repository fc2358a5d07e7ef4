import type { Answer } from '#shared/contract/client.ts';
import type { DistrictRole } from '#shared/domain/access/roles.ts';
import type { Answers } from './mock-answers.ts';
import { claim } from './sample-educator.ts';
import { doneImport, failedImport, withoutIssues } from './sample-imports.ts';
import { lena, maria, me, noor, sampleId, school, today } from './sample-people.ts';

type PersonRow = Answer<'listPeople'>['items'][number];

export const longName = 'Maximiliano Alexander Villanueva-Castellanos de la Cruz y Montemayor';
export const longSchool =
  'Dr. Martin Luther King Jr. Academy of Mathematics, Science and the Performing Arts';
export const schools = [
  school,
  { schoolId: sampleId('sch', 2), name: 'Cottonwood Middle School', rosterId: 'C-02' },
  { schoolId: sampleId('sch', 3), name: longSchool, rosterId: null },
];

/** A person of the staff list. */
export function personRow(number: number, name: string, changes: Partial<PersonRow> = {}): PersonRow {
  return {
    personId: sampleId('per', number),
    name,
    email: `person${number}@prairieview.example`,
    language: 'en',
    roles: ['educator'],
    schoolIds: [school.schoolId],
    employeeId: null,
    account: 'none',
    certificate: null,
    mailProblem: null,
    languages: [],
    freeTimes: [],
    rev: 1,
    ...changes,
  };
}

export const people: PersonRow[] = [
  personRow(3, lena.name, { email: null, roles: [], certificate: null }),
  personRow(1, maria.name, {
    roles: ['educator', 'coordinator'],
    account: 'open',
    certificate: { issuedOn: '2026-08-20', expiresOn: '2029-08-19' },
  }),
  personRow(4, longName, {
    email: 'maximiliano.alexander.villanueva-castellanos.de.la.cruz@prairieview.example',
    roles: ['educator', 'coordinator', 'interpreter'],
    schoolIds: schools.map((one) => one.schoolId),
    mailProblem: 'complaint',
    certificate: { issuedOn: '2023-08-20', expiresOn: '2026-08-19' },
  }),
  personRow(2, noor.name, {
    account: 'open',
    mailProblem: 'bounce',
    certificate: { issuedOn: '2026-08-20', expiresOn: '2029-08-19' },
  }),
  personRow(5, 'Sofía Ibarra', { roles: ['interpreter'] }),
];

export const settings: Answer<'getSettings'> = (() => {
  const { district, schoolYear, policy } = me(['district_admin']);
  if (schoolYear === null || policy === null) throw new Error('The sample district has a year and a policy');
  return {
    district,
    schoolYears: [schoolYear],
    policies: [
      { from: '2026-07-01', fundId: sampleId('fnd', 1), settings: policy, rev: 1 },
      {
        from: '2027-01-01',
        fundId: sampleId('fnd', 1),
        settings: {
          ...policy,
          pay: { kind: 'hours', hundredthsOfHour: 100, centsPerHour: 2_849, per: 'student' },
        },
        rev: 1,
      },
    ],
    fund: { name: 'Title I', accountCode: '11-2190-0150' },
  };
})();

export const training: Answer<'getTraining'> = {
  trainingId: sampleId('trn', 1),
  title: 'Home visits, part 1: why we visit and how',
  kind: 'initial',
  heldOn: '2026-11-14',
  schoolId: null,
  plan: null,
  signedUp: 0,
  waiting: 0,
  completedBy: 1,
  begun: true,
  cancelledAt: null,
  sequence: 0,
  rev: 1,
  attendees: [
    {
      trainingId: sampleId('trn', 1),
      personId: noor.personId,
      name: noor.name,
      status: 'completed',
      minutes: 180,
      signedUpAt: null,
    },
  ],
};

/** Claims that wait for approval; the first is the signed-in person's own. */
export const submittedClaims = [
  claim(1, { status: 'submitted', submittedAt: '2026-11-18T15:00:00Z' }),
  claim(2, { status: 'submitted', personId: noor.personId, personName: noor.name }),
  claim(3, {
    status: 'submitted',
    personId: sampleId('per', 4),
    personName: longName,
    rule: { kind: 'hours', hundredthsOfHour: 100, centsPerHour: 2_849, per: 'student' },
    hundredthsOfHour: 200,
    units: 2,
    cents: 5_698,
  }),
  claim(4, { status: 'submitted', personId: lena.personId, personName: lena.name, visitDate: '2026-11-19' }),
];

export const approvedClaims = Array.from({ length: 14 }, (_, index) =>
  claim(20 + index, {
    status: 'approved',
    personId: sampleId('per', 2 + (index % 3)),
    personName: [noor.name, lena.name, longName][index % 3] ?? noor.name,
    visitDate: `2026-11-${String(3 + index).padStart(2, '0')}`,
  }),
);

export const batch: Answer<'closePayPeriod'> = {
  batchId: sampleId('bat', 1),
  status: 'closed',
  through: '2026-10-31',
  closedAt: '2026-11-02T17:20:00Z',
  closedBy: sampleId('per', 6),
  lines: 112,
  totalCents: 224_000,
  fileKey: 'payroll/one.csv',
  sha256: '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08',
};

const noStudents = { items: [], cursor: null };

/** Every office page of a district with something on it, for a person with these roles. */
export function officeAnswers(roles: readonly DistrictRole[], changes: Answers = {}): Answers {
  const changed = ({ body }: { body: unknown }) => ({ ...personRow(9, 'Ada Bright'), ...(body as object) });
  return {
    getMe: () => me(roles, { schools: roles.includes('coordinator') ? [school] : [] }),
    changeMyLanguage: ({ body }) => body as { language: 'en' | 'es' },
    listSchools: () => ({ items: roles.includes('coordinator') ? [school] : schools, cursor: null }),
    listStudents: ({ params }) =>
      params['schoolId'] === school.schoolId ? { items: students, cursor: 'more' } : noStudents,
    listPeople: () => ({ items: people, cursor: null }),
    addPerson: (request) => ({ ...changed(request), rev: 1 }),
    changePerson: ({ params, body }) => ({
      ...(people.find((person) => person.personId === params['personId']) ?? personRow(9, 'Ada Bright')),
      ...(body as object),
    }),
    invitePerson: ({ params }) => ({
      ...(people.find((person) => person.personId === params['personId']) ?? personRow(9, 'Ada Bright')),
      account: 'open',
    }),
    startRosterImport: () => ({
      importId: doneImport.importId,
      upload: { url: '/upload', fields: { key: 'k' } },
    }),
    getRosterImport: () => doneImport,
    listRosterImports: () => ({
      items: [
        withoutIssues(doneImport),
        withoutIssues({
          ...failedImport,
          importId: sampleId('imp', 2),
          fileName: 'Student.csv, Teacher.csv',
        }),
      ],
      cursor: null,
    }),
    getSettings: () => settings,
    changePolicy: ({ body }) => ({
      ...(body as { from: string; settings: never }),
      fundId: sampleId('fnd', 1),
      rev: 1,
    }),
    listTrainings: () => ({
      items: [training, { ...training, trainingId: sampleId('trn', 2), completedBy: 0 }],
      cursor: null,
    }),
    getTraining: () => training,
    recordTraining: () => training,
    recordCompletions: () => ({ ...training, refused: [] }),
    listClaims: ({ query }) => ({
      items: query['status'] === 'approved' ? approvedClaims : submittedClaims,
      cursor: null,
    }),
    approveClaim: () => ({ ...claim(2), status: 'approved' }),
    returnClaim: () => ({ ...claim(2), status: 'open' }),
    closePayPeriod: () => ({ ...batch, through: today, lines: 14, totalCents: 28_000 }),
    listPayBatches: () => ({ items: [batch], cursor: null }),
    downloadPayBatch: () => ({ url: '/payroll.csv', fileName: 'payroll.csv', sha256: batch.sha256 }),
    ...changes,
  };
}

export const students: Answer<'listStudents'>['items'] = [
  ['Ana', 'Rivera', '3'],
  ['Luis', 'Ortega', '3'],
  ['Maximiliano Alexander', 'Villanueva-Castellanos de la Cruz', 'KG'],
].map(([givenName, familyName, grade], index) => ({
  studentId: sampleId('stu', index + 1),
  familyId: sampleId('fam', index + 1),
  schoolId: school.schoolId,
  givenName: givenName ?? '',
  familyName: familyName ?? '',
  grade: grade ?? null,
}));
