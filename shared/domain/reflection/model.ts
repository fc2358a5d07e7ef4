import * as z from 'zod';
import { SchoolYearId } from '../district/model.ts';
import { PersonId, StudentId, VisitId } from '../ids.ts';
import { LocalDate } from '../time/local-date.ts';

/** That a reflection is owed, or done: never what it says. Everyone who counts reads this row only (I4, I20). */
export const Reflection = z.object({
  visitId: VisitId,
  studentId: StudentId,
  personId: PersonId,
  givenName: z.string(),
  year: SchoolYearId,
  status: z.enum(['owed', 'done']),
  dueOn: LocalDate,
  version: z.int().min(0),
});
export type Reflection = z.infer<typeof Reflection>;

const Answer = z.string().trim().max(2_000);

/** The words, kept apart from the row above and in no index; only the author reads them (I20). */
export const ReflectionWords = z.strictObject({
  /** What we learned about the family's hopes and dreams for the child. */
  hopes: Answer,
  /** What I will do differently in class. */
  apply: Answer.min(1, 'Write one thing you will try in class'),
});
export type ReflectionWords = z.infer<typeof ReflectionWords>;
