import * as z from 'zod';
import { PayBatch } from '#shared/domain/claim/model.ts';
import { PayLine } from '#shared/domain/claim/pay-line.ts';
import { PayBatchId } from '#shared/domain/ids.ts';
import { entity } from '../entity.ts';
import { keys } from '../keys.ts';

export const payBatch = entity({
  type: 'payBatch',
  version: 1,
  schema: PayBatch,
  keys: (t, { batchId, closedAt }) => ({
    pk: keys.batch(t, batchId),
    sk: keys.word.batch,
    gsi1pk: keys.batches(t),
    gsi1sk: keys.byDay(closedAt, batchId),
  }),
});

/** What the payroll file says of one claim, number by number in the file's order; it never changes (I25). */
export const payLine = entity({
  type: 'payLine',
  version: 1,
  schema: PayLine.extend({ batchId: PayBatchId, number: z.int().min(1) }),
  keys: (t, { batchId, number }) => ({ pk: keys.batch(t, batchId), sk: keys.batchLine(number) }),
});

/** Which batch followed another. There is one row for each, so that of two that close at the same time one fails. */
export const nextPayBatch = entity({
  type: 'nextPayBatch',
  version: 1,
  schema: z.object({ after: z.string(), batchId: PayBatchId }),
  keys: (t, { after }) => ({ pk: keys.batch(t, after), sk: keys.word.next }),
});
