import type { Answer } from '#shared/contract/client.ts';
import type { Answers } from './mock-answers.ts';
import { classData, classId, family, familyId, studentId } from './sample-class.ts';
import { lena, maria, me, noor, sampleId, school, today } from './sample-people.ts';
import { emptyQueue } from './sample-queue.ts';
import { commonTimes, interpreters } from './sample-times.ts';

export const visitId = sampleId('vis', 1);
const year = '2026-27';
const timeZone = 'America/Denver';

const team: Answer<'getVisit'>['team'] = [
  { ...maria, lead: true, as: 'educator', answer: 'yes' },
  { ...noor, lead: false, as: 'educator', answer: 'yes' },
];

type Member = Answer<'getToday'>['upcoming'][number];
type VisitData = Answer<'getVisit'>;
type Claim = Answer<'submitClaim'>;

function member(number: number, givenName: string, startsAt: string, visitNumber = 1): Member {
  return {
    visitId: sampleId('vis', number),
    personId: maria.personId,
    schoolId: school.schoolId,
    year,
    familyId: sampleId('fam', number),
    status: 'scheduled',
    type: 'home',
    startsAt,
    minutes: 40,
    timeZone,
    students: [{ studentId: sampleId('stu', number), givenName, number: visitNumber }],
    team,
    otherTimeAskedAt: null,
  };
}

/** Nobody offered the words, and nobody looks back yet. */
const writtenAlone = { together: false, lookBackOn: null, lookedBackAt: null };

export function owed(
  number: number,
  givenName: string,
  dueOn: string,
): Answer<'getToday'>['reflectionsOwed'][number] {
  return {
    visitId: sampleId('vis', number),
    studentId: sampleId('stu', number),
    personId: maria.personId,
    givenName,
    year,
    status: 'owed',
    dueOn,
    version: 0,
    ...writtenAlone,
  };
}

export function claim(number: number, changes: Partial<Claim> = {}): Claim {
  return {
    visitId: sampleId('vis', number),
    personId: maria.personId,
    personName: maria.name,
    schoolId: school.schoolId,
    year,
    status: 'open',
    visitDate: '2026-11-17',
    rule: { kind: 'flat', cents: 2_000, per: 'event' },
    units: 1,
    hundredthsOfHour: 0,
    cents: 2_000,
    fundId: sampleId('fnd', 1),
    accountCode: '11-2190-0150',
    dueOn: '2026-12-01',
    submittedAt: null,
    approvedBy: null,
    approvedAt: null,
    returnedBecause: null,
    batchId: null,
    rev: 1,
    ...changes,
  };
}

export const emptyToday: Answer<'getToday'> = {
  today,
  classes: [],
  requests: [],
  waiting: [],
  passed: [],
  upcoming: [],
  toLog: [],
  lateEntries: [],
  reflectionsOwed: [],
  lookBacks: [],
  claimsOpen: [],
  secondVisits: [],
};

export const fullToday: Answer<'getToday'> = {
  today,
  classes: [
    { classId, name: 'Grade 3, Room 12', schoolId: school.schoolId },
    { classId: sampleId('cls', 2), name: 'Reading group', schoolId: school.schoolId },
  ],
  requests: [],
  waiting: [],
  passed: [],
  upcoming: [member(4, 'Amara', '2026-11-23T23:30:00Z'), member(5, 'Mateo', '2026-12-02T00:00:00Z')],
  toLog: [member(1, 'Ana', '2026-11-20T23:30:00Z')],
  lateEntries: [member(6, 'Farah', '2026-11-12T23:30:00Z')],
  reflectionsOwed: [owed(2, 'Luis', '2026-11-20'), owed(3, 'Hodan', '2026-11-24')],
  lookBacks: [],
  claimsOpen: [claim(2)],
  secondVisits: [
    { familyId: sampleId('fam', 8), studentId: sampleId('stu', 8), givenName: 'Wren', firstOn: '2026-08-30' },
  ],
};

/** A visit as planned; `completedVisit` is the same one afterwards. */
export function visit(changes: Partial<VisitData> = {}): VisitData {
  return {
    visitId,
    familyId,
    schoolId: school.schoolId,
    year,
    status: 'scheduled',
    type: 'neutral',
    place: 'East Library',
    startsAt: '2026-11-20T23:30:00Z',
    minutes: 40,
    timeZone,
    localDate: '2026-11-20',
    students: [{ studentId, givenName: 'Ana', number: 1 }],
    team,
    scheduledAt: '2026-11-16T18:00:00Z',
    sequence: 0,
    completedAt: null,
    closedAt: null,
    late: null,
    ended: null,
    confirmedAt: null,
    otherTimeAskedAt: null,
    actualMinutes: null,
    beforeSchoolStarts: false,
    rev: 1,
    reflections: [],
    claims: [],
    ...changes,
  };
}

export function completedVisit(): VisitData {
  const reflection = {
    visitId,
    studentId,
    givenName: 'Ana',
    year,
    dueOn: '2026-11-30',
    version: 0,
    ...writtenAlone,
    rev: 1,
  };
  return visit({
    status: 'completed',
    completedAt: '2026-11-22T17:00:00Z',
    actualMinutes: 45,
    rev: 2,
    reflections: [
      { ...reflection, personId: maria.personId, status: 'owed' },
      { ...reflection, personId: noor.personId, status: 'done', version: 1 },
    ],
    claims: [claim(1, { visitDate: '2026-11-20' })],
  });
}

export const colleagues: Answer<'listColleagues'> = {
  items: [
    { ...lena, certificate: null, willing: false },
    { ...maria, certificate: { issuedOn: '2026-08-20', expiresOn: '2029-08-20' }, willing: true },
    { ...noor, certificate: { issuedOn: '2026-08-20', expiresOn: '2029-08-20' }, willing: true },
  ],
  cursor: null,
};

export const myClaims: Answer<'listMyClaims'> = {
  items: [
    claim(2),
    claim(3, { visitDate: '2026-11-10', returnedBecause: 'Please check the day of the visit.' }),
    claim(4, { visitDate: '2026-10-12', status: 'submitted', submittedAt: '2026-10-15T15:00:00Z' }),
    claim(5, {
      visitDate: '2026-09-30',
      status: 'approved',
      rule: { kind: 'hours', hundredthsOfHour: 100, centsPerHour: 2_849, per: 'event' },
      hundredthsOfHour: 100,
      cents: 2_849,
    }),
    claim(6, { visitDate: '2026-09-12', status: 'paid', batchId: sampleId('bat', 1) }),
  ],
  cursor: null,
};

/** Every page of an educator with something on it. */
export function educatorAnswers(changes: Answers = {}): Answers {
  return {
    getMe: () => me(['educator']),
    changeMyLanguage: ({ body }) => body as { language: 'en' | 'es' },
    getToday: () => fullToday,
    getClass: () => classData,
    getClassQueue: () => emptyQueue,
    getFamily: () => family('not_invited'),
    listColleagues: () => colleagues,
    getVisit: () => visit(),
    getCommonTimes: () => commonTimes,
    listInterpreters: () => interpreters,
    getMyReflection: () => ({
      reflection: { ...owed(1, 'Ana', '2026-11-30'), rev: 1 },
      visitNumber: 1,
      words: null,
      lookBack: null,
      offered: [],
    }),
    listMyClaims: () => myClaims,
    inviteFamily: () => family('invited').invitation,
    recordAnswer: ({ body }) => family((body as { answer: 'accepted' | 'declined' }).answer).invitation,
    proposeVisit: () => visit(),
    completeVisit: () => completedVisit(),
    cancelVisit: () => visit({ status: 'cancelled' }),
    submitClaim: () => claim(2, { status: 'submitted' }),
    writeReflection: () => ({
      reflection: { ...owed(1, 'Ana', '2026-11-30'), status: 'done', version: 1, rev: 2 },
    }),
    ...changes,
  };
}
