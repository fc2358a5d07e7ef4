import type { DistrictRole, NationalRole } from './roles.ts';

/**
 * Who may do what, in one table: the server enforces it, the web app reads it only to hide what would be
 * refused. Row scope (own visits, own school) is checked by the use case, after the permission.
 */
const granted = {
  educator: [
    'class:read',
    'colleague:read',
    'family:read',
    'family:invite',
    'family:change',
    'visit:read',
    'visit:schedule',
    'visit:complete',
    'reflection:write',
    'claim:submit',
    'participation:set',
    'visit:answer',
    'training:attend',
    'contact:write',
    'hopes:write',
    'queue:read',
  ],
  interpreter: [
    'visit:read',
    'visit:answer',
    'reflection:write',
    'claim:submit',
    'participation:set',
    'training:attend',
  ],
  coordinator: [
    'class:read',
    'colleague:read',
    'family:read',
    'family:invite',
    'family:change',
    'family:lift_protection',
    'visit:read',
    'visit:schedule',
    'visit:complete',
    'reflection:write',
    'claim:submit',
    'participation:set',
    'visit:answer',
    'visit:approve_late',
    'training:attend',
    'contact:write',
    'hopes:write',
    'queue:read',
    'school:coordinate',
    'announcement:send',
    'claim:read',
    'claim:approve',
    'person:read',
    'person:invite',
    'training:manage',
    'school:read',
  ],
  trainer: ['training:record', 'colleague:read'],
  district_admin: [
    'visit:approve_late',
    'school:coordinate',
    'announcement:send',
    'queue:read',
    'claim:read',
    'claim:approve',
    'class:read',
    'district:manage',
    'family:read',
    'family:change',
    'family:lift_protection',
    'person:read',
    'person:invite',
    'person:manage',
    'roster:import',
    'school:read',
    'training:manage',
  ],
  payroll: ['claim:read', 'pay:close', 'pay:read'],
  privacy_officer: ['school:read'],
  national_admin: ['national:read', 'national:manage'],
  national_analyst: ['national:read'],
  national_trainer: ['national:read'],
} as const satisfies Record<DistrictRole | NationalRole, readonly string[]>;

export type Permission = (typeof granted)[keyof typeof granted][number];

/** Every permission the given roles carry together, sorted. */
export function permissionsOf(roles: readonly (DistrictRole | NationalRole)[]): Permission[] {
  return [...new Set(roles.flatMap((role): readonly Permission[] => granted[role]))].sort();
}

/** True when one of the roles carries the permission. An empty list of roles may do nothing. */
export function may(roles: readonly (DistrictRole | NationalRole)[], permission: Permission): boolean {
  return roles.some((role) => (granted[role] as readonly Permission[]).includes(permission));
}
