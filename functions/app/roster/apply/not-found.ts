import { AppError } from '#functions/app/errors.ts';
import { expectedStudent } from '#functions/data/entities/class-lists.ts';
import { loadExpected } from '#functions/data/repositories/expected.ts';
import { whyNotFound } from '#shared/domain/roster/expected-match.ts';
import { foldedName } from '#shared/domain/roster/expected-names.ts';
import type { RosterSchool } from '../roster.ts';
import { type Run, schoolIdOf } from './step.ts';

const atOnce = 80;
const mostTries = 4;

/**
 * Notes beside each student whom this roster did not find why it did not, so that a person of the school decides.
 * Nothing else is touched, and doing it twice is doing it once; an import that crashed here does it again.
 */
export async function noteNotFound(run: Run): Promise<void> {
  for (const school of run.roster.schools.values()) {
    for (let tries = 1; ; tries += 1) {
      try {
        await noteOfSchool(run, school);
        break;
      } catch (error) {
        const met = error instanceof AppError && error.code === 'CHANGED_MEANWHILE';
        if (!met || tries === mostTries) throw error;
      }
    }
  }
}

async function noteOfSchool(run: Run, school: RosterSchool): Promise<void> {
  const { table, year, expectations } = run;
  const { students } = await loadExpected(table, schoolIdOf(run, school.id));
  const nameOf = (one: { givenName: string; familyName: string }) =>
    foldedName(one.givenName, one.familyName);
  // A list for the coming year is not judged by the roster of this one.
  const due = students.filter((one) => one.year <= year);
  const changes = due.flatMap((one) => {
    const same = due.filter((other) => nameOf(other) === nameOf(one)).length;
    const because = whyNotFound(same, expectations.sameInRoster(school.id, one));
    return one.notFound?.because === because ? [] : [{ one, because }];
  });
  for (let start = 0; start < changes.length; start += atOnce) {
    const work = table.beginStep(school.id);
    for (const { one, because } of changes.slice(start, start + atOnce))
      work.update(expectedStudent, one, { ...one, notFound: { because, since: table.context.now } });
    await work.commit(null);
  }
}
