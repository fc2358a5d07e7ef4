import type { z } from 'zod';
import { endLinksAlone } from '#functions/app/families/end-links.ts';
import { contact } from '#functions/data/entities/contacts.ts';
import { familyLink, guardian, noAnnouncements, studentYear } from '#functions/data/entities/families.ts';
import { hopes } from '#functions/data/entities/hopes.ts';
import { movedStudent } from '#functions/data/entities/moved.ts';
import { type Kept, readAll } from '#functions/data/entity.ts';
import { keys } from '#functions/data/keys.ts';
import type { DistrictTable } from '#functions/data/tables.ts';
import { loadItems } from './load-merge.ts';
import { followingWrites, linksToEnd, mergeFamilyRows } from './merge-families.ts';
import { Writes } from './rename.ts';
import { numberOf, settleVisit } from './settle-visit.ts';

/** Entries that move together: each is two writes. */
const atOnce = 40;

/**
 * Brings over the earlier visits of a merge that did not fit its transaction, one after the other. Each leaves the
 * list in the transaction that moves it: done twice, or after a crash, it goes on where it was.
 */
export async function finishMerge(table: DistrictTable, studentId: string): Promise<void> {
  const t = table.context.districtId;
  const key = { pk: keys.student(t, studentId), sk: keys.word.moved };
  for (;;) {
    const moved = await table.get(movedStudent, key);
    const [visitId, ...others] = moved?.visitIds ?? [];
    if (moved === undefined) return;
    if (visitId === undefined) return finishFamily(table, moved);
    const [{ items, visit }, family] = await Promise.all([
      loadItems(table, visitId),
      table.queryAll({ pk: keys.family(t, moved.toFamilyId) }),
    ]);
    const standings = readAll(studentYear, family).filter(({ year }) => year === visit.year);
    const replaced = new Map(moved.replaced.map(({ id, by }) => [id, by]));
    const { into, givenName } = moved;
    const number = numberOf(standings, into, visitId);
    const settled = settleVisit(t, items, replaced, { studentId: into, givenName, number });
    const work = table.beginStep(studentId);
    settled.into(work);
    work.update(movedStudent, moved, { ...moved, visitIds: others });
    await work.commit(null);
  }
}

/** What is added beside a family without changing it, and so may have come in the very moment of the merge. */
const added = [contact, guardian, hopes, familyLink, noAnnouncements].map(({ type }): string => type);

/** Rows of the family that went, as many at once as fit; when none is left, nothing is noted any more. */
async function finishFamily(table: DistrictTable, moved: Kept<z.infer<typeof movedStudent.schema>>) {
  const t = table.context.districtId;
  const { restOf } = moved;
  if (restOf === null) return;
  const replaced = new Map(moved.replaced.map(({ id, by }) => [id, by]));
  const [left, keptFamily] = await Promise.all([
    table.queryAll({ pk: keys.family(t, restOf) }),
    table.queryAll({ pk: keys.family(t, moved.toFamilyId) }),
  ]);
  const rows = { goneFamily: left.filter(({ et }) => added.includes(et)), keptFamily };
  await endLinksAlone(table, linksToEnd(rows, table.now));
  const following = followingWrites(rows, replaced, table);
  for (let start = 0; start < following.length; start += atOnce) {
    const work = table.beginStep(moved.studentId);
    for (const one of following.slice(start, start + atOnce)) one.into(work);
    await work.commit(null);
  }
  const others = new Writes();
  mergeFamilyRows(rows, replaced, t, others);
  const work = table.beginStep(moved.studentId);
  others.into(work);
  work.update(movedStudent, moved, { ...moved, restOf: null });
  await work.commit(null);
}
