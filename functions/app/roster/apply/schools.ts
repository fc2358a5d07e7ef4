import { school } from '#functions/data/entities/roster.ts';
import { keys } from '#functions/data/keys.ts';
import { followRoster, sameFields } from '#shared/domain/roster/hand-edits.ts';
import type { RosterSchool } from '../roster.ts';
import { type Run, readKeys, Step, schoolIdOf } from './step.ts';

/**
 * Schools: new ones are added, names follow the roster unless they were changed by hand. A school that was added by
 * hand before the roster came is that school.
 */
export async function applySchools(run: Run, schools: readonly RosterSchool[]): Promise<Step[]> {
  const pk = keys.district(run.table.context.districtId);
  const keyOf = ({ id }: RosterSchool) => ({ pk, sk: keys.school(schoolIdOf(run, id)) });
  const found = await readKeys(run.table, schools.map(keyOf));
  return schools.map((one) => {
    const step = new Step();
    const before = found.get(school, keyOf(one));
    const { values, roster } = followRoster({ name: before?.name ?? '' }, before?.roster, { name: one.name });
    const after = { schoolId: schoolIdOf(run, one.id), rosterId: one.id, name: values.name, roster };
    if (before === undefined) step.write((work) => work.create(school, after));
    else if (before.name !== after.name || before.rosterId !== one.id || !sameFields(roster, before.roster))
      step.write((work) => work.update(school, before, after));
    if (step.weight > 0) step.count('schools');
    return step;
  });
}
