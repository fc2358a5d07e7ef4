import { requireReach } from '#functions/app/families/require-reach.ts';
import type { UseCase } from '#functions/app/use-case.ts';
import { contact } from '#functions/data/entities/contacts.ts';
import { readAll } from '#functions/data/entity.ts';
import { keys } from '#functions/data/keys.ts';

/** When staff and the family spoke, newest first. */
export const listContacts: UseCase<'listContacts'> = async ({ table }, context, { params, query }) => {
  await requireReach(table, context, 'contact:write', params.familyId);
  const { items, cursor } = await table.queryPage(
    {
      pk: keys.family(context.districtId, params.familyId),
      prefix: keys.contactPrefix,
      descending: true,
    },
    query,
  );
  return { items: readAll(contact, items), cursor };
};
