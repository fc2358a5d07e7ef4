import * as z from 'zod';
import { DistrictRole, NationalRole } from '#shared/domain/access/roles.ts';
import { DistrictId, PersonId, SchoolId } from '#shared/domain/ids.ts';
import { entity } from '../entity.ts';
import { keys } from '../keys.ts';

/**
 * What a signed-in identity may do. Tokens are filled from here by the pre-token trigger, never from an attribute
 * a user can write; `version` rises with each change, and a token with an older one is refused.
 */
export const membership = entity({
  type: 'membership',
  version: 1,
  schema: z.object({
    subject: z.string(),
    version: z.int().min(1),
    active: z.boolean(),
    place: z.discriminatedUnion('kind', [
      z.object({
        kind: z.literal('district'),
        districtId: DistrictId,
        personId: PersonId,
        roles: z.array(DistrictRole),
        schoolIds: z.array(SchoolId),
      }),
      z.object({ kind: z.literal('national'), name: z.string(), roles: z.array(NationalRole) }),
    ]),
  }),
  keys: (_, { subject, place }) => ({
    pk: keys.identity(subject),
    sk: place.kind === 'national' ? keys.nationalMembership : keys.district(place.districtId),
  }),
});
