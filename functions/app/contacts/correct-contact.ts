import type { UseCase } from '#functions/app/use-case.ts';
import { contact } from '#functions/data/entities/contacts.ts';
import { requireOwnContact } from './own-contact.ts';

/** Corrects an entry one wrote oneself; the day it speaks of stays. */
export const correctContact: UseCase<'correctContact'> = async ({ table }, context, { params, body }) => {
  const { rev, ...words } = body;
  const before = await requireOwnContact(table, context, params, rev);
  const work = table.begin('contact.corrected', params.familyId);
  const { familyId, contactId, on, rev: now } = work.update(contact, before, { ...before, ...words });
  // The kept answer holds no words: they lie in their own row, and go with it.
  return work.commit({ familyId, contactId, on, rev: now });
};
