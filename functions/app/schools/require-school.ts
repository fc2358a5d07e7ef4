import type { TenantContext } from '#functions/app/context.ts';
import { notFound } from '#functions/app/errors.ts';
import { reachesSchool } from '#functions/app/row-scope.ts';
import { loadSchools } from '#functions/data/repositories/people.ts';
import type { DistrictTable } from '#functions/data/tables.ts';
import type { Permission } from '#shared/domain/access/permissions.ts';
import type { School } from '#shared/domain/roster/model.ts';

/**
 * The school, when it is within the reader’s reach.
 * @throws AppError NOT_FOUND also for another’s school: existence is not revealed.
 */
export async function requireSchool(
  table: DistrictTable,
  context: TenantContext,
  permission: Permission,
  schoolId: string,
): Promise<School> {
  if (!reachesSchool(context, permission, [schoolId])) throw notFound('school');
  const [found] = await loadSchools(table, [schoolId]);
  if (found === undefined) throw notFound('school');
  return found;
}
