import { cancelTraining } from '#functions/app/trainings/cancel-training.ts';
import { changeTraining } from '#functions/app/trainings/change-training.ts';
import { getMyTrainings } from '#functions/app/trainings/get-my-trainings.ts';
import { getTraining } from '#functions/app/trainings/get-training.ts';
import { getTrainingHistory } from '#functions/app/trainings/get-training-history.ts';
import { listTrainings } from '#functions/app/trainings/list-trainings.ts';
import { planTraining } from '#functions/app/trainings/plan-training.ts';
import { recordCompletions } from '#functions/app/trainings/record-completions.ts';
import { recordTraining } from '#functions/app/trainings/record-training.ts';
import { signUpForTraining } from '#functions/app/trainings/sign-up-for-training.ts';
import { withdrawFromTraining } from '#functions/app/trainings/withdraw-from-training.ts';
import { httpHandler } from '#functions/platform/http.ts';
import { trainingRoutes } from '#shared/contract/routes/trainings.ts';

export const handler = httpHandler(
  trainingRoutes,
  {
    listTrainings,
    getTraining,
    recordTraining,
    planTraining,
    changeTraining,
    cancelTraining,
    recordCompletions,
    signUpForTraining,
    withdrawFromTraining,
    getMyTrainings,
    getTrainingHistory,
  },
  {},
);
