import { notFound } from '#functions/app/errors.ts';
import type { UseCase } from '#functions/app/use-case.ts';
import { expectedStudent } from '#functions/data/entities/class-lists.ts';
import { keys } from '#functions/data/keys.ts';
import { requireStudent } from './require-school.ts';

/** The student is really another than those of the roster: nothing is merged, and nobody is asked again. */
export const keepApart: UseCase<'keepApart'> = async ({ table }, context, { params: { studentId } }) => {
  const { schoolId } = await requireStudent(table, context, studentId);
  const row = await table.get(expectedStudent, {
    pk: keys.expected(context.districtId, schoolId),
    sk: keys.expectedStudent(studentId),
  });
  if (row === undefined) throw notFound('student');
  const work = table.begin('student.kept_apart', studentId);
  work.remove(expectedStudent, row);
  return work.commit({ done: true as const });
};
