import { todayIn } from '#functions/app/district-rules.ts';
import type { UseCase } from '#functions/app/use-case.ts';
import { claim } from '#functions/data/entities/visits.ts';
import { readAll } from '#functions/data/entity.ts';
import { keys } from '#functions/data/keys.ts';
import { recentSettings } from '#functions/data/settings.ts';
import { newestYear, oldestOpenYear } from '#shared/domain/district/school-year.ts';

/**
 * One's own claims of the year, newest first: one Query. In the first months of a year those of the year before follow
 * on its last page, by a second one: they may still be on their way.
 */
export const listMyClaims: UseCase<'listMyClaims'> = async ({ table }, context, { query }) => {
  const settings = await recentSettings(table);
  const today = todayIn(settings, context.now);
  const year = newestYear(settings.schoolYears, today);
  const oldest = oldestOpenYear(settings.schoolYears, today);
  if (year === null || oldest === null) return { items: [], cursor: null };
  const own = { index: 'gsi1', pk: keys.person(context.districtId, context.personId) } as const;
  const page = await table.queryPage({ ...own, prefix: keys.ownClaims(year.year), descending: true }, query);
  const items = readAll(claim, page.items);
  if (page.cursor !== null || oldest.year === year.year) return { items, cursor: page.cursor };
  const before = await table.queryAll({ ...own, prefix: keys.ownClaims(oldest.year) });
  return { items: [...items, ...readAll(claim, before).reverse()], cursor: null };
};
