import { District, Fund, SchoolYear } from '#shared/domain/district/model.ts';
import { Policy } from '#shared/domain/policy/model.ts';
import { entity } from '../entity.ts';
import { keys } from '../keys.ts';

/** What a district decides for itself lies in one partition under one prefix: one Query reads all of it. */
export const district = entity({
  type: 'district',
  version: 1,
  schema: District,
  keys: (t) => ({ pk: keys.district(t), sk: keys.setting.district }),
});
export const schoolYear = entity({
  type: 'schoolYear',
  version: 1,
  schema: SchoolYear,
  keys: (t, { year }) => ({ pk: keys.district(t), sk: keys.setting.year(year) }),
});
export const policy = entity({
  type: 'policy',
  version: 1,
  schema: Policy,
  keys: (t, { from }) => ({ pk: keys.district(t), sk: keys.setting.policy(from) }),
});
export const fund = entity({
  type: 'fund',
  version: 1,
  schema: Fund,
  keys: (t, { fundId }) => ({ pk: keys.district(t), sk: keys.setting.fund(fundId) }),
});
