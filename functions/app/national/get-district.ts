import { notFound } from '#functions/app/errors.ts';
import type { UseCase } from '#functions/app/use-case.ts';
import { nationalDistrict } from '#functions/data/entities/national.ts';
import { keys } from '#functions/data/keys.ts';
import { withCounts } from './district-lines.ts';

/** One district with its counts. */
export const getDistrict: UseCase<'getDistrict'> = async ({ table }, _, { params: { districtId } }) => {
  const key = { pk: keys.national.districts, sk: keys.district(districtId) };
  const district = await table.get(nationalDistrict, key);
  if (district === undefined) throw notFound('district');
  const [line] = await withCounts(table, [district]);
  if (line === undefined) throw notFound('district');
  return line;
};
