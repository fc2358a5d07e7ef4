import type { DistrictRole, NationalRole } from '#shared/domain/access/roles.ts';

/**
 * Who is calling. Four types without optional identity: a use case of one scope cannot be called with another's,
 * and a tenant table cannot be made without a tenant.
 */
interface Call {
  readonly requestId: string;
  /** The instant of the call, UTC. Use cases know no other clock. */
  readonly now: string;
  /** Present on changes: a repeat with the same key answers what the first answered. */
  readonly idempotency: { readonly key: string; readonly hash: string } | null;
}

export interface TenantContext extends Call {
  readonly scope: 'tenant';
  readonly districtId: string;
  readonly personId: string;
  readonly roles: readonly DistrictRole[];
  readonly schoolIds: readonly string[];
}

export interface NationalContext extends Call {
  readonly scope: 'national';
  /** Subject of the identity; the national office has no person in any district. */
  readonly subject: string;
  readonly name: string;
  readonly roles: readonly NationalRole[];
}

/** A secret link named a district; the use case must still check the secret against its stored hash. */
export interface LinkContext extends Call {
  readonly scope: 'link';
  readonly districtId: string;
  readonly subject: string;
  readonly secret: string;
}

export interface PublicContext extends Call {
  readonly scope: 'public';
}

/** A worker acting for a district: on a message, a schedule or a file. */
export interface SystemContext extends Call {
  readonly scope: 'system';
  readonly districtId: string;
  /** The worker's name, for the audit entry. */
  readonly worker: string;
}

export type DistrictContext = TenantContext | LinkContext | SystemContext;

/** The actor as written on items and audit entries. */
export function actorOf(context: DistrictContext | NationalContext): string {
  switch (context.scope) {
    case 'tenant':
      return context.personId;
    case 'national':
      return context.subject;
    case 'link':
      return `link:${context.subject}`;
    case 'system':
      return `system:${context.worker}`;
  }
}
