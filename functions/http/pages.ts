import { acceptAsFamily } from '#functions/app/pages/accept-as-family.ts';
import { askAnotherTime } from '#functions/app/pages/ask-another-time.ts';
import { cancelAsFamily } from '#functions/app/pages/cancel-as-family.ts';
import { changeHopes } from '#functions/app/pages/change-hopes.ts';
import { confirmVisit } from '#functions/app/pages/confirm-visit.ts';
import { allowContact, declineAsFamily, stopContact } from '#functions/app/pages/decline-as-family.ts';
import { getFamilyCalendar } from '#functions/app/pages/get-family-calendar.ts';
import {
  getFamilyHopes,
  getFamilyPage,
  getFamilyStep,
  getFamilyVisitStep,
} from '#functions/app/pages/get-family-page.ts';
import { resumeAnnouncementsAsFamily } from '#functions/app/pages/resume-announcements-as-family.ts';
import { familyPages } from '#functions/pages/family-pages.ts';
import { pageHandler } from '#functions/platform/pages.ts';
import { pageRoutes } from '#shared/contract/routes/pages.ts';

export const handler = pageHandler(
  pageRoutes,
  {
    getFamilyPage,
    getFamilyStep,
    acceptAsFamily,
    declineAsFamily,
    stopContact,
    allowContact,
    resumeAnnouncementsAsFamily,
    getFamilyVisitStep,
    askAnotherTime,
    cancelAsFamily,
    confirmVisit,
    getFamilyCalendar,
    getFamilyHopes,
    changeHopes,
  },
  familyPages,
);
