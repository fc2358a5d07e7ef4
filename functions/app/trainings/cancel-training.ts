import { requireRev } from '#functions/app/require-rev.ts';
import type { UseCase } from '#functions/app/use-case.ts';
import { training } from '#functions/data/entities/trainings.ts';
import { requireOpen } from '#shared/domain/training/sign-up.ts';
import { loadTraining, requireReached } from './training-file.ts';

/** A planned training will not be held: everybody who has a seat or waits for one is told. */
export const cancelTraining: UseCase<'cancelTraining'> = async (
  { table },
  context,
  { params: { trainingId }, body: { rev } },
) => {
  const { training: before, attendees } = await loadTraining(table, trainingId);
  requireReached(context, before);
  requireRev(before, rev, 'training');
  requireOpen(before, context.now);
  const { rev: _, ...value } = before;
  const sequence = before.sequence + 1;
  const work = table.begin('training.cancelled', trainingId);
  const kept = work.update(training, before, { ...value, cancelledAt: context.now, sequence });
  for (const { personId } of attendees)
    work.message({ kind: 'training_cancelled', personId, trainingId, sequence });
  return work.commit(kept);
};
