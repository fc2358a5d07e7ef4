import type { UseCase } from '#functions/app/use-case.ts';
import { findStudents, loadExpected } from '#functions/data/repositories/expected.ts';
import { recentSettings } from '#functions/data/settings.ts';
import { listYears } from './list-years.ts';
import { requireSchool } from './require-school.ts';

/** Open ones that are shown at once; the rest follow when these are settled. */
const mostShown = 40;

/** What a school expects: one Query, and one small one for each student whom a roster did not find. */
export const getClassLists: UseCase<'getClassLists'> = async (
  { table },
  context,
  { params: { schoolId } },
) => {
  await requireSchool(table, context, schoolId);
  const [settings, { lists, students }] = await Promise.all([
    recentSettings(table),
    loadExpected(table, schoolId),
  ]);
  const names = new Map(lists.map(({ classId, name }) => [classId, name]));
  const open = students
    .flatMap(({ notFound, ...one }) => (notFound === null ? [] : [{ ...one, because: notFound.because }]))
    .sort((one, other) => (nameOf(one) < nameOf(other) ? -1 : 1));
  const shown = open.slice(0, mostShown);
  const sameNames = await Promise.all(shown.map((one) => findStudents(table, schoolId, one)));
  return {
    years: listYears(settings, context.now),
    lists: lists.sort((one, other) => (one.name < other.name ? -1 : 1)),
    waiting: students.length - open.length,
    open: shown.map((one, index) => ({
      ...one,
      className: names.get(one.classId) ?? null,
      sameName: (sameNames[index] ?? []).filter(({ studentId }) => studentId !== one.studentId),
    })),
  };
};

const nameOf = ({ familyName, givenName }: { familyName: string; givenName: string }): string =>
  `${familyName}, ${givenName}`.toLowerCase();
