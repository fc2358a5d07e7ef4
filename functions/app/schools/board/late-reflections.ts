import { loadReflectionsOf } from '#functions/data/repositories/schools.ts';
import type { Settings } from '#functions/data/settings.ts';
import type { DistrictTable } from '#functions/data/tables.ts';
import type { Answer } from '#shared/contract/client.ts';
import { holidaysOf } from '#shared/domain/district/school-year.ts';
import { policyOn } from '#shared/domain/policy/policy-on.ts';
import { addBusinessDays } from '#shared/domain/time/business-days.ts';
import type { Visit } from '#shared/domain/visit/model.ts';

/**
 * Who has reflections to write whose day has passed, the longest waiting first. A visit all of whose reflections are
 * written is closed, so only those still open are looked into, and of each reflection only that it is owed (I4, I20).
 */
export async function lateReflections(
  table: DistrictTable,
  settings: Settings,
  visits: readonly Visit[],
  today: string,
): Promise<Answer<'getSchoolBoard'>['lateReflections']> {
  const holidays = holidaysOf(settings.schoolYears);
  const dueOf = (visit: Visit): string => {
    const days = policyOn(settings.policies, visit.localDate)?.settings.reflectionDueBusinessDays ?? 0;
    return addBusinessDays(visit.localDate, days, holidays);
  };
  const open = visits.filter((visit) => visit.status === 'completed' && dueOf(visit) < today);
  const owed = (await loadReflectionsOf(table, open)).filter(
    ({ status, dueOn }) => status === 'owed' && dueOn < today,
  );
  const names = new Map(open.flatMap(({ team }) => team.map(({ personId, name }) => [personId, name])));
  const people = [...new Set(owed.map(({ personId }) => personId))];
  return people
    .map((personId) => {
      const own = owed.filter((one) => one.personId === personId);
      const [since = today] = own.map(({ dueOn }) => dueOn).sort();
      return { personId, name: names.get(personId) ?? '', count: own.length, since };
    })
    .sort((one, other) => (one.since < other.since ? -1 : 1));
}
