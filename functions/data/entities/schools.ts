import { Announcement, AnnouncementFamilies } from '#shared/domain/announcement/model.ts';
import { SchoolGoal } from '#shared/domain/coverage/model.ts';
import { entity } from '../entity.ts';
import { keys } from '../keys.ts';

/** What a school set itself for one year; announcements to its families lie in the same partition. */
export const schoolGoal = entity({
  type: 'schoolGoal',
  version: 1,
  schema: SchoolGoal,
  keys: (t, { schoolId, year }) => ({ pk: keys.ownSchool(t, schoolId), sk: keys.goal(year) }),
});

export const announcement = entity({
  type: 'announcement',
  version: 1,
  schema: Announcement,
  keys: (t, { schoolId, announcementId }) => ({
    pk: keys.ownSchool(t, schoolId),
    sk: keys.announcement(announcementId),
  }),
});

/** Apart from the announcement, so that the history stays small: ids of up to 5,000 families fit in one item. */
export const announcementFamilies = entity({
  type: 'announcementFamilies',
  version: 1,
  schema: AnnouncementFamilies,
  keys: (t, { schoolId, announcementId }) => ({
    pk: keys.ownSchool(t, schoolId),
    sk: keys.announcementFamilies(announcementId),
  }),
  // Sending takes minutes; a quarter of a year is long enough to look into what went wrong.
  ttl: ({ sentAt }) => Math.floor(Date.parse(sentAt) / 1000) + 90 * 86_400,
});
