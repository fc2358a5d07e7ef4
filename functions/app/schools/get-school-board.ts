import { todayIn } from '#functions/app/district-rules.ts';
import { notFound } from '#functions/app/errors.ts';
import { reachesSchool } from '#functions/app/row-scope.ts';
import type { UseCase } from '#functions/app/use-case.ts';
import { placement } from '#functions/data/entities/people.ts';
import { rollup } from '#functions/data/entities/rollups.ts';
import { school } from '#functions/data/entities/roster.ts';
import { schoolGoal } from '#functions/data/entities/schools.ts';
import { readAll, readOne } from '#functions/data/entity.ts';
import { keys } from '#functions/data/keys.ts';
import { loadSchoolVisits } from '#functions/data/repositories/schools.ts';
import { recentSettings } from '#functions/data/settings.ts';
import { newestYear, oldestOpenYear } from '#shared/domain/district/school-year.ts';
import { refuseUnless } from '#shared/domain/refusal.ts';
import { noCounts } from '#shared/domain/rollup/model.ts';
import { coverageOf } from './board/coverage.ts';
import { lateReflections } from './board/late-reflections.ts';
import { staffOf } from './board/staff.ts';
import { lateEntries, openRequests, visitsByMonth } from './board/visits.ts';

/**
 * The page of a school’s coordinator. Three reads, and one more while reflections are late: counts, goal and name in
 * one, the school’s staff, and its visits of the year. What it costs follows the school, never the district.
 */
export const getSchoolBoard: UseCase<'getSchoolBoard'> = async ({ table }, context, { params }) => {
  const { schoolId } = params;
  if (!reachesSchool(context, 'school:coordinate', [schoolId])) throw notFound('school');
  const settings = await recentSettings(table);
  const today = todayIn(settings, context.now);
  const year = newestYear(settings.schoolYears, today);
  refuseUnless(year !== null, 'year.none');
  const { districtId } = context;
  const oldest = oldestOpenYear(settings.schoolYears, today) ?? year;
  const [single, people, visits] = await Promise.all([
    table.getMany([
      { pk: keys.district(districtId), sk: keys.school(schoolId) },
      { pk: keys.ownSchool(districtId, schoolId), sk: keys.goal(year.year) },
      { pk: keys.rollup(districtId), sk: keys.rollupOfSchool(year.year, schoolId) },
    ]),
    table.queryAll({ index: 'gsi1', pk: keys.schoolPeople(districtId, schoolId) }),
    loadSchoolVisits(table, schoolId, oldest, year),
  ]);
  const found = readOne(school, single);
  if (found === undefined) throw notFound('school');
  const goal = readOne(schoolGoal, single);
  const { counts } = readOne(rollup, single) ?? { counts: noCounts };
  // What waits for somebody may be of the year before; whatever is counted is of this one.
  const ofYear = visits.filter((one) => one.year === year.year);
  return {
    school: found,
    year: year.year,
    today,
    coverage: coverageOf({
      counts,
      goal: goal?.percent ?? null,
      visits: ofYear,
      year,
      today,
      now: context.now,
    }),
    goalRev: goal?.rev ?? 0,
    months: visitsByMonth(ofYear, context.now),
    ...staffOf(readAll(placement, people), today),
    requests: openRequests(visits, context.now),
    lateEntries: lateEntries(visits, context.personId),
    lateReflections: await lateReflections(table, settings, visits, today),
  };
};
