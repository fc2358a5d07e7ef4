import type { TenantContext } from '#functions/app/context.ts';
import { changedMeanwhile, notFound } from '#functions/app/errors.ts';
import { loadVisit, type VisitFile } from '#functions/data/repositories/visits.ts';
import type { DistrictTable } from '#functions/data/tables.ts';
import type { Visit } from '#shared/domain/visit/model.ts';

/** A visit is seen by its team, and by the coordinators of its school. */
function reachesVisit({ personId, roles, schoolIds }: TenantContext, visit: Visit): boolean {
  const inTeam = visit.team.some((member) => member.personId === personId);
  return inTeam || (roles.includes('coordinator') && schoolIds.includes(visit.schoolId));
}

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

/** The page the change was made on must still be true. @throws AppError CHANGED_MEANWHILE */
export function requireRev(kept: { readonly rev: number }, rev: number, what: string): void {
  if (kept.rev !== rev) throw changedMeanwhile(what);
}
