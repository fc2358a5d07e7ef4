import { Attendance, Training } from '#shared/domain/training/model.ts';
import { entity } from '../entity.ts';
import { keys } from '../keys.ts';

export const training = entity({
  type: 'training',
  version: 1,
  schema: Training,
  keys: (t, { trainingId, heldOn }) => ({
    pk: keys.training(t, trainingId),
    sk: keys.word.training,
    gsi2pk: keys.trainings(t),
    gsi2sk: keys.byDay(heldOn, trainingId),
  }),
});

export const attendance = entity({
  type: 'attendance',
  version: 1,
  schema: Attendance,
  keys: (t, { trainingId, personId, heldOn }) => ({
    pk: keys.training(t, trainingId),
    sk: keys.attendee(personId),
    gsi1pk: keys.person(t, personId),
    gsi1sk: keys.ownTraining(heldOn, trainingId),
  }),
});
