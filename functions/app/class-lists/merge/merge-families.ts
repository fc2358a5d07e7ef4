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
import type { DistrictTable } from '#functions/data/tables.ts';
import { type FamilyLink, linkHolds } from '#shared/domain/family/link.ts';
import {
  mergedAdult,
  mergedDay,
  mergedHopes,
  unitedDay,
  unreachableElsewhere,
} from '#shared/domain/roster/expected-merge.ts';
import { pairAdults } from '#shared/domain/roster/expected-names.ts';
import type { MergeFacts } from './load-merge.ts';
import { type Replaced, readRenamed, Writes, type WritesFor } from './rename.ts';

/** What lies in the partitions of both families. */
export type FamilyRows = Pick<MergeFacts, 'goneFamily' | 'keptFamily'>;

/** Every id that is replaced by this merge: the student, the family, and adults whom both families name. */
export function replacedBy({
  gone,
  kept,
  sameChild,
  goneFamily,
  keptFamily,
}: MergeFacts): Map<string, string> {
  const replaced = new Map(sameChild ? [[gone.studentId, kept.studentId]] : []);
  if (goneFamily === undefined) return replaced;
  replaced.set(gone.familyId, kept.familyId);
  // Two whom rosters name stay two: each follows its own row of the roster.
  for (const [own, other] of pairAdults(present(keptFamily), present(goneFamily)))
    if (own.roster === undefined || other.roster === undefined)
      replaced.set(other.guardianId, own.guardianId);
  return replaced;
}

const present = (items: readonly Item[]) => readAll(guardian, items).filter((one) => one.removed !== true);

/** Rows whose merge is decided elsewhere: with the answers and standings. */
const decided = [family.type, invitation.type, studentYear.type];

/** What may be many, and nobody decides by it. */
const mayFollow = (item: Item): boolean => isOf(contact, item) || isOf(familyLink, item);

/**
 * What was said between the visits, and the links in mails and letters, a write of its own for each: what does not fit
 * the transaction may follow, and until then such a link does not open. A letter to one household may lie with an adult
 * of the other whom nothing may reach, so it ends. In one family everything stays where it is.
 */
export function followingWrites(
  { goneFamily, keptFamily }: FamilyRows,
  replaced: Replaced,
  { context, now }: Pick<DistrictTable, 'context' | 'now'>,
): Writes[] {
  const ends = unreachableIn(keptFamily);
  return (goneFamily ?? []).filter(mayFollow).map((item) => {
    const writes = new Writes();
    const { definition, before, after } = readRenamed(item, replaced);
    const ended = ends && isOf(familyLink, item) && toHousehold(read(familyLink, item), now);
    writes.replace(definition, context.districtId, before, ended ? { ...after, revokedAt: now } : after);
    return writes;
  });
}

/** Letters to the household that stays, of which one may lie with an adult of the other whom nothing may reach. */
export const linksToEnd = ({ goneFamily, keptFamily }: FamilyRows, now: string): Kept<FamilyLink>[] =>
  goneFamily !== undefined && unreachableIn(goneFamily)
    ? readAll(familyLink, keptFamily).filter((link) => toHousehold(link, now))
    : [];

/**
 * Brings the rows of the family that goes into the one that stays: adults, hopes, days that are taken. Where both have
 * a row of the same thing, both are kept in one. `when` says whether it is judged or follows: what was judged once is
 * not refused any more.
 * @throws Refusal
 */
export function mergeFamilyRows(
  facts: FamilyRows,
  replaced: Replaced,
  district: string,
  writesFor: WritesFor,
  when: 'judged' | 'follows',
): void {
  const { goneFamily, keptFamily } = facts;
  protectKept(facts, replaced, district, writesFor);
  // In one family, only what names the student who goes is written anew.
  const from = goneFamily ?? keptFamily;
  for (const item of from) {
    if (decided.includes(item.et) || (goneFamily !== undefined && mayFollow(item))) continue;
    const { definition, before, after: own } = readRenamed(item, replaced);
    const after = mustNotReach(item, keptFamily) ? { ...own, noContact: true } : own;
    const { pk, sk } = definition.keys(district, after);
    const there =
      pk === item.pk && sk === item.sk ? undefined : keptFamily.find((one) => one.pk === pk && one.sk === sk);
    if (there === undefined) writesFor(item).replace(definition, district, before, after);
    else combine(item, there, replaced, writesFor(item), when === 'judged' ? mergedDay : unitedDay);
  }
}

/** Adults of the household that stays whom the one that goes must not reach. One that becomes one with it is merged. */
function protectKept(
  { goneFamily, keptFamily }: FamilyRows,
  replaced: Replaced,
  district: string,
  writesFor: WritesFor,
): void {
  const merged = new Set(replaced.values());
  for (const item of keptFamily) {
    if (!mustNotReach(item, goneFamily ?? [])) continue;
    const { rev: _, ...plain } = read(guardian, item);
    if (merged.has(plain.guardianId)) continue;
    writesFor(item).replace(guardian, district, read(guardian, item), { ...plain, noContact: true });
  }
}

const mustNotReach = (item: Item, others: readonly Item[]): boolean =>
  isOf(guardian, item) && unreachableElsewhere(read(guardian, item), present(others));

const unreachableIn = (items: readonly Item[]): boolean =>
  readAll(guardian, items).some(({ noContact, removed }) => noContact && removed !== true);
const toHousehold = (link: FamilyLink, now: string): boolean =>
  link.guardianId === null && linkHolds(link, now);

/** Both families have this row: it becomes one, or the surviving one already says everything. */
function combine(gone: Item, kept: Item, replaced: Replaced, writes: Writes, oneDay: typeof mergedDay): void {
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
    merge(dayBook, oneDay) ||
    merge(familyStudent, (own) => own) ||
    merge(noAnnouncements, (own) => own);
  if (!done) throw new Error(`two families have one ${gone.et}`);
}

const plain = <T>({ rev: _, ...value }: Kept<T>): T => value as T;
