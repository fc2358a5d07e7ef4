import type { Visit } from '#shared/domain/visit/model.ts';
import type { TenantContext } from './context.ts';

/** Roles that work for the whole district rather than for their own schools. */
const districtWide = new Set(['district_admin', 'payroll', 'privacy_officer']);

/** True when the person's roles reach every school of the district. */
export const reachesDistrict = ({ roles }: TenantContext): boolean =>
  roles.some((role) => districtWide.has(role));

/** True when a row that belongs to one of these schools is within the person's reach. */
export const reachesSchool = (context: TenantContext, schoolIds: readonly string[]): boolean =>
  reachesDistrict(context) || schoolIds.some((schoolId) => context.schoolIds.includes(schoolId));

/** A visit is open to its team, to the coordinator of its school, and to those who work for the whole district. */
export const reachesVisit = (context: TenantContext, visit: Pick<Visit, 'team' | 'schoolId'>): boolean =>
  visit.team.some(({ personId }) => personId === context.personId) ||
  (context.roles.includes('coordinator') && context.schoolIds.includes(visit.schoolId)) ||
  reachesDistrict(context);
