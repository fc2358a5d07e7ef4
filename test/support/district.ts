import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { newIdAt } from '#functions/adapters/ids.ts';
import type { SystemContext, TenantContext } from '#functions/app/context.ts';
import { district, fund, policy, schoolYear } from '#functions/data/entities/settings.ts';
import { DistrictTable } from '#functions/data/tables.ts';
import type { DistrictRole } from '#shared/domain/access/roles.ts';
import type { SchoolYear } from '#shared/domain/district/model.ts';
import type { PayRule, PolicySettings } from '#shared/domain/policy/model.ts';

export const districtA = 't_01jd3m8q4v000000000000000a';
export const districtB = 't_01jd3m8q4v000000000000000b';

export const year2026: SchoolYear = {
  year: '2026-27',
  opensOn: '2026-07-01',
  firstDay: '2026-08-24',
  lastDay: '2027-06-10',
  closesOn: '2027-06-30',
  secondVisitFrom: '2027-01-11',
  secondVisitUntil: '2027-05-14',
  holidays: ['2026-11-26', '2026-11-27', '2026-12-25'],
};

/** The policy of most districts, with the pay rule of the case at hand. */
export const policyWith = (
  pay: PayRule = { kind: 'flat', cents: 2000, per: 'event' },
  changes: Partial<PolicySettings> = {},
): PolicySettings => ({
  minTeam: 2,
  maxTeam: 3,
  minCertified: 2,
  interpreterCounts: false,
  visitTypes: ['home', 'neutral', 'virtual'],
  certificateMonths: 24,
  recertifyMonths: 2,
  pay,
  reflectionDueBusinessDays: 5,
  reflectionBeforePay: false,
  lookBackDays: 28,
  claimDueDays: 14,
  mailFrom: '07:00',
  mailUntil: '20:00',
  ...changes,
});

/** A district's table as a worker sees it at `now`. */
export function systemTable(
  client: DynamoDBDocumentClient,
  tableName: string,
  now: string,
  districtId = districtA,
): DistrictTable {
  const context: SystemContext = {
    scope: 'system',
    districtId,
    worker: 'test',
    requestId: 'test',
    now,
    idempotency: null,
  };
  return new DistrictTable(client, tableName, context, newIdAt(now));
}

/** What a use case gets when this person calls it at `now`. */
export function callAs(
  client: DynamoDBDocumentClient,
  tableName: string,
  now: string,
  person: {
    personId: string;
    roles: readonly DistrictRole[];
    schoolIds?: readonly string[];
    districtId?: string;
  },
  idempotency: TenantContext['idempotency'] = null,
) {
  const context: TenantContext = {
    scope: 'tenant',
    districtId: person.districtId ?? districtA,
    personId: person.personId,
    roles: person.roles,
    schoolIds: person.schoolIds ?? [],
    requestId: 'test',
    now,
    idempotency,
  };
  const newId = newIdAt(now);
  return { deps: { table: new DistrictTable(client, tableName, context, newId), newId }, context };
}

/** Writes a district with its year, policy and fund. */
export async function openDistrict(
  table: DistrictTable,
  settings: PolicySettings = policyWith(),
  timeZone = 'America/Chicago',
): Promise<{ fundId: string }> {
  const fundId = table.newId('fnd');
  const work = table.begin('district.prepared', table.context.districtId);
  work.create(district, {
    districtId: table.context.districtId,
    name: 'Maple County Schools',
    state: 'OH',
    timeZone,
  });
  work.create(schoolYear, year2026);
  work.create(policy, { from: year2026.opensOn, fundId, settings });
  work.create(fund, { fundId, name: 'General fund', accountCode: '001-2213-111' });
  await work.commit(null);
  return { fundId };
}
