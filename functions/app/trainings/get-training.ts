import { notFound } from '#functions/app/errors.ts';
import type { UseCase } from '#functions/app/use-case.ts';
import { attendance, training } from '#functions/data/entities/trainings.ts';
import { readAll, readOne } from '#functions/data/entity.ts';
import { keys } from '#functions/data/keys.ts';

/** A training and who completed it, in one Query. */
export const getTraining: UseCase<'getTraining'> = async (
  { table },
  { districtId },
  { params: { trainingId } },
) => {
  const items = await table.queryAll({ pk: keys.training(districtId, trainingId) });
  const held = readOne(training, items);
  if (held === undefined) throw notFound('training');
  return { ...held, attendees: readAll(attendance, items) };
};
