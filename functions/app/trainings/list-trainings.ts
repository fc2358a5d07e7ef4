import type { UseCase } from '#functions/app/use-case.ts';
import { training } from '#functions/data/entities/trainings.ts';
import { readAll } from '#functions/data/entity.ts';
import { keys } from '#functions/data/keys.ts';

/** Trainings, newest first. */
export const listTrainings: UseCase<'listTrainings'> = async ({ table }, { districtId }, { query }) => {
  const range = { index: 'gsi2', pk: keys.trainings(districtId), descending: true } as const;
  const { items, cursor } = await table.queryPage(range, query);
  return { items: readAll(training, items), cursor };
};
