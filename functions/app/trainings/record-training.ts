import type { UseCase } from '#functions/app/use-case.ts';
import { training } from '#functions/data/entities/trainings.ts';
import { recentSettings } from '#functions/data/settings.ts';
import { Refusal } from '#shared/domain/refusal.ts';
import { localDateOf } from '#shared/domain/time/zoned.ts';

/** A training that was held. Who completed it is recorded apart, so that a long list can come in parts. */
export const recordTraining: UseCase<'recordTraining'> = async (
  { table, newId },
  { now },
  { body: { title, heldOn } },
) => {
  const { district } = await recentSettings(table);
  if (heldOn > localDateOf(now, district.timeZone)) throw new Refusal('training.to_come');
  const held = { trainingId: newId('trn'), title, heldOn, completedBy: 0 };
  const work = table.begin('training.recorded', held.trainingId);
  work.create(training, held);
  return work.commit(held);
};
