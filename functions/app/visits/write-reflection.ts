import { notFound } from '#functions/app/errors.ts';
import { requireRev } from '#functions/app/require-rev.ts';
import type { UseCase } from '#functions/app/use-case.ts';
import { reflection, reflectionWords, reminder } from '#functions/data/entities/visits.ts';
import { loadVisit } from '#functions/data/repositories/visits.ts';
import { written } from '#shared/domain/reflection/write.ts';
import { remindersSettledByReflection } from '#shared/domain/reminder/planning.ts';

/** Writes or edits one's own reflection: the words under a version of their own (I19), its reminders settled. */
export const writeReflection: UseCase<'writeReflection'> = async ({ table }, context, { params, body }) => {
  const { visitId, studentId } = params;
  const file = await loadVisit(table, visitId);
  const own = file?.reflections.find(
    (one) => one.studentId === studentId && one.personId === context.personId,
  );
  if (file === undefined || own === undefined) throw notFound('reflection');
  requireRev(own, body.rev, 'reflection');

  const work = table.begin('reflection.written', visitId);
  const kept = work.update(reflection, own, written(own));
  const { personId, version } = kept;
  work.create(reflectionWords, { visitId, studentId, personId, version, words: body.words });
  for (const settled of remindersSettledByReflection(file.reminders, own))
    work.update(reminder, settled, settled);
  // The kept answer holds no words: they lie in their own rows and nowhere else (I20).
  const answer = await work.commit({ reflection: kept, words: null });
  return { ...answer, words: body.words };
};
