import { todayIn } from '#functions/app/district-rules.ts';
import { changedMeanwhile } from '#functions/app/errors.ts';
import type { UseCase } from '#functions/app/use-case.ts';
import { schoolGoal } from '#functions/data/entities/schools.ts';
import { keys } from '#functions/data/keys.ts';
import { readSettings } from '#functions/data/settings.ts';
import { newestYear } from '#shared/domain/district/school-year.ts';
import { refuseUnless } from '#shared/domain/refusal.ts';
import { requireSchool } from './require-school.ts';

/** Sets, changes or takes away what the school as a whole hopes for this year. There is no goal per person (CP1). */
export const setSchoolGoal: UseCase<'setSchoolGoal'> = async ({ table }, context, { params, body }) => {
  const { schoolId } = params;
  await requireSchool(table, context, 'school:coordinate', schoolId);
  const settings = await readSettings(table);
  const year = newestYear(settings.schoolYears, todayIn(settings, context.now));
  refuseUnless(year !== null, 'year.none');
  const before = await table.get(schoolGoal, {
    pk: keys.ownSchool(context.districtId, schoolId),
    sk: keys.goal(year.year),
  });
  if ((before?.rev ?? 0) !== body.rev) throw changedMeanwhile('goal');
  const goal = { schoolId, year: year.year, percent: body.percent };
  const work = table.begin('school.goal_set', schoolId);
  const kept = before === undefined ? work.create(schoolGoal, goal) : work.update(schoolGoal, before, goal);
  return work.commit(kept);
};
