import * as z from 'zod';
import { FamilyId, VisitId } from '../ids.ts';
import { Instant } from '../time/local-date.ts';

/** How a visit was, in the family's own judgement: three choices, so that one tap is enough. */
export const HowItWas = z.enum(['good', 'all_right', 'not_good']);
export type HowItWas = z.infer<typeof HowItWas>;

/** What the family says after a visit. That it says anything is the proof of visit. */
export const FamilyFeedback = z.object({
  visitId: VisitId,
  familyId: FamilyId,
  how: HowItWas,
  /** For its visitors and the coordinator of the school; never in a mail. */
  words: z.string().trim().max(600).nullable(),
  at: Instant,
});
export type FamilyFeedback = z.infer<typeof FamilyFeedback>;
