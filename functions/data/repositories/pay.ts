import type { PayBatch } from '#shared/domain/claim/model.ts';
import { payBatch } from '../entities/pay.ts';
import { type Kept, readAll } from '../entity.ts';
import { keys } from '../keys.ts';
import type { DistrictTable } from '../tables.ts';

/** A closed pay period. */
export function loadBatch(table: DistrictTable, batchId: string): Promise<Kept<PayBatch> | undefined> {
  return table.get(payBatch, { pk: keys.batch(table.context.districtId, batchId), sk: keys.word.batch });
}

/** The pay period closed last: found by the index, then read as it is now. */
export async function loadLastBatch(table: DistrictTable): Promise<Kept<PayBatch> | undefined> {
  const range = { index: 'gsi1', pk: keys.batches(table.context.districtId), descending: true } as const;
  const { items } = await table.queryPage(range, { limit: 1 });
  const [listed] = readAll(payBatch, items);
  return listed && loadBatch(table, listed.batchId);
}
