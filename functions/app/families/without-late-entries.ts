import { loadVisits } from '#functions/data/repositories/visits.ts';
import type { DistrictTable } from '#functions/data/tables.ts';
import type { StudentYear } from '#shared/domain/family/model.ts';

/**
 * Standings without the visits whose late entry waits for an approval: they took place or did not, and what the family
 * says today does not wait for that. One read, and only while a visit is not over.
 */
export async function withoutLateEntries<S extends StudentYear>(
  table: DistrictTable,
  standings: readonly S[],
): Promise<S[]> {
  const open = standings.flatMap(({ visits }) => visits.filter(({ status }) => status === 'scheduled'));
  if (open.length === 0) return [...standings];
  const visits = await loadVisits(table, [...new Set(open.map(({ visitId }) => visitId))]);
  const late = new Set(
    visits.filter(({ status }) => status === 'awaiting_approval').map(({ visitId }) => visitId),
  );
  return standings.map((one) => ({ ...one, visits: one.visits.filter(({ visitId }) => !late.has(visitId)) }));
}
