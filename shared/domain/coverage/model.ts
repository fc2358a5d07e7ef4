import * as z from 'zod';
import { SchoolYearId } from '../district/model.ts';
import { SchoolId } from '../ids.ts';

/** Whole percent of the students enrolled. */
export const GoalPercent = z.int().min(1).max(100);

/** What a school as a whole hopes for in one year. There is none per person: nobody has a quota (CP1). */
export const SchoolGoal = z.object({
  schoolId: SchoolId,
  year: SchoolYearId,
  percent: GoalPercent.nullable(),
});
export type SchoolGoal = z.infer<typeof SchoolGoal>;
