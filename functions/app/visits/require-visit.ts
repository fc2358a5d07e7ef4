import type { TenantContext } from '#functions/app/context.ts';
import { notFound } from '#functions/app/errors.ts';
import { reachesVisit } from '#functions/app/row-scope.ts';
import { loadVisit, type VisitFile } from '#functions/data/repositories/visits.ts';
import type { DistrictTable } from '#functions/data/tables.ts';

/** The visit, for its team and the coordinators of its school. @throws AppError NOT_FOUND for everyone else. */
export async function requireVisit(
  table: DistrictTable,
  context: TenantContext,
  visitId: string,
): Promise<VisitFile> {
  const file = await loadVisit(table, visitId);
  if (file === undefined || !reachesVisit(context, file.visit)) throw notFound('visit');
  return file;
}
