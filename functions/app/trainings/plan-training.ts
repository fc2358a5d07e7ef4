import type { UseCase } from '#functions/app/use-case.ts';
import { training } from '#functions/data/entities/trainings.ts';
import { recentSettings } from '#functions/data/settings.ts';
import { planOf, requireSetUp } from './training-file.ts';

/** A training that is still to come, for which people sign up. */
export const planTraining: UseCase<'planTraining'> = async ({ table, newId }, context, { body }) => {
  const { title, kind, schoolId, heldOn } = body;
  await requireSetUp(table, context, { kind, schoolId });
  const { district } = await recentSettings(table);
  const planned = {
    trainingId: newId('trn'),
    title,
    kind,
    heldOn,
    schoolId,
    plan: planOf(body, district.timeZone, context.now),
    signedUp: 0,
    waiting: 0,
    completedBy: 0,
    cancelledAt: null,
    sequence: 0,
  };
  const work = table.begin('training.planned', planned.trainingId);
  return work.commit(work.create(training, planned));
};
