import { todayIn } from '#functions/app/district-rules.ts';
import { requireFamily } from '#functions/app/families/record-invitation.ts';
import type { UseCase } from '#functions/app/use-case.ts';
import { visit } from '#functions/data/entities/visits.ts';
import { readAll } from '#functions/data/entity.ts';
import { keys } from '#functions/data/keys.ts';
import { recentSettings } from '#functions/data/settings.ts';
import { newestYear } from '#shared/domain/district/school-year.ts';
import { notInvited } from '#shared/domain/family/invitation.ts';
import { Refusal } from '#shared/domain/refusal.ts';
import { nextNumber } from '#shared/domain/visit/numbering.ts';

/** A family, its students and this year's visits: one Query of the family, one of its visits. */
export const getFamily: UseCase<'getFamily'> = async ({ table }, context, { params: { familyId } }) => {
  const settings = await recentSettings(table);
  const year = newestYear(settings.schoolYears, todayIn(settings, context.now));
  if (year === null) throw new Refusal('year.none');
  const file = await requireFamily(table, context, 'family:read', familyId, year.year);
  const pk = keys.family(context.districtId, familyId);
  const visits = readAll(visit, await table.queryAll({ index: 'gsi1', pk }));
  return {
    family: file.family,
    guardians: file.guardians,
    students: file.standings.map(({ studentId, givenName, familyName, schoolId, visits: held }) => ({
      studentId,
      givenName,
      familyName,
      schoolId,
      nextVisit: nextNumber({ visits: held }),
    })),
    invitation: file.invitation ?? { ...notInvited(familyId, year.year), rev: 0 },
    visits: visits.filter((one) => one.year === year.year),
    secondVisitFrom: year.secondVisitFrom,
  };
};
