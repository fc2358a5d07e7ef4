import type { UseCase } from '#functions/app/use-case.ts';
import { classList } from '#functions/data/entities/class-lists.ts';
import { placement } from '#functions/data/entities/people.ts';
import { classEducator, schoolClass } from '#functions/data/entities/roster.ts';
import { readAll } from '#functions/data/entity.ts';
import { keys } from '#functions/data/keys.ts';
import { loadExpected } from '#functions/data/repositories/expected.ts';
import { readSettings } from '#functions/data/settings.ts';
import { refuseUnless } from '#shared/domain/refusal.ts';
import { foldedName } from '#shared/domain/roster/expected-names.ts';
import { listYears } from './list-years.ts';
import { requireSchool } from './require-school.ts';

/** A class before the roster names it: its educators find it among their own classes at once. */
export const addClassList: UseCase<'addClassList'> = async (
  { table, newId },
  context,
  { params: { schoolId }, body },
) => {
  const { districtId } = context;
  await requireSchool(table, context, schoolId);
  const educatorIds = [...new Set(body.educatorIds)];
  const [settings, expected, placements] = await Promise.all([
    readSettings(table),
    loadExpected(table, schoolId),
    table.getMany(
      educatorIds.map((personId) => ({ pk: keys.person(districtId, personId), sk: keys.school(schoolId) })),
    ),
  ]);
  refuseUnless(listYears(settings, context.now).includes(body.year), 'class_list.year_over');
  refuseUnless(readAll(placement, placements).length === educatorIds.length, 'class_list.educator_elsewhere');
  const named = expected.lists.filter(
    ({ year, name }) => year === body.year && foldedName(name) === foldedName(body.name),
  );
  refuseUnless(named.length === 0, 'class_list.name_taken');

  const { year, name } = body;
  const classId = newId('cls');
  const work = table.begin('class_list.made', classId);
  work.create(schoolClass, { classId, schoolId, year, name });
  for (const personId of educatorIds)
    work.create(classEducator, { classId, personId, schoolId, year, className: name });
  return work.commit(work.create(classList, { classId, schoolId, year, name, students: 0 }));
};
