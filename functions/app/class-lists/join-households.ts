import type { UseCase } from '#functions/app/use-case.ts';
import { refuseUnless } from '#shared/domain/refusal.ts';
import { bringTogether } from './merge/bring-together.ts';
import { requireStudent } from './require-school.ts';

/**
 * Two children live in one household, which no list and no roster says: theirs become one (I14). Every adult of both is
 * then an adult of all of its children.
 */
export const joinHouseholds: UseCase<'joinHouseholds'> = async (
  { table },
  context,
  { params: { studentId }, body: { sibling } },
) => {
  const [gone, kept] = await Promise.all([
    requireStudent(table, context, sibling),
    requireStudent(table, context, studentId),
  ]);
  refuseUnless(gone.familyId !== kept.familyId, 'merge.same_household');
  const work = await bringTogether(table, 'household.joined', { gone, kept, sameChild: false });
  return work.commit({ familyId: kept.familyId });
};
