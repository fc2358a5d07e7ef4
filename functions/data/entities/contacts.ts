import { Contact } from '#shared/domain/contact/model.ts';
import { entity } from '../entity.ts';
import { keys } from '../keys.ts';

/** By day beside the household, before its other rows: reading a family leaves its contacts out. */
export const contact = entity({
  type: 'contact',
  version: 1,
  schema: Contact,
  keys: (t, { familyId, on, contactId }) => ({
    pk: keys.family(t, familyId),
    sk: keys.contact(on, contactId),
  }),
});
