import type * as z from 'zod';
import { studentAlias } from '#functions/data/entities/class-lists.ts';
import { student } from '#functions/data/entities/roster.ts';
import type { Kept } from '#functions/data/entity.ts';
import { keys } from '#functions/data/keys.ts';
import type { ExpectedStudent } from '#shared/domain/roster/expected.ts';
import type { RosterStudent } from '../roster.ts';
import { type Run, readKeys, schoolIdOf } from './step.ts';

export type StoredStudent = Kept<z.infer<typeof student.schema>>;
export type StoredAlias = Kept<z.infer<typeof studentAlias.schema>>;

/** Who a student of the roster is in the district. */
export interface Resolved {
  readonly source: RosterStudent;
  readonly studentId: string;
  /** The id that the roster's own record has, or would have. */
  readonly rosterStudentId: string;
  readonly before: StoredStudent | undefined;
  /** Present when the student was expected and was found by an earlier import. */
  readonly alias: StoredAlias | undefined;
  /** Present when the student was expected and is found now, for the first time. */
  readonly adopted: Kept<ExpectedStudent> | null;
}

/**
 * Finds each student of the roster: under the roster's own id, under the id that a class list gave, or, once, by school
 * and name among those who are expected. One read of all, and one more of those who have another id.
 */
export async function resolveStudents(run: Run, sources: readonly RosterStudent[]): Promise<Resolved[]> {
  const t = run.table.context.districtId;
  const profile = (studentId: string) => ({ pk: keys.student(t, studentId), sk: keys.word.profile });
  const aliasKey = (studentId: string) => ({ pk: keys.student(t, studentId), sk: keys.word.roster });
  const own = sources.map((source) => ({ source, rosterStudentId: run.ids.student(source.id) }));
  const first = await readKeys(
    run.table,
    own.flatMap(({ rosterStudentId: id }) => [profile(id), aliasKey(id)]),
  );
  const found = await Promise.all(
    own.map(async ({ source, rosterStudentId }) => {
      const alias = first.get(studentAlias, aliasKey(rosterStudentId));
      const before = first.get(student, profile(rosterStudentId));
      const isNew = alias === undefined && before === undefined;
      const adopted = isNew ? await run.expectations.student(source, schoolIdOf(run, source.schoolId)) : null;
      return { source, rosterStudentId, alias, before, adopted };
    }),
  );
  const elsewhere = found.flatMap(({ alias, adopted }) => alias?.studentId ?? adopted?.studentId ?? []);
  const second = await readKeys(run.table, elsewhere.map(profile));
  return found.map(({ source, rosterStudentId, alias, before, adopted }): Resolved => {
    const elsewhereId = alias?.studentId ?? adopted?.studentId;
    const there = elsewhereId === undefined ? undefined : second.get(student, profile(elsewhereId));
    // A list may have been taken back in this very moment: then the roster's own record is made.
    if (elsewhereId === undefined || (adopted !== null && there?.roster !== null))
      return { source, rosterStudentId, studentId: rosterStudentId, before, alias, adopted: null };
    return { source, rosterStudentId, studentId: elsewhereId, before: there, alias, adopted };
  });
}
