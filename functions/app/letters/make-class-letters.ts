import { rulesOn, todayIn } from '#functions/app/district-rules.ts';
import { notFound } from '#functions/app/errors.ts';
import { requireClass } from '#functions/app/roster/class-file.ts';
import type { UseCase } from '#functions/app/use-case.ts';
import { type FamilyFile, loadFamily } from '#functions/data/repositories/families.ts';
import { loadPeople, loadSchools } from '#functions/data/repositories/people.ts';
import { readSettings } from '#functions/data/settings.ts';
import { forgetful, letterOf, type Secrets } from './letter-of.ts';

/** Letters for families of a class: every one gets its own link, all in one step. Who said no gets none (I12). */
export const makeClassLetters: UseCase<'makeClassLetters', Secrets> = async (
  { table, newSecret },
  context,
  { params: { classId }, body },
) => {
  const [settings, of] = await Promise.all([
    readSettings(table),
    requireClass(table, context, 'family:invite', classId),
  ]);
  const { year } = rulesOn(settings, todayIn(settings, context.now));
  const wanted = [...new Set(body.familyIds)];
  if (wanted.some((familyId) => !of.students.some((student) => student.familyId === familyId)))
    throw notFound('family');
  const [[school], people, ...files] = await Promise.all([
    loadSchools(table, [of.class.schoolId]),
    loadPeople(
      table,
      of.educators.map(({ personId }) => personId),
    ),
    ...wanted.map((familyId) => loadFamily(table, familyId, year.year)),
  ]);
  const open = files.filter((file): file is FamilyFile => file !== undefined && mayBeWrittenTo(file));
  const once = forgetful(table);
  const work = once.begin('letters.made', classId);
  const letters = open.map((file) => {
    const students = of.students.filter(({ familyId }) => familyId === file.family.familyId);
    return letterOf(once, work, year, context.personId, { file, students, secret: newSecret() });
  });
  return work.commit({
    school: school?.name ?? '',
    className: of.class.name,
    educators: people.map(({ name }) => name).sort(),
    letters,
    leftOut: wanted.length - letters.length,
  });
};

const mayBeWrittenTo = ({ family, invitation }: FamilyFile): boolean =>
  !family.doNotContact && invitation?.status !== 'declined';
