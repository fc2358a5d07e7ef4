import type { TenantContext } from '#functions/app/context.ts';
import { notFound } from '#functions/app/errors.ts';
import { requireReach } from '#functions/app/families/require-reach.ts';
import { requireRev } from '#functions/app/require-rev.ts';
import { contact } from '#functions/data/entities/contacts.ts';
import type { Kept } from '#functions/data/entity.ts';
import { keys } from '#functions/data/keys.ts';
import type { DistrictTable } from '#functions/data/tables.ts';
import type { Contact } from '#shared/domain/contact/model.ts';
import { refuseUnless } from '#shared/domain/refusal.ts';

/**
 * An entry that its reader wrote, at the revision that was seen.
 * @throws AppError NOT_FOUND, CHANGED_MEANWHILE; Refusal when a colleague wrote it.
 */
export async function requireOwnContact(
  table: DistrictTable,
  context: TenantContext,
  { familyId, day, contactId }: { familyId: string; day: string; contactId: string },
  rev: number,
): Promise<Kept<Contact>> {
  await requireReach(table, context, 'contact:write', familyId);
  const pk = keys.family(context.districtId, familyId);
  const found = await table.get(contact, { pk, sk: keys.contact(day, contactId) });
  if (found === undefined) throw notFound('entry');
  refuseUnless(found.by === context.personId, 'contact.not_own');
  requireRev(found, rev, 'entry');
  return found;
}
