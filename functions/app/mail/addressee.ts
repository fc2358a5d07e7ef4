import { person, preferences, suppression } from '#functions/data/entities/people.ts';
import { readOne } from '#functions/data/entity.ts';
import { keys } from '#functions/data/keys.ts';
import type { StoredPerson } from '#functions/data/repositories/people.ts';
import type { DistrictTable } from '#functions/data/tables.ts';
import type { Person } from '#shared/domain/person/model.ts';

/** A person as a reader of mail. */
export interface Addressee {
  readonly person: StoredPerson;
  /** Where mail may go, or why it may not (I38). */
  readonly mailbox:
    | { readonly open: true; readonly email: string }
    | { readonly open: false; readonly because: 'no_address' | 'suppressed' };
  readonly seasonalPrompts: boolean;
}

/**
 * Reads who a mail is for, as of now: two reads. Undefined when the person is gone, or has no role any more: whoever
 * left the district reads no child’s name in a mail (FERPA).
 */
export async function loadAddressee(table: DistrictTable, personId: string): Promise<Addressee | undefined> {
  const { districtId } = table.context;
  const pk = keys.person(districtId, personId);
  const items = await table.getMany([
    { pk, sk: keys.word.profile },
    { pk, sk: keys.word.preferences },
  ]);
  const found = readOne(person, items);
  if (found === undefined || found.roles.length === 0) return undefined;
  const seasonalPrompts = readOne(preferences, items)?.seasonalPrompts ?? true;
  return { person: found, mailbox: await mailboxOf(table, found), seasonalPrompts };
}

async function mailboxOf(
  table: DistrictTable,
  { email, mailProblem }: Person,
): Promise<Addressee['mailbox']> {
  if (email !== null && mailProblem !== null) return { open: false, because: 'suppressed' };
  return openMailbox(table, email);
}

/** Whether mail may go to an address: not after a bounce or a complaint in this district (I38). */
export async function openMailbox(table: DistrictTable, email: string | null): Promise<Addressee['mailbox']> {
  if (email === null) return { open: false, because: 'no_address' };
  const key = { pk: keys.suppressed(table.context.districtId, email), sk: keys.word.suppressed };
  return (await table.get(suppression, key)) === undefined
    ? { open: true, email }
    : { open: false, because: 'suppressed' };
}

/**
 * Stops mail to an address that bounced, complained or was refused, and shows it to the coordinator on the person
 * who has the address (I38). Twice is once.
 * @throws AppError CHANGED_MEANWHILE when the person is being changed; the caller's queue tries again.
 */
export async function closeMailbox(
  table: DistrictTable,
  email: string,
  because: 'bounce' | 'complaint',
  holder: StoredPerson | undefined,
): Promise<void> {
  const address = email.trim().toLowerCase();
  const { districtId } = table.context;
  const known = await table.get(suppression, {
    pk: keys.suppressed(districtId, address),
    sk: keys.word.suppressed,
  });
  const isHolders = holder !== undefined && holder.email === address && holder.mailProblem === null;
  if (known !== undefined && !isHolders) return;
  const work = table.begin('mailbox.closed', holder?.personId ?? 'unknown');
  if (known === undefined) work.save(suppression, { email: address, because, at: table.now });
  if (isHolders) work.update(person, holder, { ...holder, mailProblem: because });
  await work.commit(null);
}
