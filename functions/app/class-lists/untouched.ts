import type * as z from 'zod';
import { family, guardian, studentYear } from '#functions/data/entities/families.ts';
import { familyStudent, student } from '#functions/data/entities/roster.ts';
import { type Item, type Kept, readAll, readOne } from '#functions/data/entity.ts';
import { keys } from '#functions/data/keys.ts';
import type { DistrictTable } from '#functions/data/tables.ts';
import type { UnitOfWork } from '#functions/data/unit-of-work.ts';

/** What a class list itself writes beside a family: anything else means that somebody has been in touch with it. */
const ofClassLists = [family, guardian, familyStudent, studentYear].map(({ type }) => type);

/**
 * Removes a student nobody has arranged anything for, and the family when it was only theirs. A family that was
 * invited, visited, written to or spoken with stays as it is.
 */
export async function removeUntouched(
  table: DistrictTable,
  work: UnitOfWork,
  profile: Kept<z.infer<typeof student.schema>>,
): Promise<void> {
  const { studentId, familyId } = profile;
  const items = await table.queryAll({ pk: keys.family(table.context.districtId, familyId) });
  const standings = readAll(studentYear, items);
  const home = readOne(family, items);
  if (home === undefined || home.doNotContact || touched(items)) return;
  const own = standings.filter((one) => one.studentId === studentId);
  if (own.some(({ visits }) => visits.length > 0)) return;

  work.remove(student, profile);
  for (const standing of own) work.remove(studentYear, standing);
  const students = readAll(familyStudent, items);
  for (const one of students) if (one.studentId === studentId) work.remove(familyStudent, one);
  if (students.some((one) => one.studentId !== studentId)) return;
  for (const one of readAll(guardian, items)) work.remove(guardian, one);
  work.remove(family, home);
}

const touched = (items: readonly Item[]): boolean => items.some(({ et }) => !ofClassLists.includes(et));
