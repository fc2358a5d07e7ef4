import type { TenantContext } from '#functions/app/context.ts';
import { notFound } from '#functions/app/errors.ts';
import { reachesSchool } from '#functions/app/row-scope.ts';
import { studentYear } from '#functions/data/entities/families.ts';
import { classEducator, classStudent, schoolClass } from '#functions/data/entities/roster.ts';
import { readAll, readOne } from '#functions/data/entity.ts';
import { keys } from '#functions/data/keys.ts';
import type { DistrictTable } from '#functions/data/tables.ts';
import type { StudentYear } from '#shared/domain/family/model.ts';
import type { ClassEducator, ClassStudent, SchoolClass } from '#shared/domain/roster/model.ts';

export interface ClassFile {
  readonly class: SchoolClass;
  readonly educators: readonly ClassEducator[];
  readonly students: readonly ClassStudent[];
}

/**
 * A class with its students and educators, for its educators and for those who have the permission at its school:
 * one Query.
 * @throws AppError NOT_FOUND for everyone else.
 */
export async function requireClass(
  table: DistrictTable,
  context: TenantContext,
  permission: 'class:read' | 'queue:read' | 'family:invite',
  classId: string,
): Promise<ClassFile> {
  const items = await table.queryAll({ pk: keys.class(context.districtId, classId) });
  const found = readOne(schoolClass, items);
  const educators = readAll(classEducator, items);
  const teaches = educators.some(({ personId }) => personId === context.personId);
  if (found === undefined || !(teaches || reachesSchool(context, permission, [found.schoolId])))
    throw notFound('class');
  return { class: found, educators, students: readAll(classStudent, items) };
}

/**
 * Where each student of a class stands in its year. Read by key, so that a class costs by its own size whatever the
 * size of its school; a student whom the year does not know yet has not been invited.
 */
export async function standingsOf(table: DistrictTable, file: ClassFile): Promise<StudentYear[]> {
  const { year } = file.class;
  const items = await table.getMany(
    file.students.map(({ familyId, studentId }) => ({
      pk: keys.family(table.context.districtId, familyId),
      sk: keys.studentYear(year, studentId),
    })),
    { asOf: 'a_moment_ago' },
  );
  const found = new Map(readAll(studentYear, items).map((one) => [one.studentId, one]));
  return file.students.map(({ classId: _, ...student }) => ({
    ...(found.get(student.studentId) ?? {
      year,
      invitation: 'not_invited' as const,
      askedByFamily: false,
      doNotContact: false,
      visits: [],
    }),
    ...student,
  }));
}
