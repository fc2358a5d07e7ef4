import type { ClassList, ExpectedStudent } from '#shared/domain/roster/expected.ts';
import type { Student } from '#shared/domain/roster/model.ts';
import { classList, expectedStudent } from '../entities/class-lists.ts';
import { student } from '../entities/roster.ts';
import { type Kept, readAll } from '../entity.ts';
import { keys } from '../keys.ts';
import type { DistrictTable } from '../tables.ts';

export interface ExpectedOfSchool {
  readonly lists: Kept<ClassList>[];
  readonly students: Kept<ExpectedStudent>[];
}

/** Everything that a school expects and no roster has named yet: one Query. */
export async function loadExpected(table: DistrictTable, schoolId: string): Promise<ExpectedOfSchool> {
  const items = await table.queryAll({ pk: keys.expected(table.context.districtId, schoolId) });
  return { lists: readAll(classList, items), students: readAll(expectedStudent, items) };
}

/** Students of a school who have exactly these names, but for case and accents; at most ten of a name. */
export async function findStudents(
  table: DistrictTable,
  schoolId: string,
  { givenName, familyName }: Pick<Student, 'givenName' | 'familyName'>,
): Promise<Kept<Student>[]> {
  const pk = keys.schoolStudents(table.context.districtId, schoolId);
  const prefix = keys.byName(`${familyName}, ${givenName}`, '');
  const { items } = await table.queryPage({ index: 'gsi1', pk, prefix }, { limit: 10 });
  return readAll(student, items);
}
