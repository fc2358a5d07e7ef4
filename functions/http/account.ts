import { changeMyLanguage } from '#functions/app/account/change-my-language.ts';
import { changePolicy } from '#functions/app/account/change-policy.ts';
import { getMe } from '#functions/app/account/get-me.ts';
import { getSettings } from '#functions/app/account/get-settings.ts';
import { setFreeTimes } from '#functions/app/account/set-free-times.ts';
import { setParticipation } from '#functions/app/account/set-participation.ts';
import { httpHandler } from '#functions/platform/http.ts';
import { accountRoutes } from '#shared/contract/routes/account.ts';

export const handler = httpHandler(
  accountRoutes,
  { getMe, changeMyLanguage, setParticipation, setFreeTimes, getSettings, changePolicy },
  {},
);
