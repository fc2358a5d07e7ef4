import { sameHash } from '#functions/app/secret-links.ts';
import type { FamilyLink } from '#shared/domain/family/link.ts';
import type { Family, Guardian, Invitation, StudentYear } from '#shared/domain/family/model.ts';
import type { Hopes } from '#shared/domain/hopes/model.ts';
import {
  family,
  familyLink,
  guardian,
  invitation,
  noAnnouncements,
  studentYear,
} from '../entities/families.ts';
import { hopes } from '../entities/hopes.ts';
import { movedFamily } from '../entities/moved.ts';
import { familyStudent } from '../entities/roster.ts';
import { type Item, type Kept, readAll, readOne } from '../entity.ts';
import { keys } from '../keys.ts';
import type { DistrictTable } from '../tables.ts';

export interface FamilyFile {
  readonly family: Kept<Family>;
  readonly guardians: Kept<Guardian>[];
  /** Every student of the household the district ever had. */
  readonly students: { readonly studentId: string; readonly schoolId: string }[];
  /** Guardians who stopped announcements. */
  readonly withoutAnnouncements: readonly string[];
  /** This year's answer; undefined when the family was not asked. */
  readonly invitation: Kept<Invitation> | undefined;
  /** Where each student enrolled this year stands. */
  readonly standings: Kept<StudentYear>[];
}

/** A family as it stands in one school year: one Query. */
export async function loadFamily(
  table: DistrictTable,
  familyId: string,
  year: string,
): Promise<FamilyFile | undefined> {
  const pk = keys.family(table.context.districtId, familyId);
  // Contacts grow with the years and nobody decides by them: they are left out, so that this costs the same always.
  const items = await table.queryAll({ pk, prefix: keys.afterContacts, until: '\u{10FFFF}' });
  return fileOf(items, year);
}

/** A family by an id that may be of one that became one with another since: what was asked for before still arrives. */
export interface FamilyNow extends FamilyFile {
  /** Who stands now for a guardian of the family that was asked for. */
  readonly guardianNow: (guardianId: string) => string;
  /** Mails that brought a link to its page. */
  readonly mailed: readonly Pick<FamilyLink, 'guardianId' | 'mail'>[];
}

/** A family as it stands in one school year, under the id that it has now: one Query, and one more for each merge. */
export async function loadFamilyNow(
  table: DistrictTable,
  familyId: string,
  year: string,
): Promise<FamilyNow | undefined> {
  const { districtId } = table.context;
  const inFamily = (id: string) =>
    table.queryAll({ pk: keys.family(districtId, id), prefix: keys.afterContacts, until: '\u{10FFFF}' });
  const merges: Map<string, string>[] = [];
  let items = await inFamily(familyId);
  for (let moved = readOne(movedFamily, items); moved !== undefined; moved = readOne(movedFamily, items)) {
    merges.push(new Map(moved.guardians.map(({ id, by }) => [id, by])));
    items = await inFamily(moved.to);
  }
  const file = fileOf(items, year);
  return (
    file && {
      ...file,
      guardianNow: (guardianId) => merges.reduce((id, merge) => merge.get(id) ?? id, guardianId),
      mailed: readAll(familyLink, items).filter(({ mail }) => mail !== undefined),
    }
  );
}

/** The file out of everything that lies in a family's partition. */
function fileOf(items: readonly Item[], year: string): FamilyFile | undefined {
  const found = readOne(family, items);
  return (
    found && {
      family: found,
      guardians: readAll(guardian, items).filter(({ removed }) => removed === undefined),
      students: readAll(familyStudent, items),
      withoutAnnouncements: readAll(noAnnouncements, items).map(({ guardianId }) => guardianId),
      invitation: readAll(invitation, items).find((one) => one.year === year),
      standings: readAll(studentYear, items).filter((one) => one.year === year),
    }
  );
}

/** A family with what only its own page shows. */
export interface FamilyPageFile extends FamilyFile {
  readonly link: Kept<FamilyLink>;
  /** This year's. */
  readonly hopes: Kept<Hopes>[];
  /** How much else is kept beside the family: it reads so on its page. */
  readonly kept: { readonly contacts: number; readonly letters: number; readonly hopes: number };
}

/**
 * A family by one of its links, in the link's own school year: one Query, and one more when the family became one with
 * another since the link was made. Undefined for a hash nobody knows.
 */
export async function loadByLink(
  table: DistrictTable,
  familyId: string,
  hash: string,
): Promise<FamilyPageFile | undefined> {
  const pk = (id: string) => keys.family(table.context.districtId, id);
  let items = await table.queryAll({ pk: pk(familyId) });
  for (let moved = readOne(movedFamily, items); moved !== undefined; moved = readOne(movedFamily, items))
    items = await table.queryAll({ pk: pk(moved.to) });
  const links = readAll(familyLink, items);
  const link = links.find((one) => sameHash(one.hash, hash));
  const ofAllYears = readAll(hopes, items);
  const file = link && fileOf(items, link.year);
  return (
    file && {
      ...file,
      link,
      hopes: ofAllYears.filter(({ year }) => year === link.year),
      kept: {
        contacts: items.filter(({ et }) => et === 'contact').length,
        letters: links.length,
        hopes: ofAllYears.filter(({ status }) => status === 'shared').length,
      },
    }
  );
}
