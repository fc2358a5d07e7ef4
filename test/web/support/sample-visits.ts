import type { Answer } from '#shared/contract/client.ts';
import type { Answers } from './mock-answers.ts';
import { visit } from './sample-educator.ts';
import { maria, noor } from './sample-people.ts';
import { amina } from './sample-times.ts';

type VisitData = Answer<'getVisit'>;
type Member = Answer<'getToday'>['waiting'][number];
type Said = VisitData['team'][number]['answer'];

/** Maria leads, Noor comes along, Amina interprets. */
export function team(noorSays: Said, mariaSays: Said = 'yes'): VisitData['team'] {
  return [
    { ...maria, lead: true, as: 'educator', answer: mariaSays },
    { ...noor, lead: false, as: 'educator', answer: noorSays },
    { ...amina, lead: false, as: 'interpreter', answer: 'yes' },
  ];
}

/** Noor leads, and the signed-in person is asked to come along. */
export const askedByNoor: VisitData['team'] = [
  { ...noor, lead: true, as: 'educator', answer: 'yes' },
  { ...maria, lead: false, as: 'educator', answer: 'asked' },
];

/** A visit that waits for somebody's yes, on 3 December at 16:30 in Denver. */
export function proposal(changes: Partial<VisitData> = {}): VisitData {
  return visit({
    status: 'proposed',
    startsAt: '2026-12-03T23:30:00Z',
    localDate: '2026-12-03',
    scheduledAt: null,
    team: team('asked'),
    ...changes,
  });
}

/** The signed-in person's own line of a visit. */
export function lineOf(data: VisitData): Member {
  const { visitId, schoolId, year, familyId, status, type, startsAt, minutes, timeZone, students } = data;
  return {
    visitId,
    personId: maria.personId,
    schoolId,
    year,
    familyId,
    status,
    type,
    startsAt,
    minutes,
    timeZone,
    students,
    team: data.team,
    otherTimeAskedAt: data.otherTimeAskedAt,
  };
}

/** Written down late by its team, or by somebody else's when the signed-in person may decide on it. */
export function lateEntry(changes: Partial<VisitData> = {}): VisitData {
  return visit({
    status: 'awaiting_approval',
    scheduledAt: null,
    actualMinutes: 35,
    late: {
      reason: 'The family asked us in when we brought the library books.',
      by: maria.personId,
      at: '2026-11-21T18:00:00Z',
      decidedBy: null,
      decidedAt: null,
    },
    ...changes,
  });
}

/** What a family said on its own page. */
export const wishes: NonNullable<Answer<'getFamily'>['invitation']['wishes']> = {
  times: [
    { weekday: 2, from: '16:00', until: '18:30' },
    { weekday: 6, from: '09:00', until: '12:00' },
  ],
  type: 'neutral',
  place: 'East Library, the reading room upstairs',
  interpreter: 'es',
  note: 'Abuela Rosa would like to be there too. She works until four.',
  at: '2026-11-18T17:00:00Z',
};

/** Answers of everything about arranging a visit. */
export const visitAnswers: Answers = {
  proposeVisit: () => proposal(),
  answerVisit: ({ body }) =>
    (body as { answer: 'yes' | 'no' }).answer === 'yes'
      ? visit({ status: 'scheduled', team: askedByNoor.map((one) => ({ ...one, answer: 'yes' })) })
      : proposal({ team: askedByNoor.map((one) => (one.lead ? one : { ...one, answer: 'no' })) }),
  changeVisit: () => proposal(),
  recordLateVisit: () => lateEntry(),
  logLate: () => lateEntry(),
  decideLateVisit: () => visit({ status: 'completed' }),
};
