import { rulesOn, todayIn } from '#functions/app/district-rules.ts';
import { visitMember } from '#functions/data/entities/visits.ts';
import { readAll } from '#functions/data/entity.ts';
import { keys } from '#functions/data/keys.ts';
import { loadPerson } from '#functions/data/repositories/people.ts';
import { loadVisit } from '#functions/data/repositories/visits.ts';
import { readSettings, type Settings } from '#functions/data/settings.ts';
import type { DistrictTable } from '#functions/data/tables.ts';
import { mayVisit } from '#shared/domain/person/participation.ts';
import { leaveVisit } from '#shared/domain/visit/leave.ts';
import type { VisitMember } from '#shared/domain/visit/model.ts';
import { isAhead } from '#shared/domain/visit/states.ts';
import { cancellationOf } from './cancel-in.ts';
import { DayBooks } from './day-books.ts';
import { sayNoIn } from './say-no-in.ts';
import { visitorsOf } from './team-of.ts';

/**
 * Takes somebody who has no role in visits any more out of those that are still to come: nobody waits for an answer
 * that cannot be given, or at a door for somebody who left. One transaction for each visit; what is done already is
 * no longer found, so that doing it twice changes nothing.
 */
export async function leaveVisits(table: DistrictTable, personId: string): Promise<void> {
  const person = await loadPerson(table, personId);
  // The role may have come back meanwhile.
  if (person === undefined || mayVisit(person)) return;
  const settings = await readSettings(table);
  for (const { visitId } of await visitsAhead(table, settings, personId))
    await leaveOne(table, settings, visitId, personId);
}

/** The visits to come in which the person is expected. */
async function visitsAhead(
  table: DistrictTable,
  settings: Settings,
  personId: string,
): Promise<VisitMember[]> {
  const today = todayIn(settings, table.now);
  const pk = keys.person(table.context.districtId, personId);
  const found = await Promise.all(
    settings.schoolYears
      .filter(({ closesOn }) => closesOn >= today)
      .map(({ year }) => table.queryAll({ index: 'gsi1', pk, prefix: keys.ofYear(year) })),
  );
  return readAll(visitMember, found.flat()).filter(
    ({ status, startsAt, team }) =>
      isAhead(status) &&
      startsAt > table.now &&
      team.some((member) => member.personId === personId && member.answer !== 'no'),
  );
}

async function leaveOne(
  table: DistrictTable,
  settings: Settings,
  visitId: string,
  personId: string,
): Promise<void> {
  const file = await loadVisit(table, visitId);
  if (file === undefined) return;
  const { visit } = file;
  const expected = visit.team.some((member) => member.personId === personId && member.answer !== 'no');
  if (!expected || !isAhead(visit.status) || visit.startsAt <= table.now) return;
  const { policy } = rulesOn(settings, visit.localDate);
  const team = await visitorsOf(table, visit);
  const after = leaveVisit(visit, personId, { now: table.now, team, settings: policy });
  if (after === null) {
    const because = { side: 'team', reason: 'other', by: personId, at: table.now } as const;
    const cancelled = await cancellationOf(table, settings, file, 'cancelled', because);
    const work = table.begin('visit.cancelled', visitId);
    cancelled.addTo(work, 'with standings');
    await work.commit(null);
    return;
  }
  const hours = await DayBooks.open(table, [personId], [visit.localDate]);
  const work = table.begin('visit.left', visitId);
  sayNoIn(work, hours, file, after, personId);
  await work.commit(null);
}
