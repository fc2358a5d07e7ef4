import { AppError } from '#functions/app/errors.ts';
import { idempotencyRecord } from './entities/idempotency.ts';
import type { Table } from './table.ts';

/**
 * What a request with this key was answered before, or undefined.
 * @throws AppError REPEATED_WITH_OTHER_CONTENT when the key came with different content.
 */
export async function answeredBefore(
  table: Table,
  district: string,
  actor: string,
  idempotency: { readonly key: string; readonly hash: string },
): Promise<unknown> {
  const probe = { actor, key: idempotency.key, hash: idempotency.hash, response: '', at: table.now };
  const found = await table.get(idempotencyRecord, idempotencyRecord.keys(district, probe));
  if (found === undefined) return undefined;
  if (found.hash !== idempotency.hash)
    throw new AppError(
      'REPEATED_WITH_OTHER_CONTENT',
      'This request was sent before with other content. Reload the page and try again.',
      { reason: 'repeated_with_other_content' },
    );
  return JSON.parse(found.response);
}
