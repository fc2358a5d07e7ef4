import type { TenantContext } from '#functions/app/context.ts';
import { notFound } from '#functions/app/errors.ts';
import { reachesSchool } from '#functions/app/row-scope.ts';
import { schoolClass, student } from '#functions/data/entities/roster.ts';
import { keys } from '#functions/data/keys.ts';
import { loadSchools } from '#functions/data/repositories/people.ts';
import type { DistrictTable } from '#functions/data/tables.ts';

/** @throws AppError NOT_FOUND when the school does not exist or is not the caller's to coordinate. */
export async function requireSchool(table: DistrictTable, context: TenantContext, schoolId: string) {
  if (!reachesSchool(context, 'school:coordinate', [schoolId])) throw notFound('school');
  const [found] = await loadSchools(table, [schoolId]);
  if (found === undefined) throw notFound('school');
  return found;
}

/** A class of one's school. @throws AppError NOT_FOUND */
export async function requireClass(table: DistrictTable, context: TenantContext, classId: string) {
  const found = await table.get(schoolClass, {
    pk: keys.class(context.districtId, classId),
    sk: keys.word.class,
  });
  if (found === undefined || !reachesSchool(context, 'school:coordinate', [found.schoolId]))
    throw notFound('class');
  return found;
}

/** A student of one's school. @throws AppError NOT_FOUND */
export async function requireStudent(table: DistrictTable, context: TenantContext, studentId: string) {
  const found = await table.get(student, {
    pk: keys.student(context.districtId, studentId),
    sk: keys.word.profile,
  });
  if (found === undefined || !reachesSchool(context, 'school:coordinate', [found.schoolId]))
    throw notFound('student');
  return found;
}
