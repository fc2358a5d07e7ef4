import { hashOfSecret } from '#functions/app/secret-links.ts';
import type { SchoolYear } from '#shared/domain/district/model.ts';
import type { FamilyLink } from '#shared/domain/family/link.ts';
import { addDays } from '#shared/domain/time/zoned.ts';

export interface NewFamilyLink {
  readonly districtId: string;
  readonly familyId: string;
  /** Whom it is for; null for a letter to the household. */
  readonly guardianId: string | null;
  readonly year: SchoolYear;
  readonly via: FamilyLink['via'];
  /** Person or worker who makes it. */
  readonly madeBy: string;
  readonly mail?: NonNullable<FamilyLink['mail']>;
  /** UTC instant. */
  readonly now: string;
  /** 128 random bits as 22 characters of base64url. */
  readonly secret: string;
}

/**
 * A link to a family's page, and the row by which it is known again: `work.create(familyLink, row)`. The link is
 * nowhere but in the mail or the letter it is made for. It ends the day after the school year closes.
 */
export function newFamilyLink(of: NewFamilyLink): { readonly link: string; readonly row: FamilyLink } {
  const { districtId, familyId, guardianId, year, via, madeBy, mail, now, secret } = of;
  return {
    link: `${districtId}.${familyId}.${secret}`,
    row: {
      familyId,
      guardianId,
      year: year.year,
      hash: hashOfSecret(secret),
      via,
      madeBy,
      madeAt: now,
      // At noon UTC of the next day the last day is over in every zone of the United States.
      expiresAt: `${addDays(year.closesOn, 1)}T12:00:00.000Z`,
      revokedAt: null,
      ...(mail !== undefined && { mail }),
    },
  };
}
