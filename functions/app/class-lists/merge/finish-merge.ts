import type { z } from 'zod';
import { endLinksAlone } from '#functions/app/families/end-links.ts';
import { family, invitation, studentYear } from '#functions/data/entities/families.ts';
import { mergeUnderWay, movedFamily, movedStudent } from '#functions/data/entities/moved.ts';
import { classStudent, familyStudent } from '#functions/data/entities/roster.ts';
import { type Item, type Kept, readAll, readOne } from '#functions/data/entity.ts';
import { keys } from '#functions/data/keys.ts';
import type { DistrictTable } from '#functions/data/tables.ts';
import { withInvitation } from '#shared/domain/family/invitation.ts';
import { loadItems } from './load-merge.ts';
import { followingWrites, linksToEnd, mergeFamilyRows } from './merge-families.ts';
import { loadPlaces } from './merge-lists.ts';
import { type Replaced, Writes } from './rename.ts';
import { numberOf, settleVisit } from './settle-visit.ts';

type Moved = Kept<z.infer<typeof movedStudent.schema>>;

/** Items of one step. */
const atOnce = 80;

/**
 * Brings over what did not fit the transaction of a merge: earlier visits one after the other, then the rows of
 * siblings. Each visit leaves the list in the transaction that moves it, and rows are found where they lie: done twice,
 * or after a crash, it goes on where it was.
 */
export async function finishMerge(table: DistrictTable, studentId: string): Promise<void> {
  const t = table.context.districtId;
  const key = { pk: keys.student(t, studentId), sk: keys.word.moved };
  for (;;) {
    const moved = await table.get(movedStudent, key);
    const [visitId, ...others] = moved?.visitIds ?? [];
    if (moved === undefined) return;
    if (visitId === undefined) return finishFamily(table, moved);
    const [{ items, visit }, stays] = await Promise.all([
      loadItems(table, visitId),
      table.queryAll({ pk: keys.family(t, moved.toFamilyId) }),
    ]);
    const standings = readAll(studentYear, stays).filter(({ year }) => year === visit.year);
    const { into, givenName } = moved;
    const number = numberOf(standings, into, visitId);
    const settled = settleVisit(t, items, replacedIn(moved), { studentId: into, givenName, number });
    const work = table.beginStep(studentId);
    settled.into(work);
    work.update(movedStudent, moved, { ...moved, visitIds: others });
    await work.commit(null);
  }
}

const replacedIn = ({ replaced }: Moved): Replaced => new Map(replaced.map(({ id, by }) => [id, by]));

/**
 * Rows of the family that went, with what was added beside it in the very moment of the merge, as many at once as fit;
 * when none is left, nothing is noted any more.
 */
async function finishFamily(table: DistrictTable, moved: Moved): Promise<void> {
  const t = table.context.districtId;
  const { restOf, studentId, toFamilyId } = moved;
  const replaced = replacedIn(moved);
  const [left, keptFamily] = await Promise.all([
    restOf === null ? [] : table.queryAll({ pk: keys.family(t, restOf) }),
    table.queryAll({ pk: keys.family(t, toFamilyId) }),
  ]);
  if (restOf !== null) {
    const rows = { goneFamily: left.filter(({ et }) => et !== movedFamily.type), keptFamily };
    await endLinksAlone(table, linksToEnd(rows, table.now));
    const following = followingWrites(rows, replaced, table);
    const sibling = () => {
      following.push(new Writes());
      return following.at(-1) ?? new Writes();
    };
    mergeFamilyRows(rows, replaced, t, sibling, 'follows');
    following.push(
      ...standingsOf(rows, toFamilyId, t),
      ...(await placesOf(table, rows, { restOf, toFamilyId })),
    );
    await inSteps(table, studentId, following);
  }
  const underWay = readAll(mergeUnderWay, keptFamily).find((one) => one.studentId === studentId);
  if (restOf === null && underWay === undefined) return;
  const work = table.beginStep(studentId);
  if (underWay !== undefined) work.remove(mergeUnderWay, underWay);
  work.update(movedStudent, moved, { ...moved, restOf: null });
  await work.commit(null);
}

interface Rows {
  readonly goneFamily: readonly Item[];
  readonly keptFamily: readonly Item[];
}

/** Standings of siblings, and those of the others that do not say yet what the household has answered since. */
function standingsOf({ goneFamily, keptFamily }: Rows, familyId: string, district: string): Writes[] {
  const home = readOne(family, keptFamily);
  const answers = readAll(invitation, keptFamily);
  return [...readAll(studentYear, goneFamily), ...readAll(studentYear, keptFamily)].map((row) => {
    const { rev: _, ...plain } = row;
    const moved = { ...plain, familyId, doNotContact: home?.doNotContact ?? plain.doNotContact };
    const answer = answers.find(({ year }) => year === row.year);
    const [next = moved] = answer === undefined ? [] : withInvitation([moved], answer);
    const writes = new Writes();
    writes.replace(studentYear, district, row, next);
    return writes;
  });
}

/** Places of siblings in classes that still name the family that went. */
async function placesOf(
  table: DistrictTable,
  { goneFamily, keptFamily }: Rows,
  { restOf, toFamilyId }: { readonly restOf: string; readonly toFamilyId: string },
): Promise<Writes[]> {
  const students = readAll(familyStudent, [...goneFamily, ...keptFamily]).map(({ studentId }) => studentId);
  const places = await loadPlaces(table, [...new Set(students)]);
  return places
    .filter(({ familyId }) => familyId === restOf)
    .map((row) => {
      const { rev: _, ...plain } = row;
      const writes = new Writes();
      writes.replace(classStudent, table.context.districtId, row, { ...plain, familyId: toFamilyId });
      return writes;
    });
}

async function inSteps(table: DistrictTable, subject: string, all: readonly Writes[]): Promise<void> {
  let work = table.beginStep(subject);
  let weight = 0;
  for (const one of all) {
    if (weight + one.weight > atOnce) {
      await work.commit(null);
      work = table.beginStep(subject);
      weight = 0;
    }
    one.into(work);
    weight += one.weight;
  }
  if (weight > 0) await work.commit(null);
}
