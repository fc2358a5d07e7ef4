import { actorOf } from '#functions/app/context.ts';
import { accountLink } from '#functions/data/entities/accounts.ts';
import { setMembership } from '#functions/data/identities.ts';
import { keys } from '#functions/data/keys.ts';
import { loadPerson } from '#functions/data/repositories/people.ts';
import type { TaskDeps } from './deps.ts';

/**
 * Brings a person's identity in step with the district's record: an account for the address, and a membership with
 * the roles and schools of now. A person without address, roles or invitation has no active membership, and an
 * identity of an earlier address loses its own. Doing it twice changes nothing.
 */
export async function syncAccount({ table, office, accounts }: TaskDeps, personId: string): Promise<void> {
  const { districtId } = table.context;
  const person = await loadPerson(table, personId);
  if (person === undefined) return;
  const by = actorOf(table.context);
  const { roles, schoolIds, email } = person;
  const place = { kind: 'district' as const, districtId, personId, roles, schoolIds };
  const invited = person.account === 'open' && roles.length > 0 && email !== null;

  const pk = keys.person(districtId, personId);
  const link = await table.get(accountLink, { pk, sk: keys.word.account });
  const subject = invited ? await accounts.open(email) : undefined;
  if (link !== undefined && link.subject !== subject)
    await setMembership(office, by, { subject: link.subject, active: false, place });
  if (subject === undefined) return;
  if (link?.subject !== subject) {
    const work = table.begin('account.opened', personId);
    work.save(accountLink, { personId, subject });
    await work.commit(null);
  }
  await setMembership(office, by, { subject, active: true, place });
}
