import type { TenantContext } from '#functions/app/context.ts';
import { todayIn } from '#functions/app/district-rules.ts';
import { notFound } from '#functions/app/errors.ts';
import { requireFamily } from '#functions/app/families/record-invitation.ts';
import { reachesSchool } from '#functions/app/row-scope.ts';
import { guardian } from '#functions/data/entities/families.ts';
import { keys } from '#functions/data/keys.ts';
import type { FamilyFile } from '#functions/data/repositories/families.ts';
import { readSettings } from '#functions/data/settings.ts';
import type { DistrictTable } from '#functions/data/tables.ts';
import { may } from '#shared/domain/access/permissions.ts';
import { newestYear } from '#shared/domain/district/school-year.ts';
import { refuseUnless } from '#shared/domain/refusal.ts';

export interface Household {
  readonly file: FamilyFile;
  /** Whether the caller may lift a protection here. */
  readonly mayLift: boolean;
}

/**
 * A family to be changed, in the newest school year, for those who may change it.
 * @throws AppError NOT_FOUND for everyone else.
 */
export async function requireHousehold(
  table: DistrictTable,
  context: TenantContext,
  familyId: string,
): Promise<Household> {
  const settings = await readSettings(table);
  const year = newestYear(settings.schoolYears, todayIn(settings, context.now));
  refuseUnless(year !== null, 'year.none');
  const file = await requireFamily(table, context, 'family:change', familyId, year.year);
  const schools = file.students.map(({ schoolId }) => schoolId);
  const mayLift =
    may(context.roles, 'family:lift_protection') && reachesSchool(context, 'family:lift_protection', schools);
  return { file, mayLift };
}

/** A guardian as stored, with what the last roster said. @throws AppError NOT_FOUND when it was taken out. */
export async function requireGuardian(table: DistrictTable, familyId: string, guardianId: string) {
  const pk = keys.family(table.context.districtId, familyId);
  const found = await table.get(guardian, { pk, sk: keys.guardian(guardianId) });
  if (found === undefined || found.removed === true) throw notFound('guardian');
  return found;
}
