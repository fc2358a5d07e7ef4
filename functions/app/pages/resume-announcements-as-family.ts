import { notFound } from '#functions/app/errors.ts';
import type { UseCase } from '#functions/app/use-case.ts';
import { noAnnouncements } from '#functions/data/entities/families.ts';
import { keys } from '#functions/data/keys.ts';
import { readSettings } from '#functions/data/settings.ts';
import { openPage } from './open-page.ts';

/**
 * Whoever stopped announcements with one click (I37) gets them again, by the link of a mail to them: the one of a letter
 * names nobody, and nobody is asked back in for another. Twice is once.
 */
export const resumeAnnouncementsAsFamily: UseCase<'resumeAnnouncementsAsFamily'> = async (
  { table },
  context,
) => {
  const { guardian } = await openPage(table, context, readSettings(table));
  if (guardian === null) throw notFound('page');
  const { familyId, guardianId } = guardian;
  const pk = keys.family(context.districtId, familyId);
  const stopped = await table.get(noAnnouncements, { pk, sk: keys.noAnnouncements(guardianId) });
  if (stopped === undefined) return { said: 'news_again' as const };
  const work = table.begin('guardian.announcements_resumed', guardianId);
  work.remove(noAnnouncements, stopped);
  return work.commit({ said: 'news_again' as const });
};
