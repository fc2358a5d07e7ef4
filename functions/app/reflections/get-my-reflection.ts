import { notFound } from '#functions/app/errors.ts';
import type { UseCase } from '#functions/app/use-case.ts';
import { visit as visitEntity } from '#functions/data/entities/visits.ts';
import { keys } from '#functions/data/keys.ts';
import { isOfferedTo } from '#shared/domain/reflection/write.ts';
import { latestWords, loadReflections } from './own-reflection.ts';

/**
 * The reader's own reflection: nobody else's can be asked for (I20). Only a colleague of the same visit who wrote
 * "together" offers words, and only while the reader still owes a reflection.
 */
export const getMyReflection: UseCase<'getMyReflection'> = async ({ table }, context, { params }) => {
  const pk = keys.visit(context.districtId, params.visitId);
  const [{ own, others }, visit] = await Promise.all([
    loadReflections(table, context, params),
    table.get(visitEntity, { pk, sk: keys.word.visit }),
  ]);
  if (visit === undefined) throw notFound('reflection');
  const latest = await latestWords(table, own);
  const offered = await Promise.all(
    others
      .filter((other) => isOfferedTo(other, own))
      .map(async (other) => {
        const { personId } = other;
        const name = visit.team.find((member) => member.personId === personId)?.name ?? '';
        const words = (await latestWords(table, other))?.words;
        return words === undefined ? [] : [{ personId, name, words }];
      }),
  );
  return {
    reflection: own,
    visitNumber: visit.students.find(({ studentId }) => studentId === params.studentId)?.number ?? 1,
    words: latest?.words ?? null,
    lookBack: latest?.lookBack ?? null,
    offered: offered.flat(),
  };
};
