import { changedMeanwhile } from '#functions/app/errors.ts';
import type { StoredStudent } from '#functions/app/roster/apply/resolve-students.ts';
import { studentYear } from '#functions/data/entities/families.ts';
import { mergeUnderWay } from '#functions/data/entities/moved.ts';
import { visit } from '#functions/data/entities/visits.ts';
import { type Item, type Kept, readAll, readOne } from '#functions/data/entity.ts';
import { keys } from '#functions/data/keys.ts';
import type { DistrictTable } from '#functions/data/tables.ts';
import type { Visit } from '#shared/domain/visit/model.ts';

/** A visit with everything that hangs on it, as it lies in the table. */
export interface VisitItems {
  readonly visit: Kept<Visit>;
  readonly items: Item[];
}

/** Two students of whom one record goes, or who only live together: then both records stay, and one household goes. */
export interface Pair {
  readonly gone: StoredStudent;
  readonly kept: StoredStudent;
  /** Both records are one child's. */
  readonly sameChild: boolean;
}

/** All that a merge of two students, or of their households, decides by. */
export interface MergeFacts extends Pair {
  /** The family that goes; undefined when both are in one already. */
  readonly goneFamily: Item[] | undefined;
  readonly keptFamily: Item[];
  /** Visits of the family that goes, or of the student who goes, and those of the other student. */
  readonly visits: ReadonlyMap<string, VisitItems>;
  /** Students whose merge into one of the families still has rows to bring over: it ends before another begins. */
  readonly underWay: readonly string[];
}

/** Reads both students with their families and visits. Standings name visits strongly; the index adds cancelled ones. */
export async function loadMerge(table: DistrictTable, { gone, kept, sameChild }: Pair): Promise<MergeFacts> {
  const t = table.context.districtId;
  const sameFamily = gone.familyId === kept.familyId;
  const [goneFamily, keptFamily, listed] = await Promise.all([
    sameFamily ? undefined : table.queryAll({ pk: keys.family(t, gone.familyId) }),
    table.queryAll({ pk: keys.family(t, kept.familyId) }),
    table.queryAll({ index: 'gsi1', pk: keys.family(t, gone.familyId), prefix: keys.familyVisits }),
  ]);
  const standing = (items: readonly Item[], of: (studentId: string) => boolean) =>
    readAll(studentYear, items)
      .filter(({ studentId }) => of(studentId))
      .flatMap(({ visits }) => visits.map(({ visitId }) => visitId));
  const ofPair = (id: string) => id === gone.studentId || id === kept.studentId;
  const cancelled = readAll(visit, listed)
    .filter(({ students }) => !sameFamily || students.some(({ studentId }) => studentId === gone.studentId))
    .map(({ visitId }) => visitId);
  const visitIds = new Set([
    ...standing(goneFamily ?? [], () => true),
    ...standing(keptFamily, ofPair),
    ...cancelled,
  ]);
  const loaded = await Promise.all([...visitIds].map((id) => loadItems(table, id)));
  const families = new Set([gone.familyId, kept.familyId]);
  const underWay = readAll(mergeUnderWay, [...(goneFamily ?? []), ...keptFamily]);
  // An earlier merge of one of them is still bringing visits over: in a moment it is done.
  if (underWay.length === 0 && loaded.some(({ visit: one }) => !families.has(one.familyId)))
    throw changedMeanwhile('family');
  return {
    gone,
    kept,
    sameChild,
    goneFamily,
    keptFamily,
    underWay: underWay.map(({ studentId }) => studentId),
    visits: new Map(loaded.map((one) => [one.visit.visitId, one])),
  };
}

/** A visit's whole partition, every version of every word included: nothing may be left behind. */
export async function loadItems(table: DistrictTable, visitId: string): Promise<VisitItems> {
  const items = await table.queryAll({ pk: keys.visit(table.context.districtId, visitId) });
  const found = readOne(visit, items);
  if (found === undefined) throw new Error('a standing names a visit that does not exist');
  return { visit: found, items };
}
