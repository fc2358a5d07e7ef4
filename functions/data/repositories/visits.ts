import { changedMeanwhile } from '#functions/app/errors.ts';
import type { Claim } from '#shared/domain/claim/model.ts';
import type { FamilyFeedback } from '#shared/domain/family/feedback.ts';
import type { StudentYear } from '#shared/domain/family/model.ts';
import type { Reflection } from '#shared/domain/reflection/model.ts';
import type { Reminder } from '#shared/domain/reminder/model.ts';
import type { Visit, VisitMember } from '#shared/domain/visit/model.ts';
import { studentYear } from '../entities/families.ts';
import { claim, familyFeedback, reflection, reminder, visit, visitMember } from '../entities/visits.ts';
import { type Kept, readAll, readOne } from '../entity.ts';
import { keys } from '../keys.ts';
import type { DistrictTable } from '../tables.ts';

/** A visit with everything that hangs on it, except the words of reflections. */
export interface VisitFile {
  readonly visit: Kept<Visit>;
  readonly members: Kept<VisitMember>[];
  readonly reflections: Kept<Reflection>[];
  readonly claims: Kept<Claim>[];
  readonly reminders: Kept<Reminder>[];
  /** What the family said afterwards. */
  readonly feedback: Kept<FamilyFeedback> | undefined;
}

/** One Query. It ends before the rows of words, which only their author's own page reads (I20). */
export async function loadVisit(table: DistrictTable, visitId: string): Promise<VisitFile | undefined> {
  const pk = keys.visit(table.context.districtId, visitId);
  const items = await table.queryAll({ pk, until: 'VISIT' });
  const found = readOne(visit, items);
  return (
    found && {
      visit: found,
      members: readAll(visitMember, items),
      reflections: readAll(reflection, items),
      claims: readAll(claim, items),
      reminders: readAll(reminder, items),
      feedback: readOne(familyFeedback, items),
    }
  );
}

/**
 * Where the students of a visit stand in its year.
 * @throws AppError CHANGED_MEANWHILE while the visit still names a household or a student that became one with another:
 * in a moment the visit has followed, and until then nothing may be decided by half of it.
 */
export async function loadStandings(table: DistrictTable, of: Visit): Promise<Kept<StudentYear>[]> {
  const pk = keys.family(table.context.districtId, of.familyId);
  const wanted = of.students.map(({ studentId }) => ({ pk, sk: keys.studentYear(of.year, studentId) }));
  const found = readAll(studentYear, await table.getMany(wanted));
  if (found.length < wanted.length) throw changedMeanwhile('visit');
  return found;
}

/** Visits by id as they are now, soonest first; an unknown id is left out. */
export async function loadVisits(table: DistrictTable, visitIds: readonly string[]): Promise<Kept<Visit>[]> {
  const wanted = visitIds.map((id) => ({
    pk: keys.visit(table.context.districtId, id),
    sk: keys.word.visit,
  }));
  const found = readAll(visit, await table.getMany(wanted));
  return found.sort((one, other) => one.startsAt.localeCompare(other.startsAt));
}
