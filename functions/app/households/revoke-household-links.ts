import { endLinks } from '#functions/app/families/end-links.ts';
import { familyLink } from '#functions/data/entities/families.ts';
import { readAll } from '#functions/data/entity.ts';
import { keys } from '#functions/data/keys.ts';
import type { DistrictTable } from '#functions/data/tables.ts';
import type { UnitOfWork } from '#functions/data/unit-of-work.ts';

/**
 * Letters to the household may lie with somebody who must not be reached any more, and their page tells when and where
 * a visit is: every such link ends with the same step. Links sent to one guardian stay.
 */
export async function revokeHouseholdLinks(
  table: DistrictTable,
  work: UnitOfWork,
  familyId: string,
): Promise<void> {
  const pk = keys.family(table.context.districtId, familyId);
  const links = readAll(familyLink, await table.queryAll({ pk, prefix: keys.familyLink('') }));
  await endLinks(
    table,
    work,
    links.filter(({ guardianId }) => guardianId === null),
  );
}
