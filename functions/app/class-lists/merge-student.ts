import { endLinksAlone } from '#functions/app/families/end-links.ts';
import { forgetful } from '#functions/app/letters/letter-of.ts';
import type { UseCase } from '#functions/app/use-case.ts';
import { familyLink, guardian } from '#functions/data/entities/families.ts';
import { mergeUnderWay, movedFamily, movedStudent } from '#functions/data/entities/moved.ts';
import { readAll } from '#functions/data/entity.ts';
import { readSettings } from '#functions/data/settings.ts';
import { mostItemsAtOnce } from '#functions/data/unit-of-work.ts';
import { refuseUnless } from '#shared/domain/refusal.ts';
import { isAhead } from '#shared/domain/visit/states.ts';
import { finishMerge } from './merge/finish-merge.ts';
import { loadMerge, type MergeFacts, type VisitItems } from './merge/load-merge.ts';
import { followingWrites, linksToEnd, mergeFamilyRows, replacedBy } from './merge/merge-families.ts';
import { mergeLists } from './merge/merge-lists.ts';
import { mergeStandings } from './merge/merge-standings.ts';
import { type Replaced, Writes } from './merge/rename.ts';
import { numberOf, type Standings, settleVisit } from './merge/settle-visit.ts';
import { WhatFollows } from './merge/what-follows.ts';
import { requireStudent } from './require-school.ts';

/** So many letters end with the merge itself; where there are more, all of them end before it. */
const mostLinksAtOnce = 10;

/** Room for the audit entry, the record of the request, the three notes of the merge, and the task that ends it. */
const most = mostItemsAtOnce - 6;

/**
 * An expected student is one whom the roster names otherwise: both records become the roster's one. The household, its
 * answer and every standing of this year change in one transaction. Visits go with it as far as it holds them, those
 * ahead first, then what of siblings may follow (`WhatFollows`), links and what was said; a task brings the others
 * within seconds. Until then nobody can change such a visit, whose standings are not where it says (`loadStandings`),
 * and another merge of the same household first ends this one.
 */
export const mergeStudent: UseCase<'mergeStudent'> = async (deps, context, request) => {
  const {
    params: { studentId },
    body,
  } = request;
  const { table } = deps;
  refuseUnless(studentId !== body.into, 'merge.same_student');
  const [gone, kept] = await Promise.all([
    requireStudent(table, context, studentId),
    requireStudent(table, context, body.into),
  ]);
  refuseUnless(gone.roster === null, 'merge.in_roster');
  const [facts, settings] = await Promise.all([loadMerge(table, gone, kept), readSettings(table)]);
  if (facts.underWay.length > 0) {
    for (const earlier of facts.underWay) await finishMerge(forgetful(table), earlier);
    return mergeStudent(deps, context, request);
  }
  const replaced = replacedBy(facts);
  const writes = new Writes();
  const following = new WhatFollows(settings, context.now, [studentId, kept.studentId], writes);
  const standings = mergeStandings(facts, context.districtId, writes, following.standing);
  const ofFamily = facts.goneFamily === undefined ? () => writes : following.family;
  mergeFamilyRows(facts, replaced, context.districtId, ofFamily, 'judged');
  await mergeLists(table, facts, replaced, writes, following.sibling);
  refuseUnless(writes.weight <= most, 'merge.too_large');
  const ending = linksToEnd(facts, context.now);
  if (ending.length > Math.min(mostLinksAtOnce, most - writes.weight)) {
    await endLinksAlone(table, ending);
    return mergeStudent(deps, context, request);
  }
  for (const link of ending)
    writes.add((work) => work.update(familyLink, link, { ...link, revokedAt: context.now }));
  const later = settleVisits(facts, replaced, standings, context.districtId, writes);
  for (const one of [...following.writes, ...followingWrites(facts, replaced, table)])
    if (writes.weight + one.weight <= most) writes.add((work) => one.into(work), one.weight);

  const work = table.begin('student.merged', kept.studentId);
  writes.into(work);
  work.create(movedStudent, {
    studentId,
    into: kept.studentId,
    givenName: kept.givenName,
    replaced: [...replaced].map(([id, by]) => ({ id, by })),
    toFamilyId: kept.familyId,
    visitIds: later,
    restOf: facts.goneFamily === undefined ? null : gone.familyId,
  });
  if (facts.goneFamily !== undefined)
    work.create(movedFamily, {
      familyId: gone.familyId,
      to: kept.familyId,
      guardians: readAll(guardian, facts.goneFamily).flatMap(({ guardianId: id }) => {
        const by = replaced.get(id);
        return by === undefined ? [] : [{ id, by }];
      }),
    });
  // Also what somebody wrote beside the family in this very moment is brought over.
  if (later.length > 0 || facts.goneFamily !== undefined) {
    work.create(mergeUnderWay, { familyId: kept.familyId, studentId });
    work.message({ kind: 'finish_merge', studentId });
  }
  return work.commit(kept);
};

/** Visits while there is room, those ahead first; answers those that a task must bring over. */
function settleVisits(
  { kept, visits }: MergeFacts,
  replaced: Replaced,
  standings: Standings,
  district: string,
  writes: Writes,
): string[] {
  const open = ({ visit }: VisitItems) => isAhead(visit.status) || visit.status === 'awaiting_approval';
  const inOrder = [...visits.values()].sort((one, other) => Number(open(other)) - Number(open(one)));
  const later: string[] = [];
  for (const one of inOrder) {
    const { studentId, givenName } = kept;
    const number = numberOf(standings, studentId, one.visit.visitId);
    const settled = settleVisit(district, one.items, replaced, { studentId, givenName, number });
    if (writes.weight + settled.weight <= most) writes.add((work) => settled.into(work), settled.weight);
    else later.push(one.visit.visitId);
  }
  return later;
}
