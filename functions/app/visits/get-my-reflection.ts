import { notFound } from '#functions/app/errors.ts';
import type { UseCase } from '#functions/app/use-case.ts';
import { reflection, reflectionWords } from '#functions/data/entities/visits.ts';
import { keys } from '#functions/data/keys.ts';

/** The reader's own reflection. The keys hold the reader's id, so nobody else's can be asked for (I20). */
export const getMyReflection: UseCase<'getMyReflection'> = async ({ table }, context, { params }) => {
  const pk = keys.visit(context.districtId, params.visitId);
  const own = await table.get(reflection, {
    pk,
    sk: keys.reflection(params.studentId, context.personId),
  });
  if (own === undefined) throw notFound('reflection');
  const sk = keys.words(params.studentId, context.personId, own.version);
  const latest = own.version === 0 ? undefined : await table.get(reflectionWords, { pk, sk });
  return { reflection: own, words: latest?.words ?? null };
};
