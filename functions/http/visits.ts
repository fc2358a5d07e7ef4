import { getPreparation } from '#functions/app/preparation/get-preparation.ts';
import { setFamilyWants } from '#functions/app/preparation/set-family-wants.ts';
import { getMyReflection } from '#functions/app/reflections/get-my-reflection.ts';
import { listReflectionVersions } from '#functions/app/reflections/list-reflection-versions.ts';
import { takeOverReflection } from '#functions/app/reflections/take-over-reflection.ts';
import { writeLookBack } from '#functions/app/reflections/write-look-back.ts';
import { writeReflection } from '#functions/app/reflections/write-reflection.ts';
import { answerVisit } from '#functions/app/visits/answer-visit.ts';
import { cancelVisit } from '#functions/app/visits/cancel-visit.ts';
import { changeVisit } from '#functions/app/visits/change-visit.ts';
import { completeVisit } from '#functions/app/visits/complete-visit.ts';
import { decideLateVisit } from '#functions/app/visits/decide-late-visit.ts';
import { getCommonTimes } from '#functions/app/visits/get-common-times.ts';
import { getToday } from '#functions/app/visits/get-today.ts';
import { getVisit } from '#functions/app/visits/get-visit.ts';
import { listInterpreters } from '#functions/app/visits/list-interpreters.ts';
import { logLate } from '#functions/app/visits/log-late.ts';
import { proposeVisit } from '#functions/app/visits/propose-visit.ts';
import { recordLateVisit } from '#functions/app/visits/record-late-visit.ts';
import { httpHandler } from '#functions/platform/http.ts';
import { preparationRoutes } from '#shared/contract/routes/preparation.ts';
import { reflectionRoutes } from '#shared/contract/routes/reflections.ts';
import { schedulingRoutes } from '#shared/contract/routes/scheduling.ts';
import { visitRoutes } from '#shared/contract/routes/visits.ts';

export const handler = httpHandler(
  { ...visitRoutes, ...reflectionRoutes, ...preparationRoutes, ...schedulingRoutes },
  {
    getCommonTimes,
    listInterpreters,
    getToday,
    proposeVisit,
    answerVisit,
    changeVisit,
    getVisit,
    completeVisit,
    cancelVisit,
    recordLateVisit,
    logLate,
    decideLateVisit,
    getMyReflection,
    writeReflection,
    takeOverReflection,
    writeLookBack,
    listReflectionVersions,
    getPreparation,
    setFamilyWants,
  },
  {},
);
