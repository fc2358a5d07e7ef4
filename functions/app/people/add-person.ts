import type { UseCase } from '#functions/app/use-case.ts';
import { person } from '#functions/data/entities/people.ts';
import { notAskedYet } from '#shared/domain/person/participation.ts';
import { checkSchools, keepFollowing, moveEmail, type StoredPerson } from './keep-person.ts';

/** A person who is not in the roster, such as an interpreter or a payroll clerk. */
export const addPerson: UseCase<'addPerson'> = async ({ table, newId }, context, { body }) => {
  await checkSchools(table, context, body.schoolIds);
  const added: StoredPerson = {
    personId: newId('per'),
    name: body.name,
    email: body.email,
    language: 'en',
    roles: [...new Set(body.roles)],
    schoolIds: [...new Set(body.schoolIds)],
    employeeId: null,
    account: 'none',
    certificate: null,
    mailProblem: null,
    ...notAskedYet,
    roster: null,
  };
  const work = table.begin('person.added', added.personId);
  const kept = work.create(person, added);
  keepFollowing(work, null, added);
  await moveEmail(table, work, null, added.email, added.personId);
  return work.commit(kept);
};
