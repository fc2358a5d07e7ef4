import type { Membership } from '#functions/data/identities.ts';

/**
 * Token claims of an identity. One token speaks for one place: the national office if the identity works there,
 * otherwise its first active district. `membership` is the version that must still be current.
 */
export function claimsOf(memberships: readonly Membership[]): Record<string, unknown> {
  const active = memberships.filter((one) => one.active);
  const chosen = active.find(({ place }) => place.kind === 'national') ?? active[0];
  if (chosen === undefined) return {};
  const { place, version } = chosen;
  return place.kind === 'national'
    ? { national_roles: place.roles, name: place.name, membership: version }
    : {
        district: place.districtId,
        person: place.personId,
        roles: place.roles,
        schools: place.schoolIds,
        membership: version,
      };
}
