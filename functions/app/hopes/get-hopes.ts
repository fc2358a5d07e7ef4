import { todayIn } from '#functions/app/district-rules.ts';
import { requireFamily } from '#functions/app/families/record-invitation.ts';
import type { UseCase } from '#functions/app/use-case.ts';
import { recentSettings } from '#functions/data/settings.ts';
import { newestYear } from '#shared/domain/district/school-year.ts';
import { refuseUnless } from '#shared/domain/refusal.ts';
import { hopesOf } from './hopes-of.ts';

/** What the family hopes for, for each of its children of this year. */
export const getHopes: UseCase<'getHopes'> = async ({ table }, context, { params: { familyId } }) => {
  const settings = await recentSettings(table);
  const year = newestYear(settings.schoolYears, todayIn(settings, context.now));
  refuseUnless(year !== null, 'year.none');
  const { standings } = await requireFamily(table, context, 'hopes:write', familyId, year.year);
  const kept = await hopesOf(table, familyId, year.year);
  return {
    year: year.year,
    students: standings.map(({ studentId, givenName, visits }) => ({
      studentId,
      givenName,
      visited: visits[0]?.status === 'completed',
      hopes: kept.get(studentId) ?? null,
    })),
  };
};
