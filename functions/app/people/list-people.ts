import { notAllowed } from '#functions/app/errors.ts';
import { reachesDistrict, reachesSchool } from '#functions/app/row-scope.ts';
import type { UseCase } from '#functions/app/use-case.ts';
import { person, placement } from '#functions/data/entities/people.ts';
import { readAll } from '#functions/data/entity.ts';
import { keys } from '#functions/data/keys.ts';

/** Staff by name: of the district, or of one school. A site coordinator sees the own schools only. */
export const listPeople: UseCase<'listPeople'> = async (
  { table },
  context,
  { query: { schoolId, limit, cursor } },
) => {
  const { districtId } = context;
  if (schoolId === undefined) {
    if (!reachesDistrict(context, 'person:read')) throw notAllowed();
    const page = await table.queryPage({ index: 'gsi1', pk: keys.people(districtId) }, { limit, cursor });
    return { items: readAll(person, page.items), cursor: page.cursor };
  }
  if (!reachesSchool(context, 'person:read', [schoolId])) throw notAllowed();
  const range = { index: 'gsi1', pk: keys.schoolPeople(districtId, schoolId) } as const;
  const page = await table.queryPage(range, { limit, cursor });
  const inOrder = readAll(placement, page.items).map(({ personId }) => personId);
  const found = await table.getMany(
    inOrder.map((personId) => ({ pk: keys.person(districtId, personId), sk: keys.word.profile })),
  );
  const byId = new Map(readAll(person, found).map((one) => [one.personId, one]));
  return { items: inOrder.flatMap((personId) => byId.get(personId) ?? []), cursor: page.cursor };
};
