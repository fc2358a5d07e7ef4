import { notFound } from '#functions/app/errors.ts';
import type { UseCase } from '#functions/app/use-case.ts';
import { rosterImport, rosterProgress } from '#functions/data/entities/roster-imports.ts';
import { readOne } from '#functions/data/entity.ts';
import { keys } from '#functions/data/keys.ts';

/** How an import went; while it is at work, what it has changed so far. */
export const getRosterImport: UseCase<'getRosterImport'> = async (
  { table },
  { districtId },
  { params: { importId } },
) => {
  const items = await table.queryAll({ pk: keys.rosterImport(districtId, importId) });
  const found = readOne(rosterImport, items);
  if (found === undefined) throw notFound('import');
  return { ...found, changed: found.changed ?? readOne(rosterProgress, items)?.changed ?? null };
};
