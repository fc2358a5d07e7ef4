import { rulesOn, todayIn } from '#functions/app/district-rules.ts';
import { requireFamily } from '#functions/app/families/record-invitation.ts';
import type { UseCase } from '#functions/app/use-case.ts';
import { loadPeople, loadSchools } from '#functions/data/repositories/people.ts';
import { readSettings } from '#functions/data/settings.ts';
import { refuseUnless } from '#shared/domain/refusal.ts';
import { forgetful, letterOf, type Secrets } from './letter-of.ts';

/** A letter for one family, from the person who prints it. */
export const makeFamilyLetter: UseCase<'makeFamilyLetter', Secrets> = async (
  { table, newSecret },
  context,
  { params },
) => {
  const { familyId } = params;
  const settings = await readSettings(table);
  const { year } = rulesOn(settings, todayIn(settings, context.now));
  const file = await requireFamily(table, context, 'family:invite', familyId, year.year);
  refuseUnless(!file.family.doNotContact, 'family.do_not_contact');
  refuseUnless(file.invitation?.status !== 'declined', 'family.declined');
  const here = file.students.find(({ schoolId }) => context.schoolIds.includes(schoolId)) ?? file.students[0];
  const [schools, [author]] = await Promise.all([
    loadSchools(table, here === undefined ? [] : [here.schoolId]),
    loadPeople(table, [context.personId]),
  ]);
  const once = forgetful(table);
  const work = once.begin('letters.made', familyId);
  const letter = letterOf(once, work, year, context.personId, {
    file,
    students: file.standings,
    secret: newSecret(),
  });
  return work.commit({
    school: schools[0]?.name ?? '',
    className: null,
    educators: author === undefined ? [] : [author.name],
    letters: [letter],
    leftOut: 0,
  });
};
