import { changedMeanwhile } from '#functions/app/errors.ts';
import type { UseCase } from '#functions/app/use-case.ts';
import { requireVisit } from '#functions/app/visits/require-visit.ts';
import { familyWants } from '#functions/data/entities/visits.ts';
import { keys } from '#functions/data/keys.ts';
import { requireLaterVisit } from '#shared/domain/visit/family-wants.ts';

/** What the family would like a later visit to be about, written down when it is asked. */
export const setFamilyWants: UseCase<'setFamilyWants'> = async ({ table }, context, { params, body }) => {
  const { visit } = await requireVisit(table, context, params.visitId);
  requireLaterVisit(visit);
  const { visitId } = visit;
  const pk = keys.visit(context.districtId, visitId);
  const before = await table.get(familyWants, { pk, sk: keys.word.familyWants });
  if ((before?.rev ?? 0) !== body.rev) throw changedMeanwhile('page');

  const after = { visitId, words: body.words, by: context.personId, at: context.now };
  const work = table.begin('visit.family_wants', visitId);
  const { by, at, rev } =
    before === undefined ? work.create(familyWants, after) : work.update(familyWants, before, after);
  // The kept answer holds no words: they lie in their own row and nowhere else.
  return work.commit({ visitId, by, at, rev });
};
