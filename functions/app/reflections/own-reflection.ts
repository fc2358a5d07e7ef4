import type { TenantContext } from '#functions/app/context.ts';
import { notFound } from '#functions/app/errors.ts';
import { reflection, reflectionWords } from '#functions/data/entities/visits.ts';
import { type Kept, readAll } from '#functions/data/entity.ts';
import { keys } from '#functions/data/keys.ts';
import type { DistrictTable } from '#functions/data/tables.ts';
import type { Reflection, ReflectionVersion } from '#shared/domain/reflection/model.ts';

export interface About {
  readonly visitId: string;
  readonly studentId: string;
}

/**
 * The reader's own reflection about one student, and those of the colleagues beside it, without a word of any.
 * @throws AppError NOT_FOUND for whoever owes none.
 */
export async function loadReflections(
  table: DistrictTable,
  { districtId, personId }: TenantContext,
  { visitId, studentId }: About,
): Promise<{ own: Kept<Reflection>; others: Kept<Reflection>[] }> {
  const items = await table.queryAll({
    pk: keys.visit(districtId, visitId),
    prefix: keys.reflectionsAbout(studentId),
  });
  const all = readAll(reflection, items);
  const own = all.find((one) => one.personId === personId);
  if (own === undefined) throw notFound('reflection');
  return { own, others: all.filter((one) => one !== own) };
}

/** The latest words of a reflection; the caller has made sure that its reader may have them (I20). */
export async function latestWords(
  table: DistrictTable,
  { visitId, studentId, personId, version }: Reflection,
): Promise<ReflectionVersion | undefined> {
  if (version === 0) return undefined;
  const pk = keys.visit(table.context.districtId, visitId);
  return table.get(reflectionWords, { pk, sk: keys.words(studentId, personId, version) });
}
