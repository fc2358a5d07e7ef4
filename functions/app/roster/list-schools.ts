import { reachesDistrict } from '#functions/app/row-scope.ts';
import type { UseCase } from '#functions/app/use-case.ts';
import { school } from '#functions/data/entities/roster.ts';
import { readAll } from '#functions/data/entity.ts';
import { keys } from '#functions/data/keys.ts';
import { loadSchools } from '#functions/data/repositories/people.ts';

/**
 * Schools by name: of the district, or one's own. Even the largest district has a few hundred, so they are read
 * whole and put in order here: their sort key is the id, which changes never.
 */
export const listSchools: UseCase<'listSchools'> = async (
  { table },
  context,
  { query: { limit, cursor } },
) => {
  const schools = reachesDistrict(context, 'school:read')
    ? readAll(
        school,
        await table.queryAll({ pk: keys.district(context.districtId), prefix: keys.schoolPrefix }),
      )
    : await loadSchools(table, context.schoolIds);
  const inOrder = schools
    .map((one) => ({ one, place: keys.byName(one.name, one.schoolId) }))
    .sort((a, b) => (a.place < b.place ? -1 : 1));
  const after = cursor === undefined ? '' : Buffer.from(cursor, 'base64url').toString('utf8');
  const rest = inOrder.filter(({ place }) => place > after);
  const last = rest[limit - 1];
  return {
    items: rest.slice(0, limit).map(({ one }) => one),
    cursor:
      rest.length > limit && last !== undefined
        ? Buffer.from(last.place, 'utf8').toString('base64url')
        : null,
  };
};
