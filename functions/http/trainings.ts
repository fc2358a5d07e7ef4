import { getTraining } from '#functions/app/trainings/get-training.ts';
import { listTrainings } from '#functions/app/trainings/list-trainings.ts';
import { recordCompletions } from '#functions/app/trainings/record-completions.ts';
import { recordTraining } from '#functions/app/trainings/record-training.ts';
import { httpHandler } from '#functions/platform/http.ts';
import { trainingRoutes } from '#shared/contract/routes/trainings.ts';

export const handler = httpHandler(
  trainingRoutes,
  { listTrainings, getTraining, recordTraining, recordCompletions },
  {},
);
