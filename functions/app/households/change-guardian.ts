import { requireRev } from '#functions/app/require-rev.ts';
import type { UseCase } from '#functions/app/use-case.ts';
import { guardian } from '#functions/data/entities/families.ts';
import { changeGuardian as changed } from '#shared/domain/family/household.ts';
import { requireGuardian, requireHousehold } from './require-household.ts';
import { ofHousehold, revokeLinks, sentTo } from './revoke-links.ts';

/**
 * Changes what is kept of a guardian; what the last roster said stays beside it, so that the change survives (I42). With
 * an address the links end that were sent to it: the next mail brings a new one to the right reader.
 */
export const changeGuardian: UseCase<'changeGuardian'> = async ({ table }, context, { params, body }) => {
  const { familyId, guardianId } = params;
  const { mayLift } = await requireHousehold(table, context, familyId);
  const before = await requireGuardian(table, familyId, guardianId);
  requireRev(before, body.rev, 'guardian');
  const { rev: _, ...change } = body;
  const after = changed(before, change, mayLift);
  const protects = after.noContact && !before.noContact;
  const work = table.begin(protects ? 'guardian.no_contact' : 'guardian.changed', familyId);
  const { rev } = work.update(guardian, before, after);
  const moved = before.email !== null && after.email !== before.email;
  const ending = [...(protects ? [ofHousehold] : []), ...(moved ? [sentTo(guardianId)] : [])];
  if (ending.length > 0)
    await revokeLinks(table, work, familyId, (link) => ending.some((ends) => ends(link)));
  return work.commit({ familyId, guardianId, rev });
};
