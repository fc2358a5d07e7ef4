import { AppError } from '#functions/app/errors.ts';
import type { Item } from '../entity.ts';
import type { PageRequest, QueryRange } from '../table.ts';
import type { DistrictTable } from '../tables.ts';

/**
 * One page over several ranges, one after the other: the lists of a person's own schools. The cursor names the
 * part it stopped in, and a part that is not among the caller's is refused, so it opens nothing else.
 */
export async function pageOfParts(
  table: DistrictTable,
  parts: readonly { readonly name: string; readonly range: QueryRange }[],
  page: PageRequest,
): Promise<{ items: Item[]; cursor: string | null }> {
  const [name, within = ''] = page.cursor?.split('.') ?? [];
  const from = name === undefined ? 0 : parts.findIndex((part) => part.name === name);
  if (from < 0)
    throw new AppError('BAD_REQUEST', 'This page link is damaged. Open the list again from its start.', {
      reason: 'bad_cursor',
    });
  const items: Item[] = [];
  for (const [index, part] of parts.entries()) {
    if (index < from) continue;
    if (items.length === page.limit) return { items, cursor: `${part.name}.` };
    const cursor = index === from && within !== '' ? within : undefined;
    const next = await table.queryPage(part.range, { limit: page.limit - items.length, cursor });
    items.push(...next.items);
    if (next.cursor !== null) return { items, cursor: `${part.name}.${next.cursor}` };
  }
  return { items, cursor: null };
}
