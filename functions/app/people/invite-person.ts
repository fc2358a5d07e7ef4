import { changedMeanwhile, notAllowed } from '#functions/app/errors.ts';
import { reachesSchool } from '#functions/app/row-scope.ts';
import type { UseCase } from '#functions/app/use-case.ts';
import { person } from '#functions/data/entities/people.ts';
import { Refusal } from '#shared/domain/refusal.ts';
import { loadPerson } from './keep-person.ts';

/** Opens an account and mails the link that leads in; asking again mails it again. */
export const invitePerson: UseCase<'invitePerson'> = async (
  { table },
  context,
  { params: { personId }, body: { rev } },
) => {
  const { person: before } = await loadPerson(table, personId);
  if (!reachesSchool(context, 'person:invite', before.schoolIds)) throw notAllowed();
  if (before.rev !== rev) throw changedMeanwhile('person');
  if (before.email === null) throw new Refusal('person.email_missing');
  if (before.roles.length === 0) throw new Refusal('person.role_missing');
  const work = table.begin('person.invited', personId);
  const kept = work.update(person, before, { ...before, account: 'open' });
  work.message({ kind: 'sync_account', personId });
  work.message({ kind: 'person_invited', personId });
  return work.commit(kept);
};
