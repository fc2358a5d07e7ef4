import { inviteFamily } from '#functions/app/families/invite-family.ts';
import { recordAnswer } from '#functions/app/families/record-answer.ts';
import { getClassQueue } from '#functions/app/queue/get-class-queue.ts';
import { getSchoolQueue } from '#functions/app/queue/get-school-queue.ts';
import { httpHandler } from '#functions/platform/http.ts';
import { familyRoutes } from '#shared/contract/routes/families.ts';
import { queueRoutes } from '#shared/contract/routes/queue.ts';

export const handler = httpHandler(
  { ...familyRoutes, ...queueRoutes },
  { inviteFamily, recordAnswer, getClassQueue, getSchoolQueue },
  {},
);
