import type { UseCase } from '#functions/app/use-case.ts';
import { reflectionWords } from '#functions/data/entities/visits.ts';
import { readAll } from '#functions/data/entity.ts';
import { keys } from '#functions/data/keys.ts';
import { loadReflections } from './own-reflection.ts';

/** What the reader wrote, newest first. The range begins with the reader's id: no cursor leads out of it. */
export const listReflectionVersions: UseCase<'listReflectionVersions'> = async (
  { table },
  context,
  { params, query },
) => {
  const { own } = await loadReflections(table, context, params);
  const { items, cursor } = await table.queryPage(
    {
      pk: keys.visit(context.districtId, params.visitId),
      prefix: keys.wordsPrefix(own.studentId, own.personId),
      descending: true,
    },
    query,
  );
  return { items: readAll(reflectionWords, items), cursor };
};
