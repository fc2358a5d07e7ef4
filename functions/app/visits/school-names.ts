import { school } from '#functions/data/entities/roster.ts';
import { readAll } from '#functions/data/entity.ts';
import { keys } from '#functions/data/keys.ts';
import type { DistrictTable } from '#functions/data/tables.ts';

/** Names of the district's schools, none of which is a neutral place (I9): one Query, and none for other kinds. */
export async function schoolNamesFor(
  table: DistrictTable,
  { type }: { readonly type: string },
): Promise<string[]> {
  if (type !== 'neutral') return [];
  const pk = keys.district(table.context.districtId);
  return readAll(school, await table.queryAll({ pk, prefix: keys.schoolPrefix })).map(({ name }) => name);
}
