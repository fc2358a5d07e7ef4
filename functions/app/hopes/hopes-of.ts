import { hopes } from '#functions/data/entities/hopes.ts';
import { readAll } from '#functions/data/entity.ts';
import { keys } from '#functions/data/keys.ts';
import { loadPeople } from '#functions/data/repositories/people.ts';
import type { DistrictTable } from '#functions/data/tables.ts';

/** The hopes of a family in one year by student, with the name of who wrote them: two small reads. */
export async function hopesOf(table: DistrictTable, familyId: string, year: string) {
  const pk = keys.family(table.context.districtId, familyId);
  const kept = readAll(hopes, await table.queryAll({ pk, prefix: keys.hopes(year, '') }));
  const writers = await loadPeople(table, [...new Set(kept.map(({ writtenBy }) => writtenBy))]);
  const nameOf = (id: string) => writers.find(({ personId }) => personId === id)?.name ?? null;
  return new Map(kept.map((one) => [one.studentId, { ...one, writtenByName: nameOf(one.writtenBy) }]));
}
