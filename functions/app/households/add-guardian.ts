import type { UseCase } from '#functions/app/use-case.ts';
import { family, guardian } from '#functions/data/entities/families.ts';
import { mostGuardians } from '#shared/domain/family/household.ts';
import { refuseUnless } from '#shared/domain/refusal.ts';
import { requireHousehold } from './require-household.ts';
import { ofHousehold, revokeLinks } from './revoke-links.ts';

/** Adds a guardian whom the roster does not name; no roster changes or removes them. */
export const addGuardian: UseCase<'addGuardian'> = async ({ table, newId }, context, { params, body }) => {
  const { familyId } = params;
  const { file } = await requireHousehold(table, context, familyId);
  refuseUnless(file.guardians.length < mostGuardians, 'family.too_many_guardians');
  const work = table.begin('guardian.added', familyId);
  work.unchanged(family, file.family);
  const { guardianId, rev } = work.create(guardian, { guardianId: newId('gua'), familyId, ...body });
  if (body.noContact) await revokeLinks(table, work, familyId, ofHousehold);
  return work.commit({ familyId, guardianId, rev });
};
