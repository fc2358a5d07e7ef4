import type { Answer } from '#shared/contract/client.ts';
import { permissionsOf } from '#shared/domain/access/permissions.ts';
import type { DistrictRole } from '#shared/domain/access/roles.ts';

/** An id of the right shape that reads as its number: `sampleId('stu', 7)`. */
export function sampleId(prefix: string, number: number): string {
  return `${prefix}_${String(number).padStart(26, '0')}`;
}

export const sampleDistrictId = `t_${'0'.repeat(26)}`;
export const today = '2026-11-22';
export const school = { schoolId: sampleId('sch', 1), name: 'Juniper Elementary', rosterId: 'J-01' };
export const maria = { personId: sampleId('per', 1), name: 'Maria Delgado' };
export const noor = { personId: sampleId('per', 2), name: 'Noor Haddad' };
export const lena = { personId: sampleId('per', 3), name: 'Lena Fischer' };

/** The signed-in person of most tests. */
export function me(roles: readonly DistrictRole[], changes: Partial<Answer<'getMe'>> = {}): Answer<'getMe'> {
  return {
    ...maria,
    language: 'en',
    roles: [...roles],
    permissions: permissionsOf(roles),
    certificate: { issuedOn: '2026-08-20', expiresOn: '2029-08-20' },
    seasonalPrompts: true,
    participation: { answer: 'yes', since: '2026-08-01T15:00:00.000Z' },
    languages: ['es'],
    freeTimes: [{ weekday: 2, from: '16:00', until: '19:00' }],
    district: {
      districtId: sampleDistrictId,
      name: 'Prairie View Public Schools',
      state: 'CO',
      timeZone: 'America/Denver',
    },
    schoolYear: {
      year: '2026-27',
      opensOn: '2026-07-01',
      firstDay: '2026-08-24',
      lastDay: '2027-06-04',
      closesOn: '2027-06-30',
      secondVisitFrom: '2027-01-11',
      secondVisitUntil: '2027-05-14',
      holidays: ['2026-11-26', '2026-11-27'],
    },
    schools: [school],
    policy: {
      minTeam: 2,
      maxTeam: 3,
      minCertified: 2,
      interpreterCounts: true,
      visitTypes: ['home', 'neutral', 'virtual'],
      certificateMonths: 36,
      recertifyMonths: 2,
      pay: { kind: 'flat', cents: 2_000, per: 'event' },
      reflectionDueBusinessDays: 5,
      reflectionBeforePay: true,
      lookBackDays: 28,
      claimDueDays: 14,
      mailFrom: '07:00',
      mailUntil: '20:00',
    },
    today,
    ...changes,
  };
}
