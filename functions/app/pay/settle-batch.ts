import { payBatch, payLine } from '#functions/data/entities/pay.ts';
import { claim } from '#functions/data/entities/visits.ts';
import { type Kept, readAll } from '#functions/data/entity.ts';
import { keys } from '#functions/data/keys.ts';
import type { DistrictTable } from '#functions/data/tables.ts';
import type { PayBatch } from '#shared/domain/claim/model.ts';
import { batchTotals, type PayLine } from '#shared/domain/claim/pay-line.ts';
import { payClaim } from '#shared/domain/claim/transitions.ts';

/** Lines of one step: with the audit entry they stay below the 100 items of a transaction. */
export const linesPerStep = 90;

/**
 * Marks the claims of a batch as paid, a step at a time, and then the batch as closed. A step that was done before
 * changes nothing, so what a crash left half done is finished by running this again.
 * @param table without an idempotency key: each step is a transaction of its own.
 * @throws Error when the lines are not the control total (I26): then nothing is marked.
 */
export async function settleBatch(table: DistrictTable, batch: Kept<PayBatch>): Promise<void> {
  if (batch.status === 'closed') return;
  const { districtId } = table.context;
  const lines = await linesOf(table, batch);
  for (let from = 0; from < lines.length; from += linesPerStep) {
    const claims = await table.getMany(
      lines.slice(from, from + linesPerStep).map(({ visitId, personId }) => ({
        pk: keys.visit(districtId, visitId),
        sk: keys.claim(personId),
      })),
    );
    const waiting = readAll(claim, claims).filter(({ batchId }) => batchId !== batch.batchId);
    if (waiting.length === 0) continue;
    const work = table.begin('claims.paid', batch.batchId);
    for (const line of waiting) work.update(claim, line, payClaim(line, batch.batchId));
    await work.commit(null);
  }
  const work = table.begin('pay_period.settled', batch.batchId);
  work.update(payBatch, batch, { ...batch, status: 'closed' });
  await work.commit(null);
}

/** Every line of a batch, asked for by number: a read by key never lags behind. */
async function linesOf(table: DistrictTable, batch: PayBatch): Promise<PayLine[]> {
  const pk = keys.batch(table.context.districtId, batch.batchId);
  const numbers = Array.from({ length: batch.lines }, (_, index) => index + 1);
  const found = await table.getMany(numbers.map((number) => ({ pk, sk: keys.batchLine(number) })));
  const lines = readAll(payLine, found);
  const totals = batchTotals(lines);
  if (totals.lines !== batch.lines || totals.totalCents !== batch.totalCents)
    throw new Error(`pay batch ${batch.batchId}: lines differ from the control total`);
  return lines;
}
