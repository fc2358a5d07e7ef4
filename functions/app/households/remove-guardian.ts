import { requireRev } from '#functions/app/require-rev.ts';
import type { UseCase } from '#functions/app/use-case.ts';
import { guardian } from '#functions/data/entities/families.ts';
import { takenOut } from '#shared/domain/family/household.ts';
import { requireGuardian, requireHousehold } from './require-household.ts';

/** Takes a guardian out: one added by hand is gone; of one whom the roster names, an empty row stays (I42). */
export const removeGuardian: UseCase<'removeGuardian'> = async ({ table }, context, { params, body }) => {
  const { familyId, guardianId } = params;
  const { mayLift } = await requireHousehold(table, context, familyId);
  const before = await requireGuardian(table, familyId, guardianId);
  requireRev(before, body.rev, 'guardian');
  const { roster, ...emptied } = takenOut(before, mayLift);
  const work = table.begin('guardian.removed', familyId);
  if (roster === undefined) work.remove(guardian, before);
  else work.update(guardian, before, { ...emptied, removed: true });
  return work.commit({ done: true as const });
};
