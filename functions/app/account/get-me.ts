import { notFound } from '#functions/app/errors.ts';
import type { UseCase } from '#functions/app/use-case.ts';
import { person, preferences } from '#functions/data/entities/people.ts';
import { school } from '#functions/data/entities/roster.ts';
import { readAll, readOne } from '#functions/data/entity.ts';
import { keys } from '#functions/data/keys.ts';
import { recentSettings } from '#functions/data/settings.ts';
import { permissionsOf } from '#shared/domain/access/permissions.ts';
import { schoolYearOn } from '#shared/domain/district/school-year.ts';
import { policyOn } from '#shared/domain/policy/policy-on.ts';
import { localDateOf } from '#shared/domain/time/zoned.ts';

/** The signed-in person, and how their district works today. */
export const getMe: UseCase<'getMe'> = async ({ table }, { districtId, personId, roles, now }) => {
  const settings = await recentSettings(table);
  const own = await table.queryAll({ pk: keys.person(districtId, personId) });
  const me = readOne(person, own);
  if (me === undefined) throw notFound('person');
  const schools = await table.getMany(
    me.schoolIds.map((schoolId) => ({ pk: keys.district(districtId), sk: keys.school(schoolId) })),
  );
  const today = localDateOf(now, settings.district.timeZone);
  return {
    personId,
    name: me.name,
    language: me.language,
    roles: [...roles],
    permissions: permissionsOf(roles),
    certificate: me.certificate,
    seasonalPrompts: readOne(preferences, own)?.seasonalPrompts ?? true,
    participation: me.participation,
    languages: me.languages,
    freeTimes: me.freeTimes,
    district: settings.district,
    schoolYear: schoolYearOn(settings.schoolYears, today),
    schools: readAll(school, schools).sort((one, other) => one.name.localeCompare(other.name)),
    policy: policyOn(settings.policies, today)?.settings ?? null,
    today,
  };
};
