import * as z from 'zod';
import { FamilyLink } from '../../domain/family/link.ts';
import { FamilyId } from '../../domain/ids.ts';
import { route } from '../route.ts';

const familyParams = z.object({ familyId: FamilyId });

/** A link as staff see it: never the secret, nor its hash. */
const LinkLine = FamilyLink.pick({ via: true, madeAt: true, expiresAt: true, revokedAt: true }).extend({
  /** Whom it was sent to; null for a letter to the household. */
  guardian: z.string().nullable(),
  /** It opens the family's page now. */
  holds: z.boolean(),
});
const LinkLines = z.object({ items: z.array(LinkLine) });

export const familyLinkRoutes = {
  listFamilyLinks: route({
    method: 'GET',
    path: '/families/{familyId}/links',
    group: 'families',
    summary: 'Every link to the family’s own page, newest first',
    scope: 'tenant',
    can: ['family:read'],
    params: familyParams,
    response: LinkLines,
    errors: ['NOT_FOUND'],
    data: 'read',
  }),
  revokeFamilyLinks: route({
    method: 'DELETE',
    path: '/families/{familyId}/links',
    group: 'families',
    summary: 'Ends every link to the family’s own page, such as after a letter was lost',
    scope: 'tenant',
    can: ['family:invite'],
    params: familyParams,
    response: LinkLines,
    errors: ['NOT_FOUND', 'CHANGED_MEANWHILE'],
    data: 'write',
  }),
};
