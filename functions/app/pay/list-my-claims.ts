import { todayIn } from '#functions/app/district-rules.ts';
import type { UseCase } from '#functions/app/use-case.ts';
import { claim } from '#functions/data/entities/visits.ts';
import { readAll } from '#functions/data/entity.ts';
import { keys } from '#functions/data/keys.ts';
import { recentSettings } from '#functions/data/settings.ts';
import { newestYear } from '#shared/domain/district/school-year.ts';

/** One's own claims of the year, newest first: one Query. */
export const listMyClaims: UseCase<'listMyClaims'> = async ({ table }, context, { query }) => {
  const settings = await recentSettings(table);
  const year = newestYear(settings.schoolYears, todayIn(settings, context.now));
  if (year === null) return { items: [], cursor: null };
  const page = await table.queryPage(
    {
      index: 'gsi1',
      pk: keys.person(context.districtId, context.personId),
      prefix: keys.ownClaims(year.year),
      descending: true,
    },
    query,
  );
  return { items: readAll(claim, page.items), cursor: page.cursor };
};
