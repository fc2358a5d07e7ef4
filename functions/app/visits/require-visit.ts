import type { TenantContext } from '#functions/app/context.ts';
import { notFound } from '#functions/app/errors.ts';
import { reachesVisit } from '#functions/app/row-scope.ts';
import { loadVisit, type VisitFile } from '#functions/data/repositories/visits.ts';
import type { DistrictTable } from '#functions/data/tables.ts';
import { refuseUnless } from '#shared/domain/refusal.ts';

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

/**
 * The same for changing it: whoever said no has left it to the others until they say yes again.
 * @throws AppError NOT_FOUND, Refusal `visit.said_no`
 */
export async function requireVisitToChange(
  table: DistrictTable,
  context: TenantContext,
  visitId: string,
): Promise<VisitFile> {
  const file = await requireVisit(table, context, visitId);
  const { team, schoolId } = file.visit;
  const saidNo = team.some(({ personId, answer }) => personId === context.personId && answer === 'no');
  refuseUnless(!saidNo || reachesVisit(context, { team: [], schoolId }), 'visit.said_no');
  return file;
}
