import { notFound } from '#functions/app/errors.ts';
import type { UseCase } from '#functions/app/use-case.ts';
import { hopes } from '#functions/data/entities/hopes.ts';
import { readSettings } from '#functions/data/settings.ts';
import { correctedByFamily, withdrawnByFamily } from '#shared/domain/hopes/change.ts';
import { openPage } from './open-page.ts';

/** The family puts what was written about its hopes into its own words, or takes it back. */
export const changeHopes: UseCase<'changeHopes'> = async ({ table }, context, { params, body }) => {
  const { file } = await openPage(table, context, readSettings(table));
  const before = file.hopes.find(({ studentId }) => studentId === params.studentId);
  if (before === undefined) throw notFound('page');
  const withdrawn = body.act === 'withdraw';
  const work = table.begin(withdrawn ? 'hopes.withdrawn' : 'hopes.corrected', file.family.familyId);
  const after =
    body.act === 'withdraw'
      ? withdrawnByFamily(before, context.now)
      : correctedByFamily(before, body.words, context.now);
  work.update(hopes, before, after);
  return work.commit({ said: withdrawn ? ('hopes_withdrawn' as const) : ('hopes_saved' as const) });
};
