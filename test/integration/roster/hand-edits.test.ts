import { describe, expect, it } from 'vitest';
import { RosterIds } from '#functions/app/roster/roster-ids.ts';
import { guardian, invitation, studentYear } from '#functions/data/entities/families.ts';
import { outboxMessage } from '#functions/data/entities/outbox.ts';
import { emailOwner, person, placement } from '#functions/data/entities/people.ts';
import { classEducator, classStudent, school, student } from '#functions/data/entities/roster.ts';
import type { Entity, Kept } from '#functions/data/entity.ts';
import { takenOut } from '#shared/domain/family/household.ts';
import { notInvited } from '#shared/domain/family/invitation.ts';
import { notAskedYet } from '#shared/domain/person/participation.ts';
import { districtA } from '#test/support/district.ts';
import { engineOfTest } from '#test/support/engine.ts';
import { RosterDistrict } from '#test/support/roster-import.ts';
import { csv, oneRoster11 } from '#test/support/roster-zip.ts';

const ids = new RosterIds(districtA);
const users = oneRoster11['users.csv'];
const withUsers = (text: string) => ({ ...oneRoster11, 'users.csv': text });

/** Changes one value by hand, as a page would. */
async function edit<T>(
  district: RosterDistrict,
  definition: Entity<T>,
  which: (one: Kept<T>) => boolean,
  change: Partial<T>,
): Promise<void> {
  const found = (await district.all(definition)).find(which);
  if (found === undefined) throw new Error('nothing to edit');
  const work = district.table().begin('test.edited', 'test');
  work.update(definition, found, { ...found, ...change });
  await work.commit(null);
}
const one = async <T>(district: RosterDistrict, definition: Entity<T>, which: (one: Kept<T>) => boolean) =>
  (await district.all(definition)).find(which);
const isMina = ({ studentId }: { studentId: string }) => studentId === ids.student('k1');
const isRosa = ({ personId }: { personId: string }) => personId === ids.person('t1');

describe('what was changed by hand', () => {
  it('survives an import, while everything else follows the roster (I42)', async () => {
    const district = await RosterDistrict.open(await engineOfTest());
    await district.import(oneRoster11);
    await edit(district, student, isMina, { givenName: 'Minah' });
    await edit(district, guardian, () => true, { phone: '555-999-0000' });
    await edit(district, school, ({ rosterId }) => rosterId === 's1', { name: 'Cedar School' });
    const next = users
      .replace('Mina,Haddad,,,,,,g1,03', 'Mina,Sy,,,,,,g1,04')
      .replace('Layla,Haddad,,,layla@home.example', 'Layla,Sy,,,layla@home.example');
    const done = await district.import(withUsers(next));
    expect(done.changed).toMatchObject({ students: 1, guardians: 1, schools: 0 });
    expect(await one(district, student, isMina)).toMatchObject({
      givenName: 'Minah',
      familyName: 'Sy',
      grade: '4',
    });
    expect(await district.all(guardian)).toMatchObject([{ name: 'Layla Sy', phone: '555-999-0000' }]);
    expect((await district.all(school)).map(({ name }) => name)).toContain('Cedar School');
    expect(await one(district, classStudent, isMina)).toMatchObject({ givenName: 'Minah', familyName: 'Sy' });
  });

  it('is not undone by an empty cell: a roster without addresses takes none away', async () => {
    const district = await RosterDistrict.open(await engineOfTest());
    await district.import(oneRoster11);
    await district.import(
      withUsers(users.replace('Rosa.Alvarez@maple.example', '').replace('layla@home.example', '')),
    );
    expect(await one(district, person, isRosa)).toMatchObject({ email: 'rosa.alvarez@maple.example' });
    expect(await district.all(guardian)).toMatchObject([{ email: 'layla@home.example' }]);
  });

  it('leaves a guardian out who was taken out, and lets one be who was added', async () => {
    const district = await RosterDistrict.open(await engineOfTest());
    await district.import(oneRoster11);
    const [layla] = await district.all(guardian);
    if (layla === undefined) throw new Error('nobody to take out');
    const { roster: _, ...kept } = layla;
    await edit(district, guardian, () => true, takenOut({ ...kept, removed: true as const }, true));
    const added = { ...kept, guardianId: `gua_${'7'.repeat(26)}`, name: 'Aunt Noor', phone: null };
    const work = district.table().begin('test.edited', 'test');
    work.create(guardian, added);
    await work.commit(null);
    const done = await district.import(withUsers(users.replace('Layla,Haddad', 'Layla,Sy')));
    expect(done.changed).toMatchObject({ guardians: 0 });
    const after = await district.all(guardian);
    expect(after.find(({ removed }) => removed)).toMatchObject({ name: '–', email: null, phone: null });
    expect(after.find(({ removed }) => !removed)).toMatchObject({ name: 'Aunt Noor', email: layla.email });
  });

  it('keeps a student in the family where someone put it; a new sibling joins there with the family’s answer', async () => {
    const district = await RosterDistrict.open(await engineOfTest());
    await district.import(oneRoster11);
    const before = await one(district, student, isMina);
    const familyId = before?.familyId ?? '';
    const work = district.table().begin('family.accepted', familyId);
    work.create(invitation, { ...notInvited(familyId, '2026-27'), status: 'accepted' });
    await work.commit(null);
    await district.import(
      withUsers(
        users +
          csv(
            'a0,,,true,s1,student,,,Nadia,Haddad,,,,,,g1,01,',
            'a9,,,true,s1,student,,,Zoe,Haddad,,,,,,g1,01,',
          ),
      ),
    );
    const siblings = (await district.all(student)).filter((each) => each.familyId === familyId);
    expect(siblings.map(({ givenName }) => givenName).sort()).toEqual(['Mina', 'Nadia', 'Sami', 'Zoe']);
    const standing = await one(district, studentYear, ({ givenName }) => givenName === 'Nadia');
    expect(standing).toMatchObject({ invitation: 'accepted', visits: [] });
  });

  it('does not pull two families together when the roster joins them later', async () => {
    const district = await RosterDistrict.open(await engineOfTest());
    await district.import(oneRoster11);
    const families = async () =>
      new Map((await district.all(student)).map(({ studentId, familyId }) => [studentId, familyId]));
    const before = await families();
    await district.import(withUsers(users.replace('Joy,Park,,,,,,,KG', 'Joy,Park,,,,,,g1,KG')));
    const after = await families();
    expect(after).toEqual(before);
    expect(await district.all(guardian)).toHaveLength(2);
  });
});

describe('a student who changes school', () => {
  it('takes this year’s standing along', async () => {
    const district = await RosterDistrict.open(await engineOfTest());
    await district.import(oneRoster11);
    await edit(district, studentYear, isMina, {
      visits: [{ visitId: 'vis_01JD3M8Q4V0000000000000001', status: 'completed', on: '2026-08-30' }],
    });
    await district.import(withUsers(users.replace('k1,,,true,s1', 'k1,,,true,s2')));
    const standing = await one(district, studentYear, isMina);
    expect(standing).toMatchObject({ schoolId: ids.school('s2') });
    expect(standing?.visits).toHaveLength(1);
  });
});

describe('a member of the staff', () => {
  it('gains and loses schools with the roster, and the token of an open account follows', async () => {
    const district = await RosterDistrict.open(await engineOfTest());
    await district.import(oneRoster11);
    await edit(district, person, isRosa, { account: 'open' });
    const moved = {
      ...withUsers(users.replace('t1,,,true,s1', 't1,,,true,s2')),
      'enrollments.csv': oneRoster11['enrollments.csv'].replace('e1,,,c1,s1,t1', 'e1,,,c2,s2,t1'),
    };
    await district.import(moved);
    expect(await one(district, person, isRosa)).toMatchObject({ schoolIds: [ids.school('s2')] });
    expect((await district.all(placement)).filter(isRosa)).toMatchObject([{ schoolId: ids.school('s2') }]);
    expect((await district.all(outboxMessage)).map(({ body }) => body)).toEqual([
      { kind: 'sync_account', personId: ids.person('t1') },
    ]);
  });

  it('who can sign in keeps the address that opens the account', async () => {
    const district = await RosterDistrict.open(await engineOfTest());
    await district.import(oneRoster11);
    await edit(district, person, isRosa, { account: 'open' });
    await district.import(
      withUsers(users.replace('Rosa.Alvarez@maple.example', 'someone.else@maple.example')),
    );
    expect(await one(district, person, isRosa)).toMatchObject({ email: 'rosa.alvarez@maple.example' });
  });

  it('without an account follows a corrected address, and the old one is free again', async () => {
    const district = await RosterDistrict.open(await engineOfTest());
    await district.import(oneRoster11);
    await district.import(withUsers(users.replace('Rosa.Alvarez@maple.example', 'rosa@maple.example')));
    expect((await district.all(emailOwner)).map(({ email }) => email)).toEqual(['rosa@maple.example']);
  });

  it('who was added by hand is recognised by e-mail address, once and for ever', async () => {
    const district = await RosterDistrict.open(await engineOfTest());
    const table = district.table();
    const personId = table.newId('per');
    const work = table.begin('person.added', personId);
    const added = {
      personId,
      name: 'Rosa M. Alvarez',
      email: 'rosa.alvarez@maple.example',
      language: 'es' as const,
      roles: ['coordinator' as const],
      schoolIds: [],
      employeeId: '77',
      account: 'open' as const,
      certificate: null,
      mailProblem: null,
      ...notAskedYet,
      roster: null,
    };
    work.create(person, added);
    work.create(emailOwner, { email: added.email, personId });
    await work.commit(null);

    await district.import(oneRoster11);
    const found = (await district.all(person)).filter(({ email }) => email === added.email);
    expect(found).toMatchObject([
      {
        personId,
        name: 'Rosa M. Alvarez',
        roles: ['coordinator'],
        schoolIds: [ids.school('s1')],
        employeeId: '77',
      },
    ]);
    expect((await district.all(classEducator)).map((each) => each.personId)).toContain(personId);

    await edit(district, person, (each) => each.personId === personId, { email: null });
    const owner = (await district.all(emailOwner)).find(({ email }) => email === added.email);
    const left = district.table().begin('test.edited', 'test');
    if (owner !== undefined) left.remove(emailOwner, owner);
    await left.commit(null);
    const again = await district.import(oneRoster11);
    expect(again.changed).toMatchObject({ staff: 0, enrollments: 0 });
    expect(await district.all(person)).toHaveLength(2);
  });

  it('whose address belongs to another person is added without, and the list says so', async () => {
    const district = await RosterDistrict.open(await engineOfTest());
    await district.import(oneRoster11);
    const header = users.split('\r\n')[0] ?? '';
    const other = await district.import({
      'orgs.csv': oneRoster11['orgs.csv'],
      'users.csv': csv(header, 't8,,,true,s1,teacher,,,New,Name,,,rosa.alvarez@maple.example,,,,,'),
    });
    expect(other.issues.at(-1)).toMatchObject({ file: 'users.csv', line: 2 });
    expect(other.issues.at(-1)?.reason).toContain('Someone else in the district has this e-mail address');
    expect(await one(district, person, ({ name }) => name === 'New Name')).toMatchObject({ email: null });
    expect(other.notTaken).toBe(1);
  });
});
