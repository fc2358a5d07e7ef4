import { getTraining } from '#functions/app/trainings/get-training.ts';
import { listTrainings } from '#functions/app/trainings/list-trainings.ts';
import { recordCompletions } from '#functions/app/trainings/record-completions.ts';
import { recordTraining } from '#functions/app/trainings/record-training.ts';
import { httpHandler } from '#functions/platform/http.ts';

export const handler = httpHandler(
  'trainings',
  { listTrainings, getTraining, recordTraining, recordCompletions },
  {},
);
