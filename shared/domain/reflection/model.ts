import * as z from 'zod';
import { SchoolYearId } from '../district/model.ts';
import { PersonId, StudentId, VisitId } from '../ids.ts';
import { Instant, LocalDate } from '../time/local-date.ts';
import { shifts } from './shifts.ts';

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
  /** Written together: whoever of the team still owes a reflection about this student may read it and take it over. */
  together: z.boolean(),
  /** The day from which the author is asked how it went; null when no school day is left to try anything. */
  lookBackOn: LocalDate.nullable(),
  lookedBackAt: Instant.nullable(),
});
export type Reflection = z.infer<typeof Reflection>;

const Answer = z.string().trim().max(2_000);

/** The words, kept apart from the row above and in no index; only the author reads them (I20). */
export const ReflectionWords = z.strictObject({
  /** One answer for each shift the author chose to write about; none is asked for. */
  answers: z
    .array(z.strictObject({ shift: z.enum(shifts), text: Answer.min(1) }))
    .max(shifts.length)
    .refine((answers) => new Set(answers.map(({ shift }) => shift)).size === answers.length, {
      error: 'Each prompt is answered once',
    }),
  /** What I will do differently in class (CP5). */
  apply: Answer.min(1, 'Write one thing you will try in class'),
});
export type ReflectionWords = z.infer<typeof ReflectionWords>;

/** Some weeks later: how it went with what the author wanted to try. */
export const LookBack = z.strictObject({
  how: z.enum(['helped', 'partly', 'not_yet']),
  text: Answer,
});
export type LookBack = z.infer<typeof LookBack>;

/** What was written at one time. Each save is a version of its own, and none is ever changed (I19). */
export const ReflectionVersion = z.object({
  visitId: VisitId,
  studentId: StudentId,
  personId: PersonId,
  version: z.int().min(1),
  words: ReflectionWords,
  lookBack: LookBack.nullable(),
  /** The colleague with whom it was written and whose words these were first. */
  takenFrom: PersonId.nullable(),
  /** Null for words that were kept before this was noted. */
  writtenAt: Instant.nullable(),
});
export type ReflectionVersion = z.infer<typeof ReflectionVersion>;
