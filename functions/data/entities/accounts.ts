import * as z from 'zod';
import { PersonId } from '#shared/domain/ids.ts';
import { entity } from '../entity.ts';
import { keys } from '../keys.ts';

/**
 * Which identity of the sign-in service a person has. When the address changes, the identity changes with it, and
 * this row tells whose membership ends.
 */
export const accountLink = entity({
  type: 'accountLink',
  version: 1,
  schema: z.object({ personId: PersonId, subject: z.string().min(1) }),
  keys: (t, { personId }) => ({ pk: keys.person(t, personId), sk: keys.word.account }),
});
