import { changedMeanwhile } from '#functions/app/errors.ts';
import type { UseCase } from '#functions/app/use-case.ts';
import { person } from '#functions/data/entities/people.ts';
import { mayVisit } from '#shared/domain/person/participation.ts';
import { Refusal } from '#shared/domain/refusal.ts';
import { checkSchools, keepFollowing, loadPerson, moveEmail, type StoredPerson } from './keep-person.ts';

/** Changes what is kept of a person. Roles and schools reach the person's token through a task (fence 1). */
export const changePerson: UseCase<'changePerson'> = async (
  { table },
  context,
  { params: { personId }, body: { rev, ...changes } },
) => {
  const before = await loadPerson(table, personId);
  if (before.person.rev !== rev) throw changedMeanwhile('person');
  const { rev: _, ...now } = before.person;
  const after: StoredPerson = {
    ...now,
    name: changes.name ?? now.name,
    email: changes.email === undefined ? now.email : changes.email,
    employeeId: changes.employeeId === undefined ? now.employeeId : changes.employeeId,
    roles: changes.roles === undefined ? now.roles : [...new Set(changes.roles)],
    schoolIds: changes.schoolIds === undefined ? now.schoolIds : [...new Set(changes.schoolIds)],
  };
  // Without this an administrator could lock the whole district out by one slip.
  const leavesOffice = now.roles.includes('district_admin') && !after.roles.includes('district_admin');
  if (personId === context.personId && leavesOffice) throw new Refusal('person.own_roles');
  if (changes.schoolIds !== undefined) await checkSchools(table, context, after.schoolIds);
  if (after.email !== now.email) after.mailProblem = null;
  const work = table.begin('person.changed', personId);
  const kept = work.update(person, before.person, after);
  keepFollowing(work, before, after);
  await moveEmail(table, work, now.email, after.email, personId);
  if (after.account === 'open') work.message({ kind: 'sync_account', personId });
  if (mayVisit(now) && !mayVisit(after)) work.message({ kind: 'leave_visits', personId });
  return work.commit(kept);
};
