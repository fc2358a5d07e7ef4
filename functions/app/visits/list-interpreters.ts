import type { UseCase } from '#functions/app/use-case.ts';
import { person } from '#functions/data/entities/people.ts';
import { readAll } from '#functions/data/entity.ts';
import { keys } from '#functions/data/keys.ts';
import { takesPart } from '#shared/domain/person/participation.ts';

/**
 * Whom one can ask to interpret, from anywhere in the district: whoever takes part, in one language or in all. Name,
 * languages and certificate, nothing else.
 */
export const listInterpreters: UseCase<'listInterpreters'> = async (
  { table },
  context,
  { query: { language, ...page } },
) => {
  const { items, cursor } = await table.queryPage(
    { index: 'gsi2', pk: keys.interpreters(context.districtId) },
    page,
  );
  const found = readAll(person, items)
    .filter(takesPart)
    .filter(({ languages }) => language === undefined || languages.some((one) => speaks(one, language)))
    .map(({ personId, name, certificate, languages }) => ({
      personId,
      name,
      certificate,
      willing: true,
      languages,
    }));
  return { items: found, cursor };
};

/** Whoever speaks `zh-Hant` can be asked for `zh`, and the other way round. */
const speaks = (one: string, wanted: string): boolean => one.split('-')[0] === wanted.split('-')[0];
