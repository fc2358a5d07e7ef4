import type { Family, Guardian, Invitation, StudentYear } from '#shared/domain/family/model.ts';
import { family, guardian, invitation, studentYear } from '../entities/families.ts';
import { familyStudent } from '../entities/roster.ts';
import { type Kept, readAll, readOne } from '../entity.ts';
import { keys } from '../keys.ts';
import type { DistrictTable } from '../tables.ts';

export interface FamilyFile {
  readonly family: Kept<Family>;
  readonly guardians: Kept<Guardian>[];
  /** Every student of the household the district ever had. */
  readonly students: { readonly studentId: string; readonly schoolId: string }[];
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
  const items = await table.queryAll({ pk: keys.family(table.context.districtId, familyId) });
  const found = readOne(family, items);
  return (
    found && {
      family: found,
      guardians: readAll(guardian, items),
      students: readAll(familyStudent, items),
      invitation: readAll(invitation, items).find((one) => one.year === year),
      standings: readAll(studentYear, items).filter((one) => one.year === year),
    }
  );
}
