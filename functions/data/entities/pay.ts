import * as z from 'zod';
import { Claim, PayBatch } from '#shared/domain/claim/model.ts';
import { PayBatchId } from '#shared/domain/ids.ts';
import { entity } from '../entity.ts';
import { keys } from '../keys.ts';

export const payBatch = entity({
  type: 'payBatch',
  version: 1,
  schema: PayBatch,
  keys: (t, { batchId, closedAt }) => ({
    pk: keys.batch(t, batchId),
    sk: 'BATCH',
    gsi1pk: keys.batches(t),
    gsi1sk: keys.byDay(closedAt, batchId),
  }),
});

/** A copy of the claim as it was exported; it never changes (I25). */
export const payLine = entity({
  type: 'payLine',
  version: 1,
  schema: z.object({ batchId: PayBatchId, number: z.int().min(1), claim: Claim }),
  keys: (t, { batchId, number }) => ({ pk: keys.batch(t, batchId), sk: keys.batchLine(number) }),
});
