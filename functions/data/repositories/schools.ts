import type { SchoolYear } from '#shared/domain/district/model.ts';
import type { Reflection } from '#shared/domain/reflection/model.ts';
import { addDays } from '#shared/domain/time/zoned.ts';
import type { Visit } from '#shared/domain/visit/model.ts';
import { reflection, visit } from '../entities/visits.ts';
import { type Kept, readAll } from '../entity.ts';
import { keys } from '../keys.ts';
import type { DistrictTable } from '../tables.ts';

/** Every visit of a school from one school year to another by time: one Query, a page of it for each megabyte. */
export async function loadSchoolVisits(
  table: DistrictTable,
  schoolId: string,
  { opensOn }: SchoolYear,
  { closesOn }: SchoolYear,
): Promise<Kept<Visit>[]> {
  const items = await table.queryAll({
    index: 'gsi2',
    pk: keys.schoolVisits(table.context.districtId, schoolId),
    // Keys hold UTC: a local day may begin on the one before and end on the one after.
    prefix: addDays(opensOn, -1),
    until: addDays(closesOn, 2),
  });
  return readAll(visit, items);
}

/** Whether reflections of these visits are owed or done: their keys follow from the visits, 100 to a round trip. */
export async function loadReflectionsOf(
  table: DistrictTable,
  visits: readonly Visit[],
): Promise<Kept<Reflection>[]> {
  const { districtId } = table.context;
  const wanted = visits.flatMap(({ visitId, students, team }) =>
    students.flatMap(({ studentId }) =>
      team.map(({ personId }) => ({
        pk: keys.visit(districtId, visitId),
        sk: keys.reflection(studentId, personId),
      })),
    ),
  );
  return wanted.length === 0 ? [] : readAll(reflection, await table.getMany(wanted));
}
