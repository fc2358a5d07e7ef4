import * as z from 'zod';
import { SchoolYearId } from '../district/model.ts';
import { FamilyId, PersonId, StudentId } from '../ids.ts';
import { Instant } from '../time/local-date.ts';

/** What educators wrote down of the family's hopes: short, because the family reads it. */
export const HopesWords = z.string().trim().min(1, 'Write what the family hopes for').max(600);

/**
 * The hopes and dreams a family spoke of at the first visit (CP3), for one student and year. They belong to the
 * family: it reads, corrects and withdraws them, and after that nothing of the words is kept.
 */
export const Hopes = z.object({
  familyId: FamilyId,
  studentId: StudentId,
  year: SchoolYearId,
  /** Empty once withdrawn. */
  words: z.string().max(600),
  writtenBy: PersonId,
  writtenAt: Instant,
  /** When the family corrected, withdrew or shared them again; null while they are as the educators wrote them. */
  changedByFamilyAt: Instant.nullable(),
  status: z.enum(['shared', 'withdrawn']),
});
export type Hopes = z.infer<typeof Hopes>;
