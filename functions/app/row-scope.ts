import type { TenantContext } from './context.ts';

/** Roles that work for the whole district rather than for their own schools. */
const districtWide = new Set(['district_admin', 'payroll', 'privacy_officer']);

/** True when the person's roles reach every school of the district. */
export const reachesDistrict = ({ roles }: TenantContext): boolean =>
  roles.some((role) => districtWide.has(role));

/** True when a row of this school is within the person's reach. */
export const reachesSchool = (context: TenantContext, schoolId: string): boolean =>
  reachesDistrict(context) || context.schoolIds.includes(schoolId);
