import { endLinksAlone } from '#functions/app/families/end-links.ts';
import { forgetful } from '#functions/app/letters/letter-of.ts';
import { familyLink, guardian } from '#functions/data/entities/families.ts';
import { mergeUnderWay, movedFamily, movedStudent } from '#functions/data/entities/moved.ts';
import { readAll } from '#functions/data/entity.ts';
import { readSettings } from '#functions/data/settings.ts';
import type { DistrictTable } from '#functions/data/tables.ts';
import { mostItemsAtOnce, type UnitOfWork } from '#functions/data/unit-of-work.ts';
import { refuseUnless } from '#shared/domain/refusal.ts';
import { isAhead } from '#shared/domain/visit/states.ts';
import { finishMerge } from './finish-merge.ts';
import { loadMerge, type MergeFacts, type Pair, type VisitItems } from './load-merge.ts';
import { followingWrites, linksToEnd, mergeFamilyRows, replacedBy } from './merge-families.ts';
import { mergeLists } from './merge-lists.ts';
import { mergeStandings } from './merge-standings.ts';
import { type Replaced, Writes } from './rename.ts';
import { numberOf, type Standings, settleVisit } from './settle-visit.ts';
import { WhatFollows } from './what-follows.ts';

/** So many letters end with the merge itself; where there are more, all of them end before it. */
const mostLinksAtOnce = 10;

/** Room for the audit entry, the record of the request, the three notes of the merge, and the task that ends it. */
const most = mostItemsAtOnce - 6;

/**
 * Two records of one child, or two households, become one. The household, its answer and every standing of this year
 * change in one transaction. Visits go with it as far as it holds them, those ahead first, then what of siblings may
 * follow (`WhatFollows`), links and what was said; a task brings the others within seconds. Until then nobody can change
 * such a visit, whose standings are not where it says (`loadStandings`), and another merge of the same household first
 * ends this one. Answers the command, which the caller commits.
 * @throws Refusal
 */
export async function bringTogether(table: DistrictTable, event: string, pair: Pair): Promise<UnitOfWork> {
  const { context } = table;
  const { districtId, now } = context;
  const { gone, kept, sameChild } = pair;
  const [facts, settings] = await Promise.all([loadMerge(table, pair), readSettings(table)]);
  if (facts.underWay.length > 0) {
    for (const earlier of facts.underWay) await finishMerge(forgetful(table), earlier);
    return bringTogether(table, event, pair);
  }
  const replaced = replacedBy(facts);
  const writes = new Writes();
  const following = new WhatFollows(settings, now, sameChild ? [gone.studentId, kept.studentId] : [], writes);
  const standings = mergeStandings(facts, districtId, writes, following.standing);
  const ofFamily = facts.goneFamily === undefined ? () => writes : following.family;
  mergeFamilyRows(facts, replaced, districtId, ofFamily, 'judged');
  await mergeLists(table, facts, replaced, writes, following.sibling);
  refuseUnless(writes.weight <= most, 'merge.too_large');
  const ending = linksToEnd(facts, now);
  if (ending.length > Math.min(mostLinksAtOnce, most - writes.weight)) {
    await endLinksAlone(table, ending);
    return bringTogether(table, event, pair);
  }
  for (const link of ending) writes.add((work) => work.update(familyLink, link, { ...link, revokedAt: now }));
  const later = settleVisits(facts, replaced, standings, districtId, writes);
  for (const one of [...following.writes, ...followingWrites(facts, replaced, table)])
    if (writes.weight + one.weight <= most) writes.add((work) => one.into(work), one.weight);

  const work = table.begin(event, kept.studentId);
  writes.into(work);
  const { studentId } = gone;
  // A student whose household became one with another before may be one with a record of the roster now.
  work.save(movedStudent, {
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
  return work;
}

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
