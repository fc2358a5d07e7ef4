import { notFound } from '#functions/app/errors.ts';
import type { Files } from '#functions/app/ports.ts';
import type { UseCase } from '#functions/app/use-case.ts';
import { loadBatch } from '#functions/data/repositories/pay.ts';

/** A link to the payroll file as it was written when the period was closed: the same bytes for ever (I25). */
export const downloadPayBatch: UseCase<'downloadPayBatch', { readonly files: Files }> = async (
  { table, files },
  _,
  { params },
) => {
  const batch = await loadBatch(table, params.batchId);
  if (batch === undefined) throw notFound('pay period');
  const fileName = `payroll-through-${batch.through}.csv`;
  return { url: await files.downloadLink(batch.fileKey, fileName), fileName, sha256: batch.sha256 };
};
