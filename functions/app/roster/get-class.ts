import { notFound } from '#functions/app/errors.ts';
import { reachesSchool } from '#functions/app/row-scope.ts';
import type { UseCase } from '#functions/app/use-case.ts';
import { studentYear } from '#functions/data/entities/families.ts';
import { classEducator, classStudent, schoolClass } from '#functions/data/entities/roster.ts';
import { readAll, readOne } from '#functions/data/entity.ts';
import { keys } from '#functions/data/keys.ts';

/**
 * A class by name and where each family stands this year: one Query of the class, one of its school's year. Only a
 * student whom the roster places at another school costs one more.
 */
export const getClass: UseCase<'getClass'> = async ({ table }, context, { params: { classId } }) => {
  const { districtId } = context;
  const items = await table.queryAll({ pk: keys.class(districtId, classId) });
  const found = readOne(schoolClass, items);
  if (found === undefined) throw notFound('class');
  const teaches = readAll(classEducator, items).some(({ personId }) => personId === context.personId);
  if (!teaches && !reachesSchool(context, 'class:read', [found.schoolId])) throw notFound('class');

  const students = readAll(classStudent, items);
  const schoolIds = [...new Set([found.schoolId, ...students.map(({ schoolId }) => schoolId)])];
  const years = await Promise.all(
    schoolIds.map((schoolId) =>
      table.queryAll({ index: 'gsi2', pk: keys.schoolYear(districtId, schoolId, found.year) }),
    ),
  );
  const standings = new Map(readAll(studentYear, years.flat()).map((one) => [one.studentId, one]));
  return {
    ...found,
    students: students
      .map(({ studentId, familyId, givenName, familyName }) => ({
        studentId,
        familyId,
        givenName,
        familyName,
        invitation: standings.get(studentId)?.invitation ?? ('not_invited' as const),
        visits: standings.get(studentId)?.visits ?? [],
      }))
      .sort((one, other) => (nameOf(one) < nameOf(other) ? -1 : 1)),
  };
};

const nameOf = (one: { givenName: string; familyName: string; studentId: string }): string =>
  keys.byName(`${one.familyName}, ${one.givenName}`, one.studentId);
