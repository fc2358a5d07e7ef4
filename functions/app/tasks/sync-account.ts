import { actorOf } from '#functions/app/context.ts';
import { accountLink } from '#functions/data/entities/accounts.ts';
import { endMembership, setMembership } from '#functions/data/identities.ts';
import { keys } from '#functions/data/keys.ts';
import { loadPerson, type StoredPerson } from '#functions/data/repositories/people.ts';
import type { TaskDeps } from './deps.ts';

/** A person who changes this often within one task is left to the queue, which brings the task again. */
const mostRounds = 5;

/**
 * Brings a person's identity in step with the district's record: an account for the address, and a membership with
 * the roles and schools of now. A person without address, roles or invitation has no active membership, and an
 * identity of an earlier address loses its own. Doing it twice changes nothing.
 *
 * Tasks of one person may meet. Whoever writes looks at the person again afterwards, so that a slow task cannot
 * bring back roles that were taken away while it was at work.
 */
export async function syncAccount(deps: TaskDeps, personId: string): Promise<void> {
  let person = await loadPerson(deps.table, personId);
  for (let round = 1; person !== undefined; round += 1) {
    await follow(deps, person);
    const now = await loadPerson(deps.table, personId);
    if (now?.rev === person.rev) return;
    if (round === mostRounds) throw new Error('the person is being changed again and again');
    person = now;
  }
}

async function follow({ table, office, accounts }: TaskDeps, person: StoredPerson): Promise<void> {
  const { districtId } = table.context;
  const by = actorOf(table.context);
  const { personId, roles, schoolIds, email } = person;
  const place = { kind: 'district' as const, districtId, personId, roles, schoolIds };
  const invited = person.account === 'open' && roles.length > 0 && email !== null;

  const pk = keys.person(districtId, personId);
  const link = await table.get(accountLink, { pk, sk: keys.word.account });
  const subject = invited ? await accounts.open(email) : undefined;
  if (link !== undefined && link.subject !== subject)
    await endMembership(office, by, { subject: link.subject, place });
  if (subject === undefined) return;
  if (link?.subject !== subject) {
    const work = table.begin('account.opened', personId);
    work.save(accountLink, { personId, subject });
    await work.commit(null);
  }
  await setMembership(office, by, { subject, active: true, place });
}
