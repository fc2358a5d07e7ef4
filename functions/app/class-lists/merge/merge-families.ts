import { contact } from '#functions/data/entities/contacts.ts';
import {
  family,
  familyLink,
  guardian,
  invitation,
  noAnnouncements,
  studentYear,
} from '#functions/data/entities/families.ts';
import { hopes } from '#functions/data/entities/hopes.ts';
import { familyStudent } from '#functions/data/entities/roster.ts';
import { dayBook } from '#functions/data/entities/visits.ts';
import { type Entity, type Item, isOf, type Kept, read, readAll } from '#functions/data/entity.ts';
import { type FamilyLink, linkHolds } from '#shared/domain/family/link.ts';
import { mergedAdult, mergedDay, mergedHopes } from '#shared/domain/roster/expected-merge.ts';
import { pairAdults } from '#shared/domain/roster/expected-names.ts';
import type { MergeFacts } from './load-merge.ts';
import { type Replaced, readRenamed, Writes } from './rename.ts';

/** What lies in the partitions of both families. */
export type FamilyRows = Pick<MergeFacts, 'goneFamily' | 'keptFamily'>;

/** Every id that is replaced by this merge: the student, the family, and adults whom both families name. */
export function replacedBy({ gone, kept, goneFamily, keptFamily }: MergeFacts): Map<string, string> {
  const replaced = new Map([[gone.studentId, kept.studentId]]);
  if (goneFamily === undefined) return replaced;
  replaced.set(gone.familyId, kept.familyId);
  const present = (items: readonly Item[]) => readAll(guardian, items).filter((one) => one.removed !== true);
  // Two whom rosters name stay two: each follows its own row of the roster.
  for (const [own, other] of pairAdults(present(keptFamily), present(goneFamily)))
    if (own.roster === undefined || other.roster === undefined)
      replaced.set(other.guardianId, own.guardianId);
  return replaced;
}

/** Rows whose merge is decided elsewhere: with the answers and standings. */
const decided = [family.type, invitation.type, studentYear.type];

/**
 * What was said between the visits, a write of its own for each entry: nobody decides by it, so what does not fit the
 * transaction may follow. In one family it stays where it is.
 */
export function contactWrites({ goneFamily }: FamilyRows, replaced: Replaced, district: string): Writes[] {
  return (goneFamily ?? [])
    .filter((item) => isOf(contact, item))
    .map((item) => movedItem(item, replaced, district));
}

/** One item under the ids that stand now. */
export function movedItem(item: Item, replaced: Replaced, district: string): Writes {
  const writes = new Writes();
  const { definition, before, after } = readRenamed(item, replaced);
  writes.replace(definition, district, before, after);
  return writes;
}

/**
 * Brings the rows of the family that goes into the one that stays: adults, hopes, what was said between the visits,
 * days that are taken, links in letters. Where both have a row of the same thing, both are kept in one.
 */
export function mergeFamilyRows(
  facts: FamilyRows,
  replaced: Replaced,
  { districtId: district, now }: { readonly districtId: string; readonly now: string },
  writes: Writes,
): void {
  const { goneFamily, keptFamily } = facts;
  if (goneFamily !== undefined && unreachableIn(goneFamily))
    for (const link of readAll(familyLink, keptFamily))
      if (toHousehold(link, now))
        writes.add((work) => work.update(familyLink, link, { ...link, revokedAt: now }));
  // In one family, only what names the student who goes is written anew.
  const from = goneFamily ?? keptFamily;
  for (const item of from) {
    if (decided.includes(item.et) || isOf(contact, item)) continue;
    const { definition, before, after: moved } = readRenamed(item, replaced);
    const ends =
      goneFamily !== undefined &&
      isOf(familyLink, item) &&
      toHousehold(read(familyLink, item), now) &&
      unreachableIn(keptFamily);
    const after = ends ? { ...moved, revokedAt: now } : moved;
    const { pk, sk } = definition.keys(district, after);
    const there =
      pk === item.pk && sk === item.sk ? undefined : keptFamily.find((one) => one.pk === pk && one.sk === sk);
    if (there === undefined) writes.replace(definition, district, before, after);
    else combine(item, there, replaced, writes);
  }
}

/** A letter to one household may lie with an adult of the other whom nothing may reach: it ends when they become one. */
const unreachableIn = (items: readonly Item[]): boolean =>
  readAll(guardian, items).some(({ noContact, removed }) => noContact && removed !== true);
const toHousehold = (link: FamilyLink, now: string): boolean =>
  link.guardianId === null && linkHolds(link, now);

/** Both families have this row: it becomes one, or the surviving one already says everything. */
function combine(gone: Item, kept: Item, replaced: Replaced, writes: Writes): void {
  const merge = <T>(definition: Entity<T>, merged: (own: T, other: T) => T): boolean => {
    if (!isOf(definition, gone)) return false;
    const [own, other]: [Kept<T>, Kept<T>] = [read(definition, kept), read(definition, gone)];
    const plainOwn = plain(own);
    const after = merged(plainOwn, readRenamed(gone, replaced).after as T);
    writes.add((work) => {
      work.remove(definition, other);
      work.update(definition, own, after);
    }, 2);
    return true;
  };
  const done =
    merge(guardian, mergedAdult) ||
    merge(hopes, mergedHopes) ||
    merge(dayBook, mergedDay) ||
    merge(familyStudent, (own) => own) ||
    merge(noAnnouncements, (own) => own);
  if (!done) throw new Error(`two families have one ${gone.et}`);
}

const plain = <T>({ rev: _, ...value }: Kept<T>): T => value as T;
