import { endLinks } from '#functions/app/families/end-links.ts';
import { familyLink } from '#functions/data/entities/families.ts';
import { readAll } from '#functions/data/entity.ts';
import { keys } from '#functions/data/keys.ts';
import type { DistrictTable } from '#functions/data/tables.ts';
import type { UnitOfWork } from '#functions/data/unit-of-work.ts';
import type { FamilyLink } from '#shared/domain/family/link.ts';

type Which = (link: Pick<FamilyLink, 'guardianId'>) => boolean;

/**
 * Letters to the household may lie with somebody who must not be reached any more, and their page tells when and where
 * a visit is.
 */
export const ofHousehold: Which = ({ guardianId }) => guardianId === null;

/** Mail to a guardian went to an address that is not theirs, or not any more: somebody else may hold it. */
export const sentTo =
  (guardian: string): Which =>
  ({ guardianId }) =>
    guardianId === guardian;

/** Ends these links of a family with the same step. */
export async function revokeLinks(
  table: DistrictTable,
  work: UnitOfWork,
  familyId: string,
  which: Which,
): Promise<void> {
  const pk = keys.family(table.context.districtId, familyId);
  const links = readAll(familyLink, await table.queryAll({ pk, prefix: keys.familyLink('') }));
  await endLinks(table, work, links.filter(which));
}
