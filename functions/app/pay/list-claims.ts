import { notAllowed } from '#functions/app/errors.ts';
import { reachesDistrict, reachesSchool } from '#functions/app/row-scope.ts';
import type { UseCase } from '#functions/app/use-case.ts';
import { claim } from '#functions/data/entities/visits.ts';
import { readAll } from '#functions/data/entity.ts';
import { keys } from '#functions/data/keys.ts';
import { pageOfParts } from '#functions/data/repositories/page-of-parts.ts';

/**
 * Claims in one state, school by school and oldest first. A site coordinator reads the own schools only, one
 * range after the other; who works for the whole district reads all of them, or the one asked for.
 */
export const listClaims: UseCase<'listClaims'> = async ({ table }, context, { query }) => {
  const { status, schoolId, ...page } = query;
  if (schoolId !== undefined && !reachesSchool(context, 'claim:read', [schoolId])) throw notAllowed();
  const pk = keys.claims(context.districtId, status);
  const ofSchool = (id: string) => ({
    name: id,
    range: { index: 'gsi2' as const, pk, prefix: keys.claimsOfSchool(id) },
  });
  const own = [...context.schoolIds].sort().map(ofSchool);
  const everywhere = [{ name: 'all', range: { index: 'gsi2' as const, pk } }];
  const parts =
    schoolId !== undefined ? [ofSchool(schoolId)] : reachesDistrict(context, 'claim:read') ? everywhere : own;
  const { items, cursor } = await pageOfParts(table, parts, page);
  return { items: readAll(claim, items), cursor };
};
