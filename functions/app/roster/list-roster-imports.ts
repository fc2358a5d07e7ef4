import type { UseCase } from '#functions/app/use-case.ts';
import { rosterImport } from '#functions/data/entities/roster-imports.ts';
import { readAll } from '#functions/data/entity.ts';
import { keys } from '#functions/data/keys.ts';

/** Imports of the district, newest first. */
export const listRosterImports: UseCase<'listRosterImports'> = async (
  { table },
  { districtId },
  { query: { limit, cursor } },
) => {
  const range = { index: 'gsi1', pk: keys.rosterImports(districtId), descending: true } as const;
  const page = await table.queryPage(range, { limit, cursor });
  return { items: readAll(rosterImport, page.items), cursor: page.cursor };
};
