import type { UseCase } from '#functions/app/use-case.ts';
import { districtSetup, nationalDistrict } from '#functions/data/entities/national.ts';
import { noCounts } from '#shared/domain/rollup/model.ts';

/**
 * Opens a district. The national office cannot write into a district's partition, so its choices are kept as a
 * setup and a task prepares the district under a role of its own.
 */
export const createDistrict: UseCase<'createDistrict'> = async (
  { table, newId, newDistrictId },
  _,
  { body: { name, state, timeZone, schoolYear, policy, fund } },
) => {
  const districtId = newDistrictId();
  const line = { districtId, name, state, timeZone, status: 'preparing' as const, year: schoolYear.year };
  const work = table.begin('district.created', districtId);
  work.create(nationalDistrict, line);
  work.create(districtSetup, { districtId, schoolYear, policy, fund: { ...fund, fundId: newId('fnd') } });
  work.message({ kind: 'prepare_district', districtId });
  return work.commit({ ...line, counts: noCounts });
};
