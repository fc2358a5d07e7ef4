import type { UseCase } from '#functions/app/use-case.ts';
import { findStudents } from '#functions/data/repositories/expected.ts';
import { requireSchool } from './require-school.ts';

/** Small Queries that run side by side. */
const atOnce = 15;

/**
 * Who of a list is here already, from an earlier year or another list: whoever writes the list then says whether it is
 * the same child, and no second record of it comes to be.
 */
export const lookUpStudents: UseCase<'lookUpStudents'> = async (
  { table },
  context,
  { params: { schoolId }, body },
) => {
  await requireSchool(table, context, schoolId);
  const students: Awaited<ReturnType<typeof findStudents>>[] = [];
  for (let start = 0; start < body.names.length; start += atOnce) {
    const part = body.names.slice(start, start + atOnce);
    students.push(...(await Promise.all(part.map((name) => findStudents(table, schoolId, name)))));
  }
  return { students };
};
