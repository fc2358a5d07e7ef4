import type { TenantContext } from '#functions/app/context.ts';
import { todayIn } from '#functions/app/district-rules.ts';
import { requireFamily } from '#functions/app/families/record-invitation.ts';
import { withMailProblems } from '#functions/app/households/mail-problems.ts';
import type { UseCase } from '#functions/app/use-case.ts';
import { movedFamily } from '#functions/data/entities/moved.ts';
import { visit } from '#functions/data/entities/visits.ts';
import { readAll } from '#functions/data/entity.ts';
import { keys } from '#functions/data/keys.ts';
import type { FamilyFile } from '#functions/data/repositories/families.ts';
import { recentSettings } from '#functions/data/settings.ts';
import type { DistrictTable } from '#functions/data/tables.ts';
import { newestYear } from '#shared/domain/district/school-year.ts';
import { notInvited } from '#shared/domain/family/invitation.ts';
import { Refusal } from '#shared/domain/refusal.ts';
import { nextNumber } from '#shared/domain/visit/numbering.ts';

/**
 * A family, its students and this year's visits: one Query of the family, one of its visits, and beside that which
 * addresses of its guardians take no mail.
 */
export const getFamily: UseCase<'getFamily'> = async ({ table }, context, { params: { familyId } }) => {
  const settings = await recentSettings(table);
  const year = newestYear(settings.schoolYears, todayIn(settings, context.now));
  if (year === null) throw new Refusal('year.none');
  const file = await requireFamilyNow(table, context, familyId, year.year);
  const pk = keys.family(context.districtId, file.family.familyId);
  const [held, guardians] = await Promise.all([
    table.queryAll({ index: 'gsi1', pk }),
    withMailProblems(table, file.guardians),
  ]);
  const visits = readAll(visit, held);
  return {
    family: file.family,
    guardians: guardians.map((one) => ({
      ...one,
      announcementsStopped: file.withoutAnnouncements.includes(one.guardianId),
    })),
    students: file.standings.map(({ studentId, givenName, familyName, schoolId, visits: numbered }) => ({
      studentId,
      givenName,
      familyName,
      schoolId,
      nextVisit: nextNumber({ visits: numbered }),
    })),
    invitation: file.invitation ?? { ...notInvited(file.family.familyId, year.year), rev: 0 },
    visits: visits.filter((one) => one.year === year.year),
    secondVisitFrom: year.secondVisitFrom,
  };
};

/** The family, also by the id it had before it became one with another: old addresses and notes still lead there. */
async function requireFamilyNow(
  table: DistrictTable,
  context: TenantContext,
  familyId: string,
  year: string,
): Promise<FamilyFile> {
  try {
    return await requireFamily(table, context, 'family:read', familyId, year);
  } catch (error) {
    const key = { pk: keys.family(context.districtId, familyId), sk: keys.word.moved };
    const moved = await table.get(movedFamily, key);
    if (moved === undefined) throw error;
    return requireFamilyNow(table, context, moved.to, year);
  }
}
