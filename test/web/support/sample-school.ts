import type { Answer } from '#shared/contract/client.ts';
import type { DistrictRole } from '#shared/domain/access/roles.ts';
import type { Answers } from './mock-answers.ts';
import { longName } from './sample-office.ts';
import { lena, maria, me, noor, sampleId, school, today } from './sample-people.ts';

type Board = Answer<'getSchoolBoard'>;

const certificate = { issuedOn: '2026-08-20', expiresOn: '2029-08-19' };
const timeZone = 'America/Denver';
const long = { personId: sampleId('per', 4), name: longName };
const omar = { personId: sampleId('per', 5), name: 'Omar Reyes' };

/** A school in the middle of its year, with something in every part. */
export const board: Board = {
  school,
  year: '2026-27',
  today,
  coverage: {
    enrolled: 412,
    visited: 37,
    planned: 9,
    until: '2027-06-04',
    pace: { weeks: 8, students: 21 },
    expected: 109,
    tenPercent: { percent: 10, needed: 42, missing: 5, outlook: 'within', expectedOn: '2026-12-06' },
    goal: { percent: 40, needed: 165, missing: 128, outlook: 'beyond', expectedOn: null },
  },
  goalRev: 2,
  months: [
    { month: '2026-08', tookPlace: 9, planned: 0 },
    { month: '2026-09', tookPlace: 14, planned: 0 },
    { month: '2026-10', tookPlace: 8, planned: 0 },
    { month: '2026-11', tookPlace: 6, planned: 3 },
    { month: '2026-12', tookPlace: 0, planned: 6 },
  ],
  willing: [
    { ...lena, certificate: null },
    { ...maria, certificate },
    { ...long, certificate: { issuedOn: '2023-08-20', expiresOn: '2026-11-19' } },
    { ...noor, certificate: { issuedOn: '2024-01-10', expiresOn: '2027-01-09' } },
  ],
  others: [omar, { personId: sampleId('per', 6), name: 'Priya Nair' }],
  expiring: [
    { ...long, expiresOn: '2026-11-19' },
    { ...noor, expiresOn: '2027-01-09' },
  ],
  requests: [
    {
      visitId: sampleId('vis', 31),
      startsAt: '2026-11-24T23:30:00.000Z',
      timeZone,
      type: 'home',
      givenNames: ['Ana', 'Luis'],
      lead: maria.name,
      waitingFor: [longName],
      saidNo: [],
      passed: false,
    },
    {
      visitId: sampleId('vis', 32),
      startsAt: '2026-11-20T23:30:00.000Z',
      timeZone,
      type: 'neutral',
      givenNames: ['Maximiliano Alexander'],
      lead: noor.name,
      waitingFor: [],
      saidNo: [lena.name],
      passed: true,
    },
  ],
  lateEntries: [
    {
      visitId: sampleId('vis', 33),
      startsAt: '2026-11-12T23:30:00.000Z',
      timeZone,
      type: 'home',
      givenNames: ['Mei'],
      rev: 1,
      team: [noor.name, longName],
      minutes: 45,
      reason: 'The family asked us in when we brought a book; there was no signal to arrange it first.',
      writtenBy: noor.name,
      writtenAt: '2026-11-13T15:00:00.000Z',
      own: false,
    },
    {
      visitId: sampleId('vis', 34),
      startsAt: '2026-11-16T22:00:00.000Z',
      timeZone,
      type: 'virtual',
      givenNames: ['Tariq'],
      rev: 1,
      team: [maria.name, noor.name],
      minutes: 30,
      reason: 'Forgot to press the button',
      writtenBy: maria.name,
      writtenAt: '2026-11-18T15:00:00.000Z',
      own: true,
    },
  ],
  lateReflections: [
    { ...long, count: 3, since: '2026-11-02' },
    { ...noor, count: 1, since: '2026-11-21' },
  ],
};

/** A school on its first day: nothing has happened, nobody has said yes, no roster is in. */
export const newBoard: Board = {
  ...board,
  coverage: {
    enrolled: 0,
    visited: 0,
    planned: 0,
    until: '2027-06-04',
    pace: null,
    expected: null,
    tenPercent: { percent: 10, needed: 0, missing: 0, outlook: 'unknown', expectedOn: null },
    goal: null,
  },
  goalRev: 0,
  months: [],
  willing: [],
  others: [omar],
  expiring: [],
  requests: [],
  lateEntries: [],
  lateReflections: [],
};

const ana = { personId: sampleId('per', 1), name: maria.name, languages: ['es'] };
const nour = { ...noor, languages: ['ar', 'fr'] };
const lang = { ...long, languages: ['es', 'so'] };

export const pairs: Answer<'findPairs'> = {
  pairs: [
    {
      people: [ana, nour],
      shared: [
        { weekday: 1, from: '16:00', until: '18:30' },
        { weekday: 4, from: '16:30', until: '18:00' },
      ],
      languages: ['ar', 'es', 'fr'],
    },
    {
      people: [lang, nour],
      shared: [{ weekday: 4, from: '16:30', until: '18:00' }],
      languages: ['ar', 'es', 'fr', 'so'],
    },
  ],
  total: 2,
  people: [ana, lang, nour, { ...lena, languages: [] }],
  timesUnknown: [lena],
};

const words = {
  en: {
    subject: 'Home visits begin again',
    body: 'This fall our educators would like to meet you at home, or anywhere you like.\n\nA no is fine too.',
  },
  es: {
    subject: 'Vuelven las visitas a los hogares',
    body: 'Este otoño nos gustaría conocerle en su casa, o donde usted quiera.\n\nUn no también está bien.',
  },
};

const sent: Answer<'sendAnnouncement'> = {
  announcementId: sampleId('ann', 2),
  schoolId: school.schoolId,
  year: '2026-27',
  audience: { kind: 'school' },
  versions: words,
  sentBy: maria.personId,
  sentByName: maria.name,
  sentAt: '2026-11-20T17:00:00.000Z',
  families: 388,
  done: 140,
  mails: 151,
  withoutMail: 21,
};
export const announcements = [
  sent,
  {
    ...sent,
    announcementId: sampleId('ann', 1),
    audience: {
      kind: 'class' as const,
      classId: sampleId('cls', 1),
      className: 'Room 12, Ms. Villanueva-Castellanos',
    },
    versions: { en: words.en, es: null },
    sentByName: longName,
    sentAt: '2026-09-02T17:00:00.000Z',
    families: 24,
    done: 24,
    mails: 31,
    withoutMail: 2,
  },
];

const preview: Answer<'previewAnnouncement'> = {
  audience: { kind: 'school' },
  families: 388,
  mails: (['en', 'es'] as const).map((language) => ({
    language,
    subject: words[language].subject,
    text: `Porchlight\n${words[language].subject}\n\n${words[language].body}\n\nhttps://…/f/…\n`,
  })),
};

/** A coordinator’s pages of one school. */
export function schoolAnswers(roles: readonly DistrictRole[], changes: Answers = {}): Answers {
  return {
    getMe: () => me(roles, { schools: [school] }),
    changeMyLanguage: ({ body }) => body as { language: 'en' | 'es' },
    listSchools: () => ({ items: [school], cursor: null }),
    getSchoolBoard: () => board,
    setSchoolGoal: ({ body }) => ({
      schoolId: school.schoolId,
      year: board.year,
      percent: (body as { percent: number | null }).percent,
      rev: 3,
    }),
    findPairs: ({ query }) => (query['weekday'] === '7' ? { ...pairs, pairs: [], total: 0 } : pairs),
    listAnnouncements: () => ({ items: announcements, cursor: null }),
    previewAnnouncement: () => preview,
    sendAnnouncement: () => sent,
    ...changes,
  };
}
