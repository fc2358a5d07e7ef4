import type { UseCase } from '#functions/app/use-case.ts';
import { loadTraining } from './training-file.ts';

/** A training, who signed up and who completed it. */
export const getTraining: UseCase<'getTraining'> = async ({ table }, _, { params: { trainingId } }) => {
  const { training, attendees } = await loadTraining(table, trainingId);
  return { ...training, attendees: [...attendees] };
};
