import type { UseCase } from '#functions/app/use-case.ts';
import { againWhenMet } from '#functions/data/again-when-met.ts';
import { attendance, training } from '#functions/data/entities/trainings.ts';
import { headsOf, movingUp, requireOpen } from '#shared/domain/training/sign-up.ts';
import { loadTraining } from './training-file.ts';

/** One gives a seat or a place in the line back, without a reason; whoever waits longest moves up and is told. */
export const withdrawFromTraining: UseCase<'withdrawFromTraining'> = (
  { table },
  { personId, now },
  { params: { trainingId } },
) =>
  againWhenMet(async () => {
    const { training: before, attendees } = await loadTraining(table, trainingId);
    const own = attendees.find((one) => one.personId === personId);
    if (own === undefined) return before;
    requireOpen(before, now);
    const others = attendees.filter((one) => one !== own);
    const [next] = movingUp(others, before.plan.seats);
    const work = table.begin('training.left', trainingId);
    work.remove(attendance, own);
    if (next !== undefined) {
      work.update(attendance, next, { ...next, status: 'signed_up' });
      work.message({
        kind: 'training_seat',
        personId: next.personId,
        trainingId,
        sequence: before.sequence,
        changed: false,
      });
    }
    if (own.status === 'signed_up')
      work.message({ kind: 'training_left', personId, trainingId, sequence: before.sequence });
    const after = others.map((one) => (one === next ? { ...one, status: 'signed_up' as const } : one));
    const { rev: _, ...value } = before;
    return work.commit(work.update(training, before, { ...value, ...headsOf(after) }));
  });
