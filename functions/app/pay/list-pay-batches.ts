import type { UseCase } from '#functions/app/use-case.ts';
import { payBatch } from '#functions/data/entities/pay.ts';
import { readAll } from '#functions/data/entity.ts';
import { keys } from '#functions/data/keys.ts';

/** Closed pay periods, newest first. */
export const listPayBatches: UseCase<'listPayBatches'> = async ({ table }, { districtId }, { query }) => {
  const range = { index: 'gsi1', pk: keys.batches(districtId), descending: true } as const;
  const page = await table.queryPage(range, query);
  return { items: readAll(payBatch, page.items), cursor: page.cursor };
};
