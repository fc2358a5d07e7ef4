import { may, type Permission } from '#shared/domain/access/permissions.ts';
import type { DistrictRole } from '#shared/domain/access/roles.ts';
import type { Visit } from '#shared/domain/visit/model.ts';
import type { TenantContext } from './context.ts';

/** Roles that work for the whole district rather than for their own schools. */
const districtWide = new Set<DistrictRole>(['district_admin', 'payroll', 'privacy_officer']);

/**
 * True when one of the person's roles both carries the permission and works for the whole district: an educator who
 * is also the payroll clerk sees every claim, and still only the own school's families.
 */
export const reachesDistrict = ({ roles }: TenantContext, permission: Permission): boolean =>
  roles.some((role) => districtWide.has(role) && may([role], permission));

/** True when a row that belongs to one of these schools is within the person's reach. */
export const reachesSchool = (
  context: TenantContext,
  permission: Permission,
  schoolIds: readonly string[],
): boolean =>
  reachesDistrict(context, permission) || schoolIds.some((schoolId) => context.schoolIds.includes(schoolId));

/** A visit is open to its team, to the coordinator of its school, and to those who see all visits of the district. */
export const reachesVisit = (context: TenantContext, visit: Pick<Visit, 'team' | 'schoolId'>): boolean =>
  visit.team.some(({ personId }) => personId === context.personId) ||
  (context.roles.includes('coordinator') && context.schoolIds.includes(visit.schoolId)) ||
  reachesDistrict(context, 'visit:read');
