import type { StoredStudent } from '#functions/app/roster/apply/resolve-students.ts';
import { RosterIds } from '#functions/app/roster/roster-ids.ts';
import { expectedStudent, studentAlias } from '#functions/data/entities/class-lists.ts';
import { guardian } from '#functions/data/entities/families.ts';
import { classStudent, familyStudent, student } from '#functions/data/entities/roster.ts';
import { type Kept, readAll, readOne } from '#functions/data/entity.ts';
import { keys } from '#functions/data/keys.ts';
import { loadExpected } from '#functions/data/repositories/expected.ts';
import type { DistrictTable } from '#functions/data/tables.ts';
import type { ClassStudent } from '#shared/domain/roster/model.ts';
import type { MergeFacts } from './load-merge.ts';
import { type Replaced, renamed, type Writes, type WritesFor } from './rename.ts';

/**
 * Brings over what lies outside family and visits: the student's record and classes, and those of siblings, who come
 * along into the family that stays. Of two children who only live together, both are siblings. `writesFor` says where a sibling's place in a class is written, which may follow.
 */
export async function mergeLists(
  table: DistrictTable,
  facts: MergeFacts,
  replaced: Replaced,
  writes: Writes,
  writesFor: WritesFor<ClassStudent>,
): Promise<void> {
  const { gone, kept, goneFamily, sameChild } = facts;
  const t = table.context.districtId;
  const siblings = readAll(familyStudent, goneFamily ?? []).filter(
    ({ studentId }) => studentId !== gone.studentId,
  );
  const students = [
    gone,
    ...(await loadStudents(
      table,
      siblings.map(({ studentId }) => studentId),
    )),
  ];
  writes.add((work) => work.unchanged(student, kept));
  if (sameChild) writes.add((work) => work.remove(student, gone));
  for (const one of sameChild ? students.slice(1) : students) {
    writes.replace(student, t, one, withoutRev(renamed(one, replaced)));
    await keepAdults(table, facts, one, replaced, writes);
  }
  await moveClasses(table, facts, students, replaced, writes, writesFor);
  await moveExpected(table, facts, students, replaced, writes);
}

async function loadStudents(table: DistrictTable, ids: readonly string[]): Promise<StoredStudent[]> {
  const t = table.context.districtId;
  return readAll(
    student,
    await table.getMany(ids.map((id) => ({ pk: keys.student(t, id), sk: keys.word.profile }))),
  );
}

/** A class lists a student once, also where both records were in it. */
async function moveClasses(
  table: DistrictTable,
  { gone, kept, sameChild }: MergeFacts,
  students: readonly StoredStudent[],
  replaced: Replaced,
  writes: Writes,
  writesFor: WritesFor<ClassStudent>,
): Promise<void> {
  const t = table.context.districtId;
  const rows = await loadPlaces(
    table,
    [...students, kept].map(({ studentId }) => studentId),
  );
  for (const row of rows) {
    if (!sameChild || row.studentId !== gone.studentId) {
      writesFor(row).replace(classStudent, t, row, withoutRev(renamed(row, replaced)));
      continue;
    }
    const { studentId, familyId, schoolId, givenName, familyName } = kept;
    const there = rows.some((one) => one.classId === row.classId && one.studentId === studentId);
    if (there) writes.add((work) => work.remove(classStudent, row));
    else {
      const next = { classId: row.classId, studentId, familyId, schoolId, givenName, familyName };
      writes.replace(classStudent, t, row, next);
    }
  }
}

/** Every class that lists one of these students, found by the index and read as it is now. */
export async function loadPlaces(
  table: DistrictTable,
  studentIds: readonly string[],
): Promise<Kept<ClassStudent>[]> {
  const t = table.context.districtId;
  const listed = await Promise.all(
    studentIds.map((id) =>
      table.queryAll({ index: 'gsi1', pk: keys.student(t, id), prefix: keys.classOfStudent('') }),
    ),
  );
  return readAll(classStudent, await table.getMany(listed.flat().map(({ pk, sk }) => ({ pk, sk }))));
}

/** Who is one with another is expected no more; siblings who still are wait in the family that stays. */
async function moveExpected(
  table: DistrictTable,
  { gone, sameChild }: MergeFacts,
  students: readonly StoredStudent[],
  replaced: Replaced,
  writes: Writes,
): Promise<void> {
  const schools = [...new Set(students.map(({ schoolId }) => schoolId))];
  const expected = (await Promise.all(schools.map((id) => loadExpected(table, id)))).flatMap(
    (one) => one.students,
  );
  const ids = new Set(students.map(({ studentId }) => studentId));
  for (const row of expected.filter(({ studentId }) => ids.has(studentId))) {
    if (sameChild && row.studentId === gone.studentId)
      writes.add((work) => work.remove(expectedStudent, row));
    else writes.replace(expectedStudent, table.context.districtId, row, withoutRev(renamed(row, replaced)));
  }
}

/**
 * A sibling whom a roster knows brings adults along, and the ids that the roster has for them followed from the old
 * family: in the new one they name nobody. So every adult is noted beside the sibling as one to be met, and the next
 * import meets them instead of adding them once more (I39).
 */
async function keepAdults(
  table: DistrictTable,
  { goneFamily }: MergeFacts,
  sibling: StoredStudent,
  replaced: Replaced,
  writes: Writes,
): Promise<void> {
  if (sibling.roster === null) return;
  const t = table.context.districtId;
  const rosterStudentId = new RosterIds(t).student(sibling.roster.sourceId);
  const moved = readAll(guardian, goneFamily ?? []).map(
    ({ guardianId }) => replaced.get(guardianId) ?? guardianId,
  );
  const items = await table.getMany([{ pk: keys.student(t, rosterStudentId), sk: keys.word.roster }]);
  const before = readOne(studentAlias, items);
  if (before === undefined) {
    const { studentId } = sibling;
    writes.add((work) =>
      work.create(studentAlias, { rosterStudentId, studentId, guardians: [], expected: moved }),
    );
    return;
  }
  const after = withoutRev(renamed(before, replaced));
  const met = after.guardians.map(({ guardianId }) => guardianId);
  const expected = [...new Set([...after.expected, ...met, ...moved])];
  writes.replace(studentAlias, t, before, { ...after, guardians: [], expected });
}

const withoutRev = <T extends { readonly rev: number }>({ rev: _, ...value }: T): Omit<T, 'rev'> => value;
