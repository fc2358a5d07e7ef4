import type { TenantContext } from '#functions/app/context.ts';
import { certificateFor, loadPeople } from '#functions/data/repositories/people.ts';
import type { DistrictTable } from '#functions/data/tables.ts';
import { refuseUnless } from '#shared/domain/refusal.ts';
import type { FreeTimes } from '#shared/domain/time/free-times.ts';
import type { TeamMember, Visit } from '#shared/domain/visit/model.ts';
import { partOf, type Visitor } from '#shared/domain/visit/team.ts';

interface Named {
  readonly personId: string;
  readonly as: TeamMember['as'];
}

/** The lead, partners and interpreter as a request names them, in this order. */
export const namedTeam = (
  lead: string,
  {
    partnerIds,
    interpreterId,
  }: { readonly partnerIds: readonly string[]; readonly interpreterId: string | null },
): Named[] => [
  { personId: lead, as: 'educator' },
  ...partnerIds.map((personId) => ({ personId, as: 'educator' as const })),
  ...(interpreterId === null ? [] : [{ personId: interpreterId, as: 'interpreter' as const }]),
];

/** People of a team with their roles, and the certificate by which they are judged on a local day. */
export async function visitorsOn(
  table: DistrictTable,
  named: readonly Named[],
  day: string,
): Promise<(Visitor & { readonly schoolIds: readonly string[]; readonly freeTimes: FreeTimes })[]> {
  const people = await loadPeople(
    table,
    named.map(({ personId }) => personId),
  );
  return Promise.all(
    named.map(async ({ personId, as }) => {
      const person = people.find((one) => one.personId === personId);
      refuseUnless(person !== undefined, 'visit.partner_elsewhere');
      return { ...person, as: partOf(person, as), certificate: await certificateFor(table, person, day) };
    }),
  );
}

/** The team of a visit as it stands, judged on the visit's day. */
export const visitorsOf = (table: DistrictTable, { team, localDate }: Visit) =>
  visitorsOn(table, team, localDate);

/**
 * A colleague works at a school of the asker or of the family; an interpreter may come from anywhere in the district.
 * @throws Refusal
 */
export function requireNear(
  { schoolIds: own }: TenantContext,
  visitors: Awaited<ReturnType<typeof visitorsOn>>,
  familySchools: readonly string[],
): void {
  const near = visitors.every(
    ({ as, roles, schoolIds }) =>
      (as === 'interpreter' && roles.includes('interpreter')) ||
      schoolIds.some((id) => own.includes(id) || familySchools.includes(id)),
  );
  refuseUnless(near, 'visit.partner_elsewhere');
}
