import type { UseCase } from '#functions/app/use-case.ts';
import { loadPerson } from '#functions/data/repositories/people.ts';
import { familyAnnouncement } from '#functions/email/messages/family-announcement.ts';
import { reachOf } from './audience.ts';

/** Stands for the one line a stage adds, and for the link that every family gets of its own. */
const example = { postalAddress: '…', webOrigin: 'https://…' };

/** The plain twin of the mail, as a family would read it, in each language it was written in; nothing is kept. */
export const previewAnnouncement: UseCase<'previewAnnouncement'> = async (
  { table },
  context,
  { params: { schoolId }, body },
) => {
  const [reach, author] = await Promise.all([
    reachOf(table, context, schoolId, body),
    loadPerson(table, context.personId),
  ]);
  const letterhead = { ...example, districtName: reach.settings.district.name };
  const mails = (['en', 'es'] as const).flatMap((language) => {
    const words = body.versions[language];
    if (words === null) return [];
    const reader = { name: author?.name ?? '', language };
    const { subject, text } = familyAnnouncement({ reader, letterhead, words, familyPage: 'https://…/f/…' });
    return [{ language, subject, text }];
  });
  return { audience: reach.audience, families: reach.familyIds.length, mails };
};
