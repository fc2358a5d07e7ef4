import { todayIn } from '#functions/app/district-rules.ts';
import type { UseCase } from '#functions/app/use-case.ts';
import { studentYear } from '#functions/data/entities/families.ts';
import { classEducator } from '#functions/data/entities/roster.ts';
import { claim, reflection, visitMember } from '#functions/data/entities/visits.ts';
import { type Kept, readAll } from '#functions/data/entity.ts';
import { keys } from '#functions/data/keys.ts';
import { recentSettings } from '#functions/data/settings.ts';
import type { DistrictTable } from '#functions/data/tables.ts';
import { may } from '#shared/domain/access/permissions.ts';
import type { SchoolYear } from '#shared/domain/district/model.ts';
import { inSecondVisitSeason, newestYear, oldestOpenYear } from '#shared/domain/district/school-year.ts';
import { asksToLookBack } from '#shared/domain/reflection/write.ts';
import { localDateOf } from '#shared/domain/time/zoned.ts';
import { endOf } from '#shared/domain/visit/day-book.ts';
import type { VisitMember } from '#shared/domain/visit/model.ts';
import { tookPlace } from '#shared/domain/visit/states.ts';

/** The signed-in educator's classes, visits and open tasks: one Query, and in season one more read. */
export const getToday: UseCase<'getToday'> = async ({ table }, context) => {
  const settings = await recentSettings(table);
  const today = todayIn(settings, context.now);
  const year = newestYear(settings.schoolYears, today);
  if (year === null)
    return {
      today,
      classes: [],
      requests: [],
      waiting: [],
      passed: [],
      upcoming: [],
      toLog: [],
      lateEntries: [],
      reflectionsOwed: [],
      lookBacks: [],
      claimsOpen: [],
      secondVisits: [],
    };
  const recent = oldestOpenYear(settings.schoolYears, today);
  const items = await table.queryAll({
    index: 'gsi1',
    pk: keys.person(context.districtId, context.personId),
    prefix: keys.ofYear((recent ?? year).year),
    until: `${keys.ofYear(year.year)}\u{10FFFF}`,
  });
  const visits = readAll(visitMember, items);
  const reflections = readAll(reflection, items);
  const scheduled = visits.filter(({ status }) => status === 'scheduled');
  const proposed = visits.filter(({ status }) => status === 'proposed');
  const unsettled = proposed.filter(({ startsAt }) => startsAt > context.now);
  const own = ({ team }: VisitMember) => team.find(({ personId }) => personId === context.personId);
  // Whoever only interprets arranges no visit, may not open the family's page, and logs none: a visit that has begun
  // stays in sight until it is over.
  const plansSecondVisits = may(context.roles, 'visit:schedule') && inSecondVisitSeason(year, today);
  const logs = may(context.roles, 'visit:complete');
  const toCome = (visit: VisitMember) => (logs ? visit.startsAt : endOf(visit)) > context.now;
  return {
    today,
    classes: readAll(classEducator, items)
      .filter((one) => one.year === year.year)
      .map(({ classId, className, schoolId }) => ({ classId, name: className, schoolId })),
    requests: unsettled.filter((visit) => own(visit)?.answer === 'asked'),
    waiting: unsettled.filter((visit) => own(visit)?.answer === 'yes'),
    passed: logs
      ? proposed.filter((visit) => visit.startsAt <= context.now && own(visit)?.answer !== 'no')
      : [],
    upcoming: scheduled.filter(toCome),
    toLog: logs ? scheduled.filter((visit) => !toCome(visit)) : [],
    lateEntries: visits.filter(({ status }) => status === 'awaiting_approval'),
    reflectionsOwed: reflections.filter(({ status }) => status === 'owed'),
    lookBacks: reflections.filter((one) => asksToLookBack(one, today)),
    claimsOpen: readAll(claim, items).filter(({ status }) => status === 'open'),
    secondVisits: plansSecondVisits ? await secondVisits(table, year, visits) : [],
  };
};

/** I35: first visits of the year whose second is neither scheduled, completed nor declined. */
async function secondVisits(
  table: DistrictTable,
  { year }: SchoolYear,
  visits: readonly Kept<VisitMember>[],
) {
  const firsts = visits
    .filter((visit) => visit.year === year && tookPlace(visit.status))
    .flatMap((visit) =>
      visit.students
        .filter(({ number }) => number === 1)
        .map(({ studentId, givenName }) => ({
          familyId: visit.familyId,
          studentId,
          givenName,
          firstOn: localDateOf(visit.startsAt, visit.timeZone),
        })),
    );
  const standings = await table.getMany(
    firsts.map(({ familyId, studentId }) => ({
      pk: keys.family(table.context.districtId, familyId),
      sk: keys.studentYear(year, studentId),
    })),
  );
  const waiting = new Set(
    readAll(studentYear, standings)
      .filter(
        ({ visits, invitation, doNotContact }) =>
          visits.length === 1 && invitation !== 'declined' && !doNotContact,
      )
      .map(({ studentId }) => studentId),
  );
  return firsts.filter(({ studentId }) => waiting.has(studentId));
}
