import type { z } from 'zod';
import { keepFollowing } from '#functions/app/people/keep-person.ts';
import { emailOwner, person, placement } from '#functions/data/entities/people.ts';
import { rosterAlias } from '#functions/data/entities/roster-imports.ts';
import type { Kept } from '#functions/data/entity.ts';
import { keys } from '#functions/data/keys.ts';
import { notAskedYet } from '#shared/domain/person/participation.ts';
import { followRoster, sameFields } from '#shared/domain/roster/hand-edits.ts';
import type { RosterPerson } from '../roster.ts';
import { type Found, type Run, readKeys, Step, schoolIdOf } from './step.ts';

type StoredPerson = z.infer<typeof person.schema>;
type Before = Kept<StoredPerson>;

/** One member of the staff with what was found of them. */
interface Case {
  readonly source: RosterPerson;
  readonly derivedId: string;
  readonly before: Before | undefined;
  /** The person was in the district before the roster named them: found by e-mail address, for the first time. */
  readonly adopted: boolean;
  /** Another person of the district has the roster's address. */
  readonly addressTaken: boolean;
  /** The person owns the roster's address already. */
  readonly addressOwned: boolean;
}

/**
 * Staff: new people become educators without an account. Whoever was added by hand under the same e-mail address is
 * that person; name, address and schools follow the roster unless they were changed by hand (I42).
 */
export async function applyStaff(run: Run, staff: readonly RosterPerson[]): Promise<Step[]> {
  const { table, ids } = run;
  const t = table.context.districtId;
  const profile = (id: string) => ({ pk: keys.person(t, id), sk: keys.word.profile });
  const aliasKey = (id: string) => ({ pk: keys.person(t, id), sk: keys.word.roster });
  const ownerKey = (email: string) => ({ pk: keys.email(t, email), sk: keys.word.email });

  const first = await readKeys(
    table,
    staff.flatMap(({ id, email }) => [
      profile(ids.person(id)),
      aliasKey(ids.person(id)),
      ...(email === null ? [] : [ownerKey(email)]),
    ]),
  );
  const ownerOf = (email: string | null) =>
    email === null ? undefined : first.get(emailOwner, ownerKey(email))?.personId;
  const aliasOf = (id: string) => first.get(rosterAlias, aliasKey(id))?.personId;
  const others = staff.flatMap(({ id, email }) => [aliasOf(ids.person(id)), ownerOf(email)]);
  const second = await readKeys(
    table,
    others.flatMap((id) => (id === undefined ? [] : [profile(id)])),
  );

  const cases = staff.map((source): Case => {
    const derivedId = ids.person(source.id);
    const alias = aliasOf(derivedId);
    const own =
      alias === undefined ? first.get(person, profile(derivedId)) : second.get(person, profile(alias));
    const owner = ownerOf(source.email);
    const elsewhere = owner === undefined ? undefined : second.get(person, profile(owner));
    const adopted = own === undefined && elsewhere !== undefined && elsewhere.roster === null;
    const before = adopted ? elsewhere : own;
    const addressOwned = owner !== undefined && owner === before?.personId;
    const addressTaken = owner !== undefined && !addressOwned;
    return { source, derivedId, before, adopted, addressTaken, addressOwned };
  });
  const third = await readFollowing(run, cases);
  return cases.map((one) => stepOf(run, one, third));
}

/** Placements and the present address of people who are there already: they change with their person. */
function readFollowing(run: Run, cases: readonly Case[]): Promise<Found> {
  const t = run.table.context.districtId;
  return readKeys(
    run.table,
    cases.flatMap(({ before }) =>
      before === undefined
        ? []
        : [
            ...before.schoolIds.map((school) => ({
              pk: keys.person(t, before.personId),
              sk: keys.school(school),
            })),
            ...(before.email === null ? [] : [{ pk: keys.email(t, before.email), sk: keys.word.email }]),
          ],
    ),
  );
}

function stepOf(run: Run, one: Case, found: Found): Step {
  const { source, derivedId, before } = one;
  const step = new Step();
  run.people.set(source.id, before?.personId ?? derivedId);
  if (one.addressTaken)
    step.issue(
      source.at.file,
      source.at.line,
      'Someone else in the district has this e-mail address already, so it was not taken. Correct it in the roster or on the other person’s page.',
    );
  const schoolIds = source.schoolIds.map((id) => schoolIdOf(run, id));
  const next = { name: source.name, email: one.addressTaken ? null : source.email, schoolIds };
  if (before === undefined) addPerson(step, derivedId, { ...next, sourceId: source.id });
  else followPerson(run, step, one, before, next, found);
  if (step.weight > 0) step.count('staff');
  return step;
}

type Fields = { name: string; email: string | null; schoolIds: string[] };

function addPerson(
  step: Step,
  personId: string,
  { sourceId, name, email, schoolIds }: Fields & { sourceId: string },
): void {
  const after: StoredPerson = {
    personId,
    name,
    email,
    language: 'en',
    roles: ['educator'],
    schoolIds,
    employeeId: null,
    account: 'none',
    certificate: null,
    mailProblem: null,
    ...notAskedYet,
    roster: { sourceId, name, email, schoolIds },
  };
  step.write((work) => {
    work.create(person, after);
    if (email !== null) work.create(emailOwner, { email, personId });
    keepFollowing(work, null, after);
  }, 2 + schoolIds.length);
}

function followPerson(run: Run, step: Step, one: Case, before: Before, next: Fields, found: Found): void {
  const t = run.table.context.districtId;
  const { name, email, schoolIds } = before;
  const last = before.roster;
  const { values, roster } = followRoster<Fields>(
    { name, email, schoolIds },
    last === null ? undefined : { name: last.name, email: last.email, schoolIds: last.schoolIds },
    next,
  );
  // An address by which someone signs in is changed by a person, never by a file.
  if (before.account === 'open' && email !== null) values.email = email;
  const sameRoster = last !== null && last.sourceId === one.source.id && sameFields(roster, last);
  if (sameRoster && sameFields(values, before)) return;
  const { rev: _, ...unchanged } = before;
  const after: StoredPerson = { ...unchanged, ...values, roster: { ...roster, sourceId: one.source.id } };
  if (after.email !== email) after.mailProblem = null;
  const placements = schoolIds.flatMap(
    (school) => found.get(placement, { pk: keys.person(t, before.personId), sk: keys.school(school) }) ?? [],
  );
  const owned =
    email === null ? undefined : found.get(emailOwner, { pk: keys.email(t, email), sk: keys.word.email });
  step.write(
    (work) => {
      work.update(person, before, after);
      if (one.adopted) work.create(rosterAlias, { rosterPersonId: one.derivedId, personId: before.personId });
      if (after.email !== email) {
        if (owned?.personId === before.personId) work.remove(emailOwner, owned);
        if (after.email !== null && !one.addressOwned)
          work.create(emailOwner, { email: after.email, personId: before.personId });
      }
      keepFollowing(work, { placements }, after);
      if (after.account === 'open') work.message({ kind: 'sync_account', personId: before.personId });
    },
    5 + placements.length + after.schoolIds.length,
  );
}
