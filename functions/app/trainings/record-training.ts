import type { UseCase } from '#functions/app/use-case.ts';
import { training } from '#functions/data/entities/trainings.ts';
import { recentSettings } from '#functions/data/settings.ts';
import { refuseUnless } from '#shared/domain/refusal.ts';
import { localDateOf } from '#shared/domain/time/zoned.ts';
import { requireSetUp } from './training-file.ts';

/** A training that was held. Who completed it is recorded apart, so that a long list can come in parts. */
export const recordTraining: UseCase<'recordTraining'> = async (
  { table, newId },
  context,
  { body: { title, heldOn, kind, schoolId } },
) => {
  await requireSetUp(table, context, { kind, schoolId });
  const { district } = await recentSettings(table);
  refuseUnless(heldOn <= localDateOf(context.now, district.timeZone), 'training.to_come');
  const held = {
    trainingId: newId('trn'),
    title,
    kind,
    heldOn,
    schoolId,
    plan: null,
    signedUp: 0,
    waiting: 0,
    completedBy: 0,
    cancelledAt: null,
    sequence: 0,
  };
  const work = table.begin('training.recorded', held.trainingId);
  return work.commit(work.create(training, held));
};
