import type { UseCase } from '#functions/app/use-case.ts';
import { nationalDistrict } from '#functions/data/entities/national.ts';
import { readAll } from '#functions/data/entity.ts';
import { keys } from '#functions/data/keys.ts';
import { withCounts } from './district-lines.ts';

/** Districts in the order in which they joined, with counts: never a person (I2). */
export const listDistricts: UseCase<'listDistricts'> = async ({ table }, _, { query }) => {
  const { items, cursor } = await table.queryPage({ pk: keys.national.districts }, query);
  return { items: await withCounts(table, readAll(nationalDistrict, items)), cursor };
};
