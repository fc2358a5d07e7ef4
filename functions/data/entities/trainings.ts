import { Attendance, Training } from '#shared/domain/training/model.ts';
import { entity } from '../entity.ts';
import { keys } from '../keys.ts';

export const training = entity({
  type: 'training',
  version: 2,
  // Before trainings were planned ahead, each was an initial one, recorded once it was held.
  upcast: (data) => ({
    kind: 'initial',
    schoolId: null,
    plan: null,
    signedUp: 0,
    waiting: 0,
    cancelledAt: null,
    sequence: 0,
    ...data,
  }),
  schema: Training,
  keys: (t, { trainingId, heldOn }) => ({
    pk: keys.training(t, trainingId),
    sk: keys.word.training,
    gsi2pk: keys.trainings(t),
    gsi2sk: keys.byDay(heldOn, trainingId),
  }),
});

/** Signing up and what came of it. A training may move to another day without a change of these rows. */
export const attendance = entity({
  type: 'attendance',
  version: 2,
  upcast: (data) => ({ status: 'completed', minutes: null, signedUpAt: null, ...data }),
  schema: Attendance,
  keys: (t, { trainingId, personId }) => ({
    pk: keys.training(t, trainingId),
    sk: keys.attendee(personId),
    gsi1pk: keys.person(t, personId),
    gsi1sk: keys.ownTraining(trainingId),
  }),
});
