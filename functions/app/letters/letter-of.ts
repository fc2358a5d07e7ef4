import { newFamilyLink } from '#functions/app/families/new-family-link.ts';
import { familyLink } from '#functions/data/entities/families.ts';
import type { FamilyFile } from '#functions/data/repositories/families.ts';
import { DistrictTable } from '#functions/data/tables.ts';
import type { UnitOfWork } from '#functions/data/unit-of-work.ts';
import type { SchoolYear } from '#shared/domain/district/model.ts';

/** What letters need beyond the table. */
export interface Secrets {
  readonly newSecret: () => string;
}

interface Addressed {
  /** Of the link: 128 random bits, made for this letter alone. */
  readonly secret: string;
  readonly file: FamilyFile;
  readonly students: readonly { readonly givenName: string; readonly familyName: string }[];
}

/**
 * Letters are printed from what is answered here, once: the links stand on paper, and only their hashes in the table.
 * So the answer is not kept under the request's key as others are. A repeat makes new links, and both work.
 */
export const forgetful = ({ client, name, context, newId }: DistrictTable): DistrictTable =>
  new DistrictTable(client, name, { ...context, idempotency: null }, newId);

/** One family's letter, with a new link to its page that begins to hold with this step. */
export function letterOf(
  table: DistrictTable,
  work: UnitOfWork,
  year: SchoolYear,
  madeBy: string,
  { file, students, secret }: Addressed,
) {
  const { familyId, language } = file.family;
  const { link, row } = newFamilyLink({
    districtId: table.context.districtId,
    familyId,
    guardianId: null,
    year,
    via: 'letter',
    madeBy,
    now: table.now,
    secret,
  });
  work.create(familyLink, row);
  return {
    familyId,
    students: students.map(({ givenName, familyName }) => ({ givenName, familyName })),
    guardians: file.guardians.filter(({ noContact }) => !noContact).map(({ name }) => name),
    language,
    path: `/f/${link}`,
    byHand: file.guardians.some(({ noContact }) => noContact),
    invitation: {
      status: file.invitation?.status ?? ('not_invited' as const),
      rev: file.invitation?.rev ?? 0,
    },
  };
}
