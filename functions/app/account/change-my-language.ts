import { notFound } from '#functions/app/errors.ts';
import type { UseCase } from '#functions/app/use-case.ts';
import { person } from '#functions/data/entities/people.ts';
import { keys } from '#functions/data/keys.ts';

/** The language of one's pages and mail. */
export const changeMyLanguage: UseCase<'changeMyLanguage'> = async (
  { table },
  { districtId, personId },
  { body: { language } },
) => {
  const me = await table.get(person, { pk: keys.person(districtId, personId), sk: keys.word.profile });
  if (me === undefined) throw notFound('person');
  if (me.language === language) return { language };
  const work = table.begin('person.language_chosen', personId);
  work.update(person, me, { ...me, language });
  return work.commit({ language });
};
