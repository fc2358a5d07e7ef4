import * as z from 'zod';
import { PersonId, VisitId } from '../ids.ts';
import { refuseUnless } from '../refusal.ts';
import { Instant } from '../time/local-date.ts';
import type { Visit } from './model.ts';

/**
 * What the family would like a later visit to be about: school work, or whatever it wants. A first visit has no such
 * row (CP3, I11): it is about hopes and dreams.
 */
export const FamilyWants = z.object({
  visitId: VisitId,
  /** Empty when the family would rather see what comes up. */
  words: z.string().trim().max(300),
  by: PersonId,
  at: Instant,
});
export type FamilyWants = z.infer<typeof FamilyWants>;

/** @throws Refusal unless every child of the visit has had a first one. */
export function requireLaterVisit({ students }: Pick<Visit, 'students'>): void {
  refuseUnless(
    students.every(({ number }) => number > 1),
    'visit.first_is_hopes',
  );
}
