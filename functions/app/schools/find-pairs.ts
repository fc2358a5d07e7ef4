import { todayIn } from '#functions/app/district-rules.ts';
import type { UseCase } from '#functions/app/use-case.ts';
import { placement } from '#functions/data/entities/people.ts';
import { readAll } from '#functions/data/entity.ts';
import { keys } from '#functions/data/keys.ts';
import { recentSettings } from '#functions/data/settings.ts';
import { pairsOf } from '#shared/domain/pairs/pairs.ts';
import { certifiedOn } from '#shared/domain/person/certification.ts';
import { requireSchool } from './require-school.ts';

/** More than anybody reads; who looks for one person or one weekday narrows it. */
const mostPairs = 30;

/** Whom one could bring together at a school, by free times and languages: one Query of its staff. */
export const findPairs: UseCase<'findPairs'> = async (
  { table },
  context,
  { params: { schoolId }, query },
) => {
  await requireSchool(table, context, 'school:coordinate', schoolId);
  const [settings, staff] = await Promise.all([
    recentSettings(table),
    table.queryAll({ index: 'gsi1', pk: keys.schoolPeople(context.districtId, schoolId) }),
  ]);
  const today = todayIn(settings, context.now);
  const able = readAll(placement, staff).filter(
    ({ willing, certificate }) => willing && certifiedOn(certificate, today),
  );
  const pairs = pairsOf(able, query);
  return {
    pairs: pairs.slice(0, mostPairs).map(({ people, shared, languages }) => ({
      people: [...people],
      shared: [...shared],
      languages: [...languages],
    })),
    total: pairs.length,
    people: able,
    timesUnknown: able.filter(({ freeTimes }) => freeTimes.length === 0),
  };
};
