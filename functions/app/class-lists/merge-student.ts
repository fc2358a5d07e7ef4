import type { UseCase } from '#functions/app/use-case.ts';
import { refuseUnless } from '#shared/domain/refusal.ts';
import { bringTogether } from './merge/bring-together.ts';
import { requireStudent } from './require-school.ts';

/** An expected student is one whom the roster names otherwise: both records become the roster's one. */
export const mergeStudent: UseCase<'mergeStudent'> = async (
  { table },
  context,
  { params: { studentId }, body: { into } },
) => {
  refuseUnless(studentId !== into, 'merge.same_student');
  const [gone, kept] = await Promise.all([
    requireStudent(table, context, studentId),
    requireStudent(table, context, into),
  ]);
  refuseUnless(gone.roster === null, 'merge.in_roster');
  const work = await bringTogether(table, 'student.merged', { gone, kept, sameChild: true });
  return work.commit(kept);
};
