import { routeList } from '#shared/contract/contract.ts';
import { policyWith } from '#test/support/district.ts';
import type { ExampleIds } from '#test/support/example-district.ts';

/** Path parameters that name one district's rows. */
export const paramsFor = (path: string, ids: ExampleIds, districtId: string): Record<string, string> => {
  const known: Record<string, string> = {
    schoolId: ids.sch,
    personId: ids.per,
    studentId: ids.stu,
    familyId: ids.fam,
    guardianId: ids.gua,
    classId: ids.cls,
    visitId: ids.vis,
    trainingId: ids.trn,
    importId: ids.imp,
    batchId: ids.bat,
    contactId: ids.con,
    day: '2026-09-01',
    districtId,
    link: `${districtId}.${ids.per}.aaaaaaaaaaaaaaaaaaaaaa`,
  };
  const names = [...path.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name);
  return Object.fromEntries(names.map((name) => [name, known[name] ?? '']));
};

const announcementFor = (ids: ExampleIds) => ({
  audience: { kind: 'class', classId: ids.cls },
  versions: { en: { subject: 'Home visits', body: 'We would like to meet you.' }, es: null },
});

const planFor = (ids: ExampleIds) => ({
  date: '2099-02-01',
  time: '17:00',
  minutes: 40,
  type: 'home',
  place: null,
  partnerIds: [ids.partner],
  interpreterId: null,
});

/** A well-formed body for each change, which names the other district's rows wherever it names any. */
export const bodiesFor = (ids: ExampleIds): Record<string, unknown> => ({
  changeMyLanguage: { language: 'es' },
  setParticipation: { answer: 'yes' },
  setFreeTimes: { languages: ['es'], freeTimes: [{ weekday: 2, from: '16:00', until: '18:00' }] },
  changePolicy: { from: '2099-01-01', settings: policyWith(), rev: null },
  addPerson: { name: 'Sam Field', email: null, roles: ['educator'], schoolIds: [ids.sch] },
  changePerson: { rev: 1, name: 'Somebody Else' },
  invitePerson: { rev: 1 },
  addSchool: { name: 'A new school' },
  addClassList: { name: 'Room 9', year: '2026-27', educatorIds: [ids.per] },
  lookUpStudents: { names: [{ givenName: 'Ada', familyName: 'Rivera' }] },
  addExpectedStudents: {
    students: [
      { studentId: ids.stu, givenName: 'Ada', familyName: 'Rivera', guardian: null, language: null },
    ],
  },
  mergeStudent: { into: ids.stu },
  joinHouseholds: { sibling: ids.stu },
  startRosterImport: { fileName: 'roster.zip', bytes: 10 },
  recordTraining: { title: 'Training', heldOn: '2026-08-01' },
  recordCompletions: { personIds: [ids.per] },
  planTraining: {
    title: 'Training',
    kind: 'initial',
    heldOn: '2099-08-01',
    time: '09:00',
    minutes: 180,
    place: 'Oak Library',
    seats: 20,
    schoolId: ids.sch,
  },
  changeTraining: {
    title: 'Training',
    heldOn: '2099-08-02',
    time: '09:00',
    minutes: 180,
    place: 'Oak Library',
    seats: 20,
    rev: 1,
  },
  cancelTraining: { rev: 1 },
  signUpForTraining: {},
  withdrawFromTraining: {},
  inviteFamily: { how: 'phone', rev: 1 },
  recordAnswer: { answer: 'declined', rev: 1 },
  makeClassLetters: { familyIds: [ids.fam] },
  changeFamily: { rev: 1, language: 'so' },
  addGuardian: { name: 'Somebody Else', email: null, phone: null, prefers: null, noContact: false },
  changeGuardian: { rev: 1, name: 'Somebody Else' },
  removeGuardian: { rev: 1 },
  proposeVisit: { ...planFor(ids), familyId: ids.fam, studentIds: [ids.stu] },
  changeVisit: { ...planFor(ids), rev: 1 },
  answerVisit: { answer: 'yes', rev: 1 },
  recordLateVisit: {
    ...planFor(ids),
    familyId: ids.fam,
    studentIds: [ids.stu],
    date: '2026-09-01',
    reason: 'asked in',
  },
  logLate: { present: [ids.per, ids.partner], actualMinutes: 40, reason: 'asked in', rev: 1 },
  decideLateVisit: { decision: 'approved', rev: 1 },
  completeVisit: { present: [ids.per, ids.partner], actualMinutes: 40, rev: 1 },
  cancelVisit: { outcome: 'cancelled', side: 'other', reason: 'other', rev: 1 },
  addContact: {
    on: '2026-09-01',
    with: 'A parent',
    how: 'phone',
    direction: 'to_family',
    line: 'x',
    askedForVisit: true,
  },
  correctContact: { with: 'A parent', how: 'phone', direction: 'to_family', line: 'y', rev: 1 },
  removeContact: { rev: 1 },
  writeHopes: { words: 'x', rev: 0 },
  setFamilyWants: { words: 'x', rev: 0 },
  writeReflection: { words: { answers: [], apply: 'y' }, together: false, rev: 1 },
  takeOverReflection: { from: ids.partner, rev: 1 },
  writeLookBack: { lookBack: { how: 'helped', text: '' }, rev: 1 },
  setSchoolGoal: { percent: 20, rev: 0 },
  previewAnnouncement: announcementFor(ids),
  sendAnnouncement: announcementFor(ids),
  submitClaim: { rev: 1 },
  approveClaim: { rev: 1 },
  returnClaim: { rev: 1, reason: 'not clear' },
  closePayPeriod: { through: '2026-10-01' },
});

/** Queries that aim at the other district's rows. */
export const queriesFor = (ids: ExampleIds): Record<string, string> => ({
  findPairs: `?personId=${ids.per}`,
  listPeople: `?schoolId=${ids.sch}`,
  listClaims: `?status=submitted&schoolId=${ids.sch}`,
  getCommonTimes: `?with=${ids.partner}`,
});

export const tenantRoutes = routeList.filter(({ scope }) => scope === 'tenant');
