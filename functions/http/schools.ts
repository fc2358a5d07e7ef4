import { listAnnouncements } from '#functions/app/announcements/list-announcements.ts';
import { previewAnnouncement } from '#functions/app/announcements/preview-announcement.ts';
import { sendAnnouncement } from '#functions/app/announcements/send-announcement.ts';
import { findPairs } from '#functions/app/schools/find-pairs.ts';
import { getSchoolBoard } from '#functions/app/schools/get-school-board.ts';
import { setSchoolGoal } from '#functions/app/schools/set-school-goal.ts';
import { httpHandler } from '#functions/platform/http.ts';
import { schoolRoutes } from '#shared/contract/routes/schools.ts';

export const handler = httpHandler(
  schoolRoutes,
  { getSchoolBoard, setSchoolGoal, findPairs, previewAnnouncement, sendAnnouncement, listAnnouncements },
  {},
);
