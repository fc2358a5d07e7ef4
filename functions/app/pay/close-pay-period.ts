import { createHash } from 'node:crypto';
import { todayIn } from '#functions/app/district-rules.ts';
import type { Files } from '#functions/app/ports.ts';
import type { UseCase } from '#functions/app/use-case.ts';
import { nextPayBatch, payBatch, payLine } from '#functions/data/entities/pay.ts';
import { loadLastBatch } from '#functions/data/repositories/pay.ts';
import { readSettings } from '#functions/data/settings.ts';
import { DistrictTable } from '#functions/data/tables.ts';
import type { PayBatch } from '#shared/domain/claim/model.ts';
import { batchTotals, type PayLine } from '#shared/domain/claim/pay-line.ts';
import { payrollFile } from '#shared/domain/claim/payroll-file.ts';
import { refuseUnless } from '#shared/domain/refusal.ts';
import { approvedLines } from './approved-lines.ts';
import { linesPerStep, settleBatch } from './settle-batch.ts';

/**
 * Closes a pay period. A month holds more claims than one transaction, so it goes in steps: the file and the lines
 * are written first, where nobody sees them; one transaction then makes the batch, and from there on it stands;
 * at last its claims are marked as paid. A crash before the batch leaves nothing behind that counts; a crash after
 * it is finished by the next call, before anything new is closed, so no claim comes into two batches (I22, I25).
 */
export const closePayPeriod: UseCase<'closePayPeriod', { readonly files: Files }> = async (
  { table, newId, files },
  context,
  { body: { through } },
) => {
  const settings = await readSettings(table);
  refuseUnless(through <= todayIn(settings, context.now), 'pay.day_to_come');
  const steps = new DistrictTable(table.client, table.name, { ...context, idempotency: null }, newId);
  const last = await loadLastBatch(steps);
  if (last !== undefined) await settleBatch(steps, last);

  const lines = await approvedLines(table, through);
  refuseUnless(lines.length > 0, 'pay.nothing_approved');
  const batchId = newId('bat');
  const fileKey = `exports/payroll/${context.districtId}/${batchId}.csv`;
  const bytes = new TextEncoder().encode(payrollFile(lines));
  await files.put(fileKey, bytes, 'text/csv; charset=utf-8');
  await writeLines(steps, batchId, lines);

  const batch: PayBatch = {
    batchId,
    status: 'closing',
    through,
    closedAt: context.now,
    closedBy: context.personId,
    ...batchTotals(lines),
    fileKey,
    sha256: createHash('sha256').update(bytes).digest('hex'),
  };
  const work = table.begin('pay_period.closed', batchId);
  const kept = work.create(payBatch, batch);
  // One batch follows another: of two that close at the same time, the second finds this row and is told.
  work.create(nextPayBatch, { after: last?.batchId ?? 'none', batchId });
  const answer = await work.commit<PayBatch>({ ...batch, status: 'closed' });
  // A repeat is answered with the batch that was made first; what it prepared here is nobody's.
  if (answer.batchId === batchId) await settleBatch(steps, kept);
  return answer;
};

async function writeLines(table: DistrictTable, batchId: string, lines: readonly PayLine[]): Promise<void> {
  for (let from = 0; from < lines.length; from += linesPerStep) {
    const work = table.begin('pay_lines.written', batchId);
    for (const [index, line] of lines.slice(from, from + linesPerStep).entries())
      work.create(payLine, { ...line, batchId, number: from + index + 1 });
    await work.commit(null);
  }
}
