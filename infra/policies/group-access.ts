import { routeList } from '#shared/contract/contract.ts';
import type { Group } from '#shared/contract/route.ts';

/** What the routes of one group need from the table, by the contract alone. */
export interface GroupAccess {
  /** Some route needs a verified token, and compares its membership version with the stored one. */
  readonly identity: boolean;
  /** Some route touches one district's items. */
  readonly tenantData: boolean;
  /** The most that any national route of the group does. */
  readonly national: 'none' | 'read' | 'write';
}

/** Groups in the order of the contract. */
export const groups: readonly Group[] = [...new Set(routeList.map(({ group }) => group))];

/** Derives the grants of a group from `scope` and `data` of its routes, so that neither can drift. */
export function accessOfGroup(group: Group): GroupAccess {
  const routes = routeList.filter((route) => route.group === group);
  const national = new Set(routes.filter(({ scope }) => scope === 'national').map(({ data }) => data));
  return {
    identity: routes.some(({ scope }) => scope === 'tenant' || scope === 'national'),
    tenantData: routes.some(({ scope, data }) => (scope === 'tenant' || scope === 'link') && data !== 'none'),
    national: national.has('write') ? 'write' : national.has('read') ? 'read' : 'none',
  };
}
