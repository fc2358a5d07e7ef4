import { emailOwner, person } from '#functions/data/entities/people.ts';
import { appliedChange } from '#functions/data/entities/rollups.ts';
import { keys } from '#functions/data/keys.ts';
import { loadPerson, type StoredPerson } from '#functions/data/repositories/people.ts';
import type { UnitOfWork } from '#functions/data/unit-of-work.ts';
import type { TaskBody } from '#shared/domain/outbox/model.ts';
import { notAskedYet } from '#shared/domain/person/participation.ts';
import type { TaskDeps } from './deps.ts';
import { prepareDistrict } from './prepare-district.ts';

type Invitation = Extract<TaskBody, { kind: 'invite_district_admin' }>;

/**
 * Makes the invited person an administrator of the district and mails the link that leads in. A person of the
 * district with this address gets the role beside those they have. The task may run twice; its marker lies in the
 * same transaction, so the mail is asked for once.
 */
export async function inviteDistrictAdmin(
  deps: TaskDeps,
  messageId: string,
  { name, email }: Invitation,
): Promise<void> {
  const { table } = deps;
  const { districtId } = table.context;
  await prepareDistrict(deps);
  const marker = { pk: keys.applied(districtId, messageId), sk: keys.word.applied };
  if ((await table.get(appliedChange, marker)) !== undefined) return;

  const owner = await table.get(emailOwner, { pk: keys.email(districtId, email), sk: keys.word.email });
  const known = owner && (await loadPerson(table, owner.personId));
  const personId = known?.personId ?? table.newId('per');
  const work = table.begin('district_admin.invited', personId);
  work.create(appliedChange, { eventId: messageId, at: table.now });
  if (known === undefined) addAdmin(work, personId, name, email);
  else
    work.update(person, known, {
      ...known,
      roles: [...new Set([...known.roles, 'district_admin' as const])],
      account: 'open',
    });
  work.message({ kind: 'sync_account', personId });
  work.message({ kind: 'person_invited', personId });
  await work.commit(null);
}

function addAdmin(work: UnitOfWork, personId: string, name: string, email: string): void {
  const admin: Omit<StoredPerson, 'rev'> = {
    personId,
    name,
    email,
    language: 'en',
    roles: ['district_admin'],
    schoolIds: [],
    employeeId: null,
    account: 'open',
    certificate: null,
    mailProblem: null,
    ...notAskedYet,
    roster: null,
  };
  work.create(person, admin);
  work.create(emailOwner, { email, personId });
}
