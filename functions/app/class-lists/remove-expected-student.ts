import { notFound } from '#functions/app/errors.ts';
import type { UseCase } from '#functions/app/use-case.ts';
import { classList, expectedStudent } from '#functions/data/entities/class-lists.ts';
import { classStudent, student } from '#functions/data/entities/roster.ts';
import { readAll, readOne } from '#functions/data/entity.ts';
import { keys } from '#functions/data/keys.ts';
import { requireClass } from './require-school.ts';
import { removeUntouched } from './untouched.ts';

/**
 * Takes a student off a class list who was written down by mistake or comes no more. If nothing was ever arranged with
 * the family, the record goes too; else it stays, for no visit is ever lost.
 */
export const removeExpectedStudent: UseCase<'removeExpectedStudent'> = async (
  { table },
  context,
  { params: { classId, studentId } },
) => {
  const t = context.districtId;
  const { schoolId } = await requireClass(table, context, classId);
  const [member, profile, listed, classes] = await Promise.all([
    table.get(classStudent, { pk: keys.class(t, classId), sk: keys.classStudent(studentId) }),
    table.get(student, { pk: keys.student(t, studentId), sk: keys.word.profile }),
    table.getMany([
      { pk: keys.expected(t, schoolId), sk: keys.expectedStudent(studentId) },
      { pk: keys.expected(t, schoolId), sk: keys.expectedClass(classId) },
    ]),
    table.queryAll({ index: 'gsi1', pk: keys.student(t, studentId), prefix: keys.classOfStudent('') }),
  ]);
  // A class of the roster is the roster's: whoever left it is flagged there, not here.
  const list = readOne(classList, listed);
  if (member === undefined || list === undefined) throw notFound('student');

  const work = table.begin('class_list.student_removed', studentId);
  work.remove(classStudent, member);
  work.update(classList, list, { ...list, students: Math.max(0, list.students - 1) });
  const waiting = readOne(expectedStudent, listed);
  const elsewhere = readAll(classStudent, classes).some((one) => one.classId !== classId);
  if (waiting !== undefined && profile?.roster === null && !elsewhere) {
    work.remove(expectedStudent, waiting);
    await removeUntouched(table, work, profile);
  }
  return work.commit({ done: true as const });
};
