import type { UseCase } from '#functions/app/use-case.ts';
import { recentSettings } from '#functions/data/settings.ts';
import { hasBegun } from '#shared/domain/training/sign-up.ts';
import { loadTraining } from './training-file.ts';

/** A training, who signed up and who completed it. */
export const getTraining: UseCase<'getTraining'> = async ({ table }, { now }, { params: { trainingId } }) => {
  const [{ training, attendees }, { district }] = await Promise.all([
    loadTraining(table, trainingId),
    recentSettings(table),
  ]);
  return { ...training, attendees: [...attendees], begun: hasBegun(training, district.timeZone, now) };
};
