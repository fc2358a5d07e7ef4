import type { TenantContext } from '#functions/app/context.ts';
import { notFound } from '#functions/app/errors.ts';
import { reachesSchool } from '#functions/app/row-scope.ts';
import { familyStudent } from '#functions/data/entities/roster.ts';
import { readAll } from '#functions/data/entity.ts';
import { keys } from '#functions/data/keys.ts';
import type { DistrictTable } from '#functions/data/tables.ts';
import type { Permission } from '#shared/domain/access/permissions.ts';

/**
 * Makes sure that a family has a child at a school within the person's reach, without reading more of the household.
 * @throws AppError NOT_FOUND for everyone else.
 */
export async function requireReach(
  table: DistrictTable,
  context: TenantContext,
  permission: Permission,
  familyId: string,
): Promise<void> {
  const pk = keys.family(context.districtId, familyId);
  const students = readAll(familyStudent, await table.queryAll({ pk, prefix: keys.familyStudent('') }));
  const schools = students.map(({ schoolId }) => schoolId);
  if (!reachesSchool(context, permission, schools) || schools.length === 0) throw notFound('family');
}
