import type { UseCase } from '#functions/app/use-case.ts';
import { contact } from '#functions/data/entities/contacts.ts';
import { requireOwnContact } from './own-contact.ts';

/** Removes an entry one wrote oneself: that it was there stays in the audit log, its words nowhere. */
export const removeContact: UseCase<'removeContact'> = async ({ table }, context, { params, body }) => {
  const before = await requireOwnContact(table, context, params, body.rev);
  const work = table.begin('contact.removed', params.familyId);
  work.remove(contact, before);
  return work.commit({ done: true as const });
};
