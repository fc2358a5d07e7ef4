import * as z from 'zod';
import { PersonId, TrainingId } from '../ids.ts';
import { LocalDate } from '../time/local-date.ts';

export const TrainingTitle = z.string().trim().min(2).max(120);
export const Training = z.object({
  trainingId: TrainingId,
  title: TrainingTitle,
  heldOn: LocalDate,
  completedBy: z.int().min(0),
});
export type Training = z.infer<typeof Training>;

export const Attendance = z.object({
  trainingId: TrainingId,
  personId: PersonId,
  name: z.string(),
  heldOn: LocalDate,
});
export type Attendance = z.infer<typeof Attendance>;
