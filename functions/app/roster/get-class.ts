import type { UseCase } from '#functions/app/use-case.ts';
import { keys } from '#functions/data/keys.ts';
import { requireClass, standingsOf } from './class-file.ts';

/** A class by name and where each family stands this year: one Query of the class, one read of its students' years. */
export const getClass: UseCase<'getClass'> = async ({ table }, context, { params: { classId } }) => {
  const file = await requireClass(table, context, 'class:read', classId);
  const standings = await standingsOf(table, file);
  return {
    ...file.class,
    students: standings.sort((one, other) => (nameOf(one) < nameOf(other) ? -1 : 1)),
  };
};

const nameOf = (one: { givenName: string; familyName: string; studentId: string }): string =>
  keys.byName(`${one.familyName}, ${one.givenName}`, one.studentId);
