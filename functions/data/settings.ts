import { AppError } from '#functions/app/errors.ts';
import type { District, Fund, SchoolYear } from '#shared/domain/district/model.ts';
import type { Policy } from '#shared/domain/policy/model.ts';
import { district, fund, policy, schoolYear } from './entities/settings.ts';
import { type Kept, readAll, readOne } from './entity.ts';
import { keys } from './keys.ts';
import type { DistrictTable } from './tables.ts';

/** Everything a district decided for itself, in one Query. */
export interface Settings {
  readonly district: Kept<District>;
  readonly schoolYears: readonly Kept<SchoolYear>[];
  readonly policies: readonly Kept<Policy>[];
  readonly funds: readonly Kept<Fund>[];
}

/** The settings as they are now: for every command that decides by them. */
export async function readSettings(table: DistrictTable): Promise<Settings> {
  const items = await table.queryAll({
    pk: keys.district(table.context.districtId),
    prefix: keys.setting.prefix,
  });
  const found = readOne(district, items);
  if (found === undefined)
    throw new AppError('BUSY', 'This district is being prepared. Try again in a minute.', {
      reason: 'district_preparing',
    });
  return {
    district: found,
    schoolYears: readAll(schoolYear, items),
    policies: readAll(policy, items),
    funds: readAll(fund, items),
  };
}

const believed = 60_000;
const remembered = new Map<string, { settings: Settings; at: number }>();

/**
 * The settings as they were at most a minute ago: for pages. They change a few times a year, and a page need
 * not pay a Query for them each time.
 */
export async function recentSettings(table: DistrictTable): Promise<Settings> {
  const name = `${table.name} ${table.context.districtId}`;
  const now = Date.parse(table.now);
  const kept = remembered.get(name);
  if (kept !== undefined && Math.abs(now - kept.at) < believed) return kept.settings;
  const settings = await readSettings(table);
  if (remembered.size > 500) remembered.clear();
  remembered.set(name, { settings, at: now });
  return settings;
}
