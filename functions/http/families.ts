import { inviteFamily } from '#functions/app/families/invite-family.ts';
import { recordAnswer } from '#functions/app/families/record-answer.ts';
import { httpHandler } from '#functions/platform/http.ts';
import { familyRoutes } from '#shared/contract/routes/families.ts';

export const handler = httpHandler(familyRoutes, { inviteFamily, recordAnswer }, {});
