import type { TenantContext } from '#functions/app/context.ts';
import { todayIn } from '#functions/app/district-rules.ts';
import type { UseCase } from '#functions/app/use-case.ts';
import { familyLink } from '#functions/data/entities/families.ts';
import { type Kept, readAll } from '#functions/data/entity.ts';
import { keys } from '#functions/data/keys.ts';
import { readSettings } from '#functions/data/settings.ts';
import type { DistrictTable } from '#functions/data/tables.ts';
import type { Answer } from '#shared/contract/client.ts';
import { newestYear } from '#shared/domain/district/school-year.ts';
import { type FamilyLink, linkHolds } from '#shared/domain/family/link.ts';
import type { Guardian } from '#shared/domain/family/model.ts';
import { refuseUnless } from '#shared/domain/refusal.ts';
import { endLinks } from './end-links.ts';
import { requireFamily } from './record-invitation.ts';

async function linksOf(
  table: DistrictTable,
  context: TenantContext,
  permission: 'family:read' | 'family:invite',
  familyId: string,
): Promise<{ links: Kept<FamilyLink>[]; guardians: readonly Guardian[] }> {
  const settings = await readSettings(table);
  // Also between two school years: links of the last one may still open the page.
  const year = newestYear(settings.schoolYears, todayIn(settings, context.now));
  refuseUnless(year !== null, 'year.none');
  const { guardians } = await requireFamily(table, context, permission, familyId, year.year);
  const pk = keys.family(context.districtId, familyId);
  const links = readAll(familyLink, await table.queryAll({ pk, prefix: keys.familyLink('') }));
  return { links: links.sort((one, other) => other.madeAt.localeCompare(one.madeAt)), guardians };
}

const linesOf = (
  links: readonly FamilyLink[],
  guardians: readonly Guardian[],
  now: string,
): Answer<'listFamilyLinks'> => ({
  items: links.map(({ via, madeAt, expiresAt, revokedAt, guardianId }) => ({
    via,
    madeAt,
    expiresAt,
    revokedAt,
    guardian: guardians.find((one) => one.guardianId === guardianId)?.name ?? null,
    holds: linkHolds({ revokedAt, expiresAt }, now),
  })),
});

/** Every link to a family's page that was ever made and has not been forgotten. */
export const listFamilyLinks: UseCase<'listFamilyLinks'> = async ({ table }, context, { params }) => {
  const { links, guardians } = await linksOf(table, context, 'family:read', params.familyId);
  return linesOf(links, guardians, context.now);
};

/** Ends every link that still opens the page. The family gets a new one with the next mail or letter. */
export const revokeFamilyLinks: UseCase<'revokeFamilyLinks'> = async ({ table }, context, { params }) => {
  const { links, guardians } = await linksOf(table, context, 'family:invite', params.familyId);
  const work = table.begin('family_links.revoked', params.familyId);
  const after = await endLinks(table, work, links);
  return work.commit(linesOf(after, guardians, context.now));
};
