import type { TenantContext } from '#functions/app/context.ts';
import { rulesOn, todayIn } from '#functions/app/district-rules.ts';
import { notFound } from '#functions/app/errors.ts';
import { reachesSchool } from '#functions/app/row-scope.ts';
import type { UseCase } from '#functions/app/use-case.ts';
import { dayBook, visit } from '#functions/data/entities/visits.ts';
import { readAll } from '#functions/data/entity.ts';
import { keys } from '#functions/data/keys.ts';
import { loadFamily } from '#functions/data/repositories/families.ts';
import { recentSettings } from '#functions/data/settings.ts';
import type { DistrictTable } from '#functions/data/tables.ts';
import { holidaysOf } from '#shared/domain/district/school-year.ts';
import { type Calendar, commonTimes } from '#shared/domain/scheduling/common-times.ts';
import { addDays } from '#shared/domain/time/zoned.ts';
import { requireNear, visitorsOn } from './team-of.ts';

/** How far ahead times are looked for. */
const days = 21;

/**
 * Times that suit everybody: usual free times and the family's wishes, without the hours that other visits take. One
 * Query for each person and one for the family, however many visits there are.
 */
export const getCommonTimes: UseCase<'getCommonTimes'> = async ({ table }, context, { params, query }) => {
  const settings = await recentSettings(table);
  const today = todayIn(settings, context.now);
  const { year } = rulesOn(settings, today);
  const { districtId } = context;
  const ids = [...new Set([...(await readerIfComing(table, context, query.moving)), ...(query.with ?? [])])];
  const [file, team] = await Promise.all([
    loadFamily(table, params.familyId, year.year),
    // Which part somebody is to take is not asked yet: whoever may interpret may come from anywhere.
    visitorsOn(
      table,
      ids.map((id) => ({ personId: id, as: 'interpreter' as const })),
      today,
    ),
  ]);
  const schools = file?.standings.map(({ schoolId }) => schoolId) ?? [];
  if (file === undefined || !reachesSchool(context, 'visit:schedule', schools)) throw notFound('family');
  requireNear(context, team, schools);

  // From tomorrow on: a visit is arranged in advance, and the others are asked first.
  const from = addDays(today, 1);
  const taken = async (pk: string): Promise<Calendar['taken']> => {
    const books = await table.queryAll({
      pk,
      prefix: keys.dayBook(from),
      until: keys.dayBook(addDays(from, days)),
    });
    return readAll(dayBook, books)
      .flatMap(({ appointments }) => appointments)
      .filter(({ visitId }) => visitId !== query.moving);
  };
  const [ofFamily, ...ofTeam] = await Promise.all([
    taken(keys.family(districtId, params.familyId)),
    ...team.map((member) => taken(keys.person(districtId, member.personId))),
  ]);
  const wishes = file.invitation?.wishes?.times ?? [];
  return {
    times: commonTimes({
      from,
      days,
      timeZone: settings.district.timeZone,
      minutes: query.minutes,
      team: team.map(({ freeTimes }, index) => ({ freeTimes, taken: ofTeam[index] ?? [] })),
      family: { freeTimes: wishes, taken: ofFamily ?? [] },
      holidays: new Set(holidaysOf(settings.schoolYears)),
    }),
    unknown: team
      .filter(({ freeTimes }) => freeTimes.length === 0)
      .map((member) => ({ personId: member.personId, name: member.name })),
    familyUnknown: wishes.length === 0,
  };
};

/** The reader comes along, but for a coordinator who moves the visit of others: the own evenings narrow nothing then. */
async function readerIfComing(
  table: DistrictTable,
  { districtId, personId }: TenantContext,
  moving: string | undefined,
): Promise<string[]> {
  if (moving === undefined) return [personId];
  const moved = await table.get(visit, { pk: keys.visit(districtId, moving), sk: keys.word.visit });
  return moved?.team.every((member) => member.personId !== personId) === true ? [] : [personId];
}
