import { afterEach } from 'vitest';
import type { DistrictRole } from '#shared/domain/access/roles.ts';
import { type Answers, refuse } from './support/mock-answers.ts';
import { fullToday } from './support/sample-educator.ts';
import { maria, me, noor, sampleId, school } from './support/sample-people.ts';
import {
  heldToday,
  noTrainings,
  notAsked,
  partAnswers,
  planned,
  trainingAnswers,
} from './support/sample-training.ts';
import { looksRightIn, type State, signedIn } from './support/signed-in.ts';

const person = signedIn({ answers: partAnswers, once: true });

const broken = () => {
  throw refuse('INTERNAL', 'Something went wrong on our side.', 'internal');
};
const full = () => {
  throw refuse('NOT_POSSIBLE', 'This training is full.', 'training.full');
};
const trainingPath = `/trainings/${planned().trainingId}`;
const heldAtSchool = { ...heldToday, schoolId: school.schoolId };
const heldElsewhere = { ...heldToday, schoolId: sampleId('sch', 2) };
const personPath = `/people/${noor.personId}/trainings`;
const press = (name: string | RegExp) => person.page.getByRole('button', { name }).first().click();

const office = (role: DistrictRole, changes: Answers = {}) => trainingAnswers([role], changes);
const states: State[] = [
  ['today before the answer', '/today', partAnswers({ getMe: () => notAsked() })],
  [
    'today with work and the question',
    '/today',
    partAnswers({ getMe: () => notAsked(), getToday: () => fullToday }),
  ],
  [
    'today when the answer was put off',
    '/today',
    partAnswers({ getMe: () => notAsked() }),
    () => press('Ask me later'),
  ],
  [
    'today with a certificate that ends soon',
    '/today',
    partAnswers({
      getMe: () => me(['educator'], { certificate: { issuedOn: '2024-12-11', expiresOn: '2026-12-10' } }),
    }),
  ],
  ['taking part', '/taking-part', partAnswers()],
  ['taking part, not asked yet', '/taking-part', partAnswers({ getMe: () => notAsked() })],
  [
    'taking part after a no',
    '/taking-part',
    partAnswers({
      getMe: () => me(['educator'], { participation: { answer: 'no', since: '2026-11-20T15:00:00.000Z' } }),
    }),
  ],
  [
    'exact times in disorder',
    '/taking-part',
    partAnswers({ getMe: () => me(['educator'], { freeTimes: [] }) }),
    async () => {
      await person.page.getByText('Write exact times').click();
      await press('Add a time');
      await person.page.getByLabel('Until').fill('14:00');
      await press('Save');
      await person.page.getByText('later than the start').waitFor();
    },
  ],
  ['my trainings', '/my-trainings', partAnswers()],
  [
    'no trainings',
    '/my-trainings',
    partAnswers({ getMyTrainings: () => noTrainings, getMe: () => notAsked() }),
  ],
  ['my trainings when the server fails', '/my-trainings', partAnswers({ getMyTrainings: broken })],
  ['a full training', '/my-trainings', partAnswers({ signUpForTraining: full }), () => press(/^Sign me up/)],
  ['trainings for a coordinator', '/trainings', office('coordinator')],
  ['planning a training', '/trainings/new', office('coordinator')],
  ['a planned training', trainingPath, office('coordinator')],
  ['cancelling a training', trainingPath, office('coordinator'), () => press('Cancel this training')],
  [
    'a cancelled training',
    trainingPath,
    office('coordinator', { getTraining: () => planned({ cancelledAt: '2026-11-21T15:00:00.000Z' }) }),
  ],
  ['changing a training', `${trainingPath}/change`, office('coordinator')],
  ['a training on its day', trainingPath, office('coordinator', { getTraining: () => heldToday })],
  ['the history of a person', personPath, office('coordinator')],
  [
    'the history of somebody new',
    personPath,
    office('coordinator', { getTrainingHistory: () => ({ ...noTrainings, name: noor.name }) }),
  ],
  ['trainings for a trainer', '/trainings', office('trainer')],
  [
    'a training on its day for a trainer',
    trainingPath,
    office('trainer', { getTraining: () => heldAtSchool }),
  ],
  ['a training of another school', trainingPath, office('coordinator', { getTraining: () => heldElsewhere })],
];

// What was put off rests for two weeks, on this very phone.
afterEach(() =>
  person.page.evaluate((key) => localStorage.removeItem(key), `porchlight.part.${maria.personId}`),
);

looksRightIn(person, states);
