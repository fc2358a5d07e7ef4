import type { UseCase } from '#functions/app/use-case.ts';
import { announcement, announcementFamilies } from '#functions/data/entities/schools.ts';
import { loadPerson } from '#functions/data/repositories/people.ts';
import { reachOf } from './audience.ts';

/**
 * Keeps an announcement with the families it is for, and asks for its sending in the same transaction: nobody waits
 * for two thousand mails, and none of them is sent for an announcement that was not kept.
 */
export const sendAnnouncement: UseCase<'sendAnnouncement'> = async (
  { table, newId },
  context,
  { params: { schoolId }, body },
) => {
  const [reach, author] = await Promise.all([
    reachOf(table, context, schoolId, body),
    loadPerson(table, context.personId),
  ]);
  const announcementId = newId('ann');
  const work = table.begin('announcement.sent', announcementId);
  const kept = work.create(announcement, {
    announcementId,
    schoolId,
    year: reach.year,
    audience: reach.audience,
    versions: body.versions,
    sentBy: context.personId,
    sentByName: author?.name ?? '',
    sentAt: context.now,
    families: reach.familyIds.length,
    done: 0,
    mails: 0,
    withoutMail: 0,
  });
  work.create(announcementFamilies, {
    announcementId,
    schoolId,
    familyIds: [...reach.familyIds],
    sentAt: context.now,
  });
  work.message({ kind: 'send_announcement', schoolId, announcementId, from: 0 });
  return work.commit(kept);
};
