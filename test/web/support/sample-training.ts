import type { Answer } from '#shared/contract/client.ts';
import { permissionsOf } from '#shared/domain/access/permissions.ts';
import type { DistrictRole } from '#shared/domain/access/roles.ts';
import type { Answers } from './mock-answers.ts';
import { educatorAnswers, emptyToday } from './sample-educator.ts';
import { officeAnswers } from './sample-office.ts';
import { maria, me, noor, sampleId, school } from './sample-people.ts';

type Training = Answer<'getTraining'>;
const longTitle =
  'Home visits, part 1: why we visit, how we listen, and what we carry back into the classroom';

/** A training in December with two seats taken and one person who waits. */
export function planned(changes: Partial<Training> = {}): Training {
  const trainingId = changes.trainingId ?? sampleId('trn', 11);
  const attendee = (personId: string, name: string, status: 'signed_up' | 'waiting', at: string) => ({
    trainingId,
    personId,
    name,
    status,
    minutes: null,
    signedUpAt: at,
  });
  return {
    trainingId,
    title: longTitle,
    kind: 'initial',
    heldOn: '2026-12-08',
    schoolId: null,
    plan: {
      time: '15:30',
      startsAt: '2099-12-08T22:30:00.000Z',
      minutes: 180,
      place: 'Juniper Library, reading room on the second floor',
      seats: 2,
    },
    signedUp: 2,
    waiting: 1,
    completedBy: 0,
    cancelledAt: null,
    sequence: 0,
    begun: false,
    rev: 4,
    attendees: [
      attendee(noor.personId, noor.name, 'signed_up', '2026-11-20T15:00:00.000Z'),
      attendee(maria.personId, maria.name, 'signed_up', '2026-11-20T16:00:00.000Z'),
      attendee(
        sampleId('per', 9),
        'Bartholomew-Alexandros Papadimitrakopoulos',
        'waiting',
        '2026-11-21T15:00:00.000Z',
      ),
    ],
    ...changes,
  };
}

/** The same training on its day, with nobody recorded yet. */
export const heldToday = planned({
  heldOn: '2026-11-22',
  begun: true,
  plan: {
    time: '08:00',
    startsAt: '2020-11-22T15:00:00.000Z',
    minutes: 180,
    place: 'Juniper Library',
    seats: 2,
  },
});

const certificates = [
  { issuedOn: '2026-08-20', expiresOn: '2029-08-20' },
  { issuedOn: '2024-08-21', expiresOn: '2026-08-20' },
];
const recorded: Training = {
  ...planned({
    trainingId: sampleId('trn', 20),
    heldOn: '2026-08-20',
    title: 'Renewal evening',
    kind: 'renewal',
  }),
  plan: null,
};

export const myTrainings: Answer<'getMyTrainings'> = {
  certificate: certificates[0] ?? null,
  renewal: { from: '2029-06-20', until: '2029-08-20' },
  certificates,
  trainings: [
    { training: recorded, status: 'completed', minutes: 120 },
    {
      training: {
        ...recorded,
        trainingId: sampleId('trn', 21),
        title: longTitle,
        cancelledAt: '2026-07-01T15:00:00.000Z',
      },
      status: 'signed_up',
      minutes: null,
    },
  ],
  upcoming: [
    { training: { ...planned(), signedUp: 1, waiting: 0 }, status: null, because: null },
    {
      training: planned({ trainingId: sampleId('trn', 12), title: 'Evening at Oak' }),
      status: null,
      because: null,
    },
    {
      training: planned({ trainingId: sampleId('trn', 13), title: 'Mine' }),
      status: 'signed_up',
      because: null,
    },
    {
      training: planned({ trainingId: sampleId('trn', 14), title: 'Hoped for' }),
      status: 'waiting',
      because: null,
    },
    {
      training: planned({ trainingId: sampleId('trn', 15), title: 'Renewal', kind: 'renewal' }),
      status: null,
      because: 'too_early',
    },
  ],
};

export const noTrainings: Answer<'getMyTrainings'> = {
  certificate: null,
  renewal: null,
  certificates: [],
  trainings: [],
  upcoming: [],
};

/** Somebody who was never asked. */
export const notAsked = (roles: readonly DistrictRole[] = ['educator']) =>
  me(roles, { participation: null, languages: [], freeTimes: [], certificate: null });

/** Pages about taking part and trainings, for an educator. */
export function partAnswers(changes: Answers = {}): Answers {
  return educatorAnswers({
    getToday: () => emptyToday,
    getMyTrainings: () => myTrainings,
    signUpForTraining: () => ({ training: planned(), status: 'signed_up', minutes: null }),
    withdrawFromTraining: () => planned(),
    setParticipation: ({ body }) => ({
      participation: { answer: (body as { answer: 'yes' | 'no' }).answer, since: '2026-11-22T15:00:00.000Z' },
    }),
    setFreeTimes: ({ body }) => body as Answer<'setFreeTimes'>,
    ...changes,
  });
}

/** Pages of those who plan and record trainings. */
export function trainingAnswers(roles: readonly DistrictRole[], changes: Answers = {}): Answers {
  return {
    ...officeAnswers(['coordinator']),
    getMe: () => me(roles, { permissions: permissionsOf(roles), schools: [school] }),
    listTrainings: () => ({ items: [planned(), heldToday, recorded], cursor: null }),
    getTraining: () => planned(),
    planTraining: () => planned(),
    changeTraining: () => planned(),
    cancelTraining: () => planned({ cancelledAt: '2026-11-22T15:00:00.000Z' }),
    getTrainingHistory: () => ({ ...myTrainings, name: noor.name }),
    listColleagues: () => ({
      items: [{ personId: noor.personId, name: noor.name, certificate: null, willing: true }],
      cursor: null,
    }),
    ...changes,
  };
}
