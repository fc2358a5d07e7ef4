import * as z from 'zod';
import { SchoolYearId } from '../district/model.ts';
import { FamilyId, GuardianId, MessageId } from '../ids.ts';
import { Instant } from '../time/local-date.ts';

/**
 * A family's way in, without an account: whoever holds the link answers for the family in one school year. It ends
 * with the year, or when somebody of the school revokes it.
 */
export const FamilyLink = z.object({
  familyId: FamilyId,
  /** Whom it was sent to; null for a letter to the household. It stops with this guardian's `noContact`. */
  guardianId: GuardianId.nullable(),
  year: SchoolYearId,
  /** SHA-256 of the secret, in hex. */
  hash: z.string().length(64),
  via: z.enum(['mail', 'letter']),
  /** Person or worker. */
  madeBy: z.string(),
  madeAt: Instant,
  expiresAt: Instant,
  /** The mail it was made for, and what that one was about; absent for a letter. */
  mail: z.object({ messageId: MessageId, matter: z.string().max(120) }).optional(),
  revokedAt: Instant.nullable(),
});
export type FamilyLink = z.infer<typeof FamilyLink>;

/** True while the link opens the family's page. */
export const linkHolds = (link: Pick<FamilyLink, 'revokedAt' | 'expiresAt'>, now: string): boolean =>
  link.revokedAt === null && now < link.expiresAt;
