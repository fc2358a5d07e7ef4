import * as z from 'zod';
import { Fund, SchoolYear } from '#shared/domain/district/model.ts';
import { DistrictId } from '#shared/domain/ids.ts';
import { PolicySettings } from '#shared/domain/policy/model.ts';
import { NationalDistrict } from '#shared/domain/rollup/model.ts';
import { entity } from '../entity.ts';
import { keys } from '../keys.ts';

export const nationalDistrict = entity({
  type: 'nationalDistrict',
  version: 1,
  schema: NationalDistrict,
  keys: (_, { districtId }) => ({ pk: keys.national.districts, sk: keys.district(districtId) }),
});

/** What the national office chose for a new district, until a task has prepared the district's own partition. */
export const districtSetup = entity({
  type: 'districtSetup',
  version: 1,
  schema: z.object({
    districtId: DistrictId,
    schoolYear: SchoolYear,
    policy: PolicySettings,
    fund: Fund,
  }),
  keys: (_, { districtId }) => ({ pk: keys.national.setup, sk: keys.district(districtId) }),
});
