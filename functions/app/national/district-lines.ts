import { nationalRollup } from '#functions/data/entities/rollups.ts';
import { type Kept, readAll } from '#functions/data/entity.ts';
import { keys } from '#functions/data/keys.ts';
import type { NationalTable } from '#functions/data/tables.ts';
import { type NationalDistrict, noCounts } from '#shared/domain/rollup/model.ts';

/** Districts with their counts of the year: one more read for a whole page. */
export async function withCounts(table: NationalTable, districts: readonly Kept<NationalDistrict>[]) {
  const items = await table.getMany(
    districts.map(({ districtId, year }) => ({
      pk: keys.national.rollup(year),
      sk: keys.district(districtId),
    })),
  );
  const counts = new Map(readAll(nationalRollup, items).map((line) => [line.districtId, line.counts]));
  return districts.map((district) => ({ ...district, counts: counts.get(district.districtId) ?? noCounts }));
}
