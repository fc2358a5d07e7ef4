import { todayIn } from '#functions/app/district-rules.ts';
import { notFound } from '#functions/app/errors.ts';
import { reachesSchool } from '#functions/app/row-scope.ts';
import type { UseCase } from '#functions/app/use-case.ts';
import { studentYear } from '#functions/data/entities/families.ts';
import { readAll } from '#functions/data/entity.ts';
import { keys } from '#functions/data/keys.ts';
import { loadSchools } from '#functions/data/repositories/people.ts';
import { recentSettings } from '#functions/data/settings.ts';
import { newestYear } from '#shared/domain/district/school-year.ts';
import { seedOf } from '#shared/domain/queue/fair-order.ts';
import { fairQueue } from '#shared/domain/queue/fair-queue.ts';
import { refuseUnless } from '#shared/domain/refusal.ts';
import { countsOf } from './counts-of.ts';

/**
 * The beginning of the fair order of a whole school, in its newest year. The order is not the table's, so the year's
 * students are read whole (about 4 units per hundred); a class, which educators open daily, is read by itself.
 */
export const getSchoolQueue: UseCase<'getSchoolQueue'> = async (
  { table },
  context,
  { params: { schoolId }, query: { limit } },
) => {
  if (!reachesSchool(context, 'queue:read', [schoolId])) throw notFound('school');
  const settings = await recentSettings(table);
  const year = newestYear(settings.schoolYears, todayIn(settings, context.now))?.year;
  refuseUnless(year !== undefined, 'year.none');
  const pk = keys.schoolYear(context.districtId, schoolId, year);
  const [[school], students] = await Promise.all([
    loadSchools(table, [schoolId]),
    table.queryAll({ index: 'gsi2', pk }),
  ]);
  if (school === undefined) throw notFound('school');
  const seed = seedOf(schoolId, year);
  const queue = fairQueue(seed, readAll(studentYear, students));
  return {
    schoolId,
    name: school.name,
    year,
    seed,
    next: queue.next.slice(0, limit),
    waiting: queue.waiting.slice(0, limit),
    visiting: queue.visiting.slice(0, limit),
    counts: countsOf(queue),
  };
};
