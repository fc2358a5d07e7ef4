import { Navigate } from '@tanstack/react-router';
import type { User } from 'oidc-client-ts';
import type { ReactNode } from 'react';
import { permissionsOf } from '#shared/domain/access/permissions.ts';
import type { DistrictRole, NationalRole } from '#shared/domain/access/roles.ts';
import { navigationFor } from '../navigation.ts';
import { membershipOf } from '../sign-in.ts';

/** Sends a person to the first page their roles open. */
export function HomeOf({ user, otherwise }: { user: User; otherwise: ReactNode }) {
  const membership = membershipOf(user);
  const roles = user.profile[membership === 'national' ? 'national_roles' : 'roles'];
  const known = (Array.isArray(roles) ? roles : []) as (DistrictRole | NationalRole)[];
  const [first] = navigationFor(permissionsOf(known));
  return first === undefined ? otherwise : <Navigate to={first.to} replace />;
}
