import * as z from 'zod';
import { Invitation, InvitedHow } from '../../domain/family/model.ts';
import { FamilyId } from '../../domain/ids.ts';
import { route } from '../route.ts';
import { Rev } from '../views.ts';

const familyParams = z.object({ familyId: FamilyId });
/** Without what the family wished for: an answer is kept for a day, and the wishes go with a decline. */
export const InvitationView = Invitation.omit({ wishes: true }).extend({ rev: z.int() });

export const familyRoutes = {
  inviteFamily: route({
    method: 'POST',
    path: '/families/{familyId}/invitation',
    group: 'families',
    summary: 'Record that a family was invited',
    scope: 'tenant',
    can: ['family:invite'],
    params: familyParams,
    body: z.strictObject({
      how: InvitedHow,
      rev: z.int().min(0),
      /** What the family said at once, at the door or on the phone. */
      answer: z.enum(['accepted', 'declined']).optional(),
    }),
    response: InvitationView,
    errors: ['NOT_FOUND', 'CHANGED_MEANWHILE', 'NOT_POSSIBLE'],
    data: 'write',
  }),
  recordAnswer: route({
    method: 'POST',
    path: '/families/{familyId}/answer',
    group: 'families',
    summary: 'Record what the family answered; a decline stops every reminder for the year (I12)',
    scope: 'tenant',
    can: ['family:invite'],
    params: familyParams,
    body: z.strictObject({ answer: z.enum(['accepted', 'declined']), rev: Rev }),
    response: InvitationView,
    errors: ['NOT_FOUND', 'CHANGED_MEANWHILE', 'NOT_POSSIBLE'],
    data: 'write',
  }),
};
