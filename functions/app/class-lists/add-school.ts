import type { UseCase } from '#functions/app/use-case.ts';
import { school } from '#functions/data/entities/roster.ts';
import { readAll } from '#functions/data/entity.ts';
import { keys } from '#functions/data/keys.ts';
import { refuseUnless } from '#shared/domain/refusal.ts';
import { foldedName } from '#shared/domain/roster/expected-names.ts';

/** A school that no roster has named yet, so that a new district can begin in summer. */
export const addSchool: UseCase<'addSchool'> = async ({ table, newId }, { districtId }, { body }) => {
  const pk = keys.district(districtId);
  const schools = readAll(school, await table.queryAll({ pk, prefix: keys.schoolPrefix }));
  refuseUnless(
    schools.every(({ name }) => foldedName(name) !== foldedName(body.name)),
    'class_list.school_name_taken',
  );
  const added = { schoolId: newId('sch'), name: body.name, rosterId: null };
  const work = table.begin('school.added', added.schoolId);
  return work.commit(work.create(school, added));
};
