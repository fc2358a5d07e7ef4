import { inviteFamily } from '#functions/app/families/invite-family.ts';
import { recordAnswer } from '#functions/app/families/record-answer.ts';
import { cancelVisit } from '#functions/app/visits/cancel-visit.ts';
import { completeVisit } from '#functions/app/visits/complete-visit.ts';
import { getMyReflection } from '#functions/app/visits/get-my-reflection.ts';
import { getToday } from '#functions/app/visits/get-today.ts';
import { getVisit } from '#functions/app/visits/get-visit.ts';
import { scheduleVisit } from '#functions/app/visits/schedule-visit.ts';
import { writeReflection } from '#functions/app/visits/write-reflection.ts';
import { httpHandler } from '#functions/platform/http.ts';
import { visitRoutes } from '#shared/contract/routes/visits.ts';

export const handler = httpHandler(
  visitRoutes,
  {
    getToday,
    inviteFamily,
    recordAnswer,
    scheduleVisit,
    getVisit,
    completeVisit,
    cancelVisit,
    getMyReflection,
    writeReflection,
  },
  {},
);
