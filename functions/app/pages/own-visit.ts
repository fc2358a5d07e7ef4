import { notFound } from '#functions/app/errors.ts';
import { loadVisit, type VisitFile } from '#functions/data/repositories/visits.ts';
import type { DistrictTable } from '#functions/data/tables.ts';
import type { OpenPage } from './open-page.ts';

/** A visit of this family's, in the link's year. @throws AppError NOT_FOUND for any other. */
export async function ownVisit(table: DistrictTable, page: OpenPage, visitId: string): Promise<VisitFile> {
  const file = await loadVisit(table, visitId);
  const { link } = page.file;
  if (file?.visit.familyId !== link.familyId || file.visit.year !== link.year) throw notFound('visit');
  return file;
}
