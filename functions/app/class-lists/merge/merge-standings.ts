import { family, invitation, studentYear } from '#functions/data/entities/families.ts';
import { type Kept, readAll, readOne } from '#functions/data/entity.ts';
import { withInvitation } from '#shared/domain/family/invitation.ts';
import type { Family, Invitation, StudentYear } from '#shared/domain/family/model.ts';
import {
  mergedFamily,
  mergedInvitation,
  mergedVisits,
  requireNoArrangedVisit,
} from '#shared/domain/roster/expected-merge.ts';
import type { MergeFacts } from './load-merge.ts';
import type { Writes, WritesFor } from './rename.ts';
import type { Standings } from './settle-visit.ts';

/**
 * Brings together who was asked, what was answered and which visits count, for every year: numbers run on without a
 * gap (I10), and a decline wins (I12). `writesFor` says where a standing is written that may follow.
 */
export function mergeStandings(
  facts: MergeFacts,
  district: string,
  writes: Writes,
  writesFor: WritesFor<StudentYear>,
): Standings {
  const { kept, visits, sameChild } = facts;
  // Of two children who only live together each stands for itself.
  const [goneId, keptId] = sameChild ? [facts.gone.studentId, kept.studentId] : [null, null];
  const goneItems = facts.goneFamily ?? [];
  const home = mergeHomes(facts, writes);
  const goneAnswers = readAll(invitation, goneItems);
  const answers = readAll(invitation, facts.keptFamily);
  const before = [...readAll(studentYear, goneItems), ...readAll(studentYear, facts.keptFamily)];
  const years = new Set(before.map(({ year }) => year));
  for (const { year } of [...goneAnswers, ...answers]) years.add(year);

  const timeOf = (visitId: string) => {
    const found = visits.get(visitId);
    if (found === undefined) throw new Error('a standing names a visit that was not read');
    return found.visit;
  };
  const after: StudentYear[] = [];
  for (const year of years) {
    const answer = mergeAnswers(
      answers.find((one) => one.year === year),
      goneAnswers.find((one) => one.year === year),
      home.familyId,
      writes,
    );
    const ofYear = before.filter((one) => one.year === year);
    const own = ofYear.find(({ studentId }) => studentId === keptId);
    const other = ofYear.find(({ studentId }) => studentId === goneId);
    const standings = ofYear.flatMap((one): StudentYear[] => {
      if (one === other && own !== undefined) return [];
      const { rev: _, ...plain } = one;
      const moved = { ...plain, familyId: home.familyId };
      if (one !== own && one !== other) return [moved];
      const { studentId, schoolId, givenName, familyName } = kept;
      const both = mergedVisits(own?.visits ?? [], other?.visits ?? [], timeOf);
      return [{ ...moved, studentId, schoolId, givenName, familyName, visits: both }];
    });
    requireNoArrangedVisit(home, answer, standings);
    const copied = (answer === undefined ? standings : withInvitation(standings, answer)).map((one) => ({
      ...one,
      doNotContact: home.doNotContact,
    }));
    replaceStandings(ofYear, copied, goneId, keptId, district, writesFor);
    after.push(...copied);
  }
  return after;
}

function mergeHomes({ goneFamily, keptFamily }: MergeFacts, writes: Writes): Family {
  const kept = readOne(family, keptFamily);
  if (kept === undefined) throw new Error('a student has no family');
  const gone = goneFamily === undefined ? undefined : readOne(family, goneFamily);
  if (gone === undefined) {
    writes.add((work) => work.unchanged(family, kept));
    return kept;
  }
  const { rev: _, ...plain } = kept;
  const after = mergedFamily(plain, gone);
  writes.add((work) => {
    work.remove(family, gone);
    work.update(family, kept, after);
  }, 2);
  return after;
}

function mergeAnswers(
  kept: Kept<Invitation> | undefined,
  gone: Kept<Invitation> | undefined,
  familyId: string,
  writes: Writes,
): Invitation | undefined {
  if (gone === undefined) return kept;
  const { rev: _, ...plain } = gone;
  if (kept === undefined) {
    const moved = { ...plain, familyId };
    writes.add((work) => {
      work.remove(invitation, gone);
      work.create(invitation, moved);
    }, 2);
    return moved;
  }
  const { rev: __, ...own } = kept;
  const after = mergedInvitation(own, plain);
  writes.add((work) => {
    work.remove(invitation, gone);
    work.update(invitation, kept, after);
  }, 2);
  return after;
}

/** The rows of one year: those that stay are changed in place, the student who goes leaves none behind. */
function replaceStandings(
  before: readonly Kept<StudentYear>[],
  after: readonly StudentYear[],
  goneId: string | null,
  keptId: string | null,
  district: string,
  writesFor: WritesFor<StudentYear>,
): void {
  const keptBefore = before.some(({ studentId }) => studentId === keptId);
  for (const row of before) {
    const next = after.find(
      ({ studentId }) => studentId === (row.studentId === goneId ? keptId : row.studentId),
    );
    if (next === undefined || (row.studentId === goneId && keptBefore))
      writesFor(row).add((work) => work.remove(studentYear, row));
    else writesFor(row).replace(studentYear, district, row, next);
  }
}
