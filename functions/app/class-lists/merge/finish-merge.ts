import { studentYear } from '#functions/data/entities/families.ts';
import { movedStudent } from '#functions/data/entities/moved.ts';
import { readAll } from '#functions/data/entity.ts';
import { keys } from '#functions/data/keys.ts';
import type { DistrictTable } from '#functions/data/tables.ts';
import { loadItems } from './load-merge.ts';
import { numberOf, settleVisit } from './settle-visit.ts';

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
    if (moved === undefined || visitId === undefined) return;
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
