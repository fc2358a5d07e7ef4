import { describe, expect, it } from 'vitest';
import { RosterIds } from '#functions/app/roster/roster-ids.ts';
import { auditEntry } from '#functions/data/entities/audit.ts';
import { family, guardian, studentYear } from '#functions/data/entities/families.ts';
import { emailOwner, person, placement } from '#functions/data/entities/people.ts';
import {
  classEducator,
  classStudent,
  school,
  schoolClass,
  student,
} from '#functions/data/entities/roster.ts';
import { rosterImport, rosterProgress } from '#functions/data/entities/roster-imports.ts';
import { districtA } from '#test/support/district.ts';
import { engineOfTest } from '#test/support/engine.ts';
import { RosterDistrict } from '#test/support/roster-import.ts';
import { csv, oneRoster11 } from '#test/support/roster-zip.ts';

const ids = new RosterIds(districtA);
const noChange = { schools: 0, staff: 0, students: 0, guardians: 0, classes: 0, enrollments: 0 };
const usersPlus = (...rows: readonly string[]) => ({
  ...oneRoster11,
  'users.csv': oneRoster11['users.csv'] + csv(...rows),
});

describe('a roster', () => {
  it('becomes schools, staff, families and classes of the school year, and says what it did', async () => {
    const district = await RosterDistrict.open(await engineOfTest());
    const done = await district.import(oneRoster11);
    expect(done).toMatchObject({ status: 'done', format: 'oneroster-1.1', notTaken: 0, failure: null });
    expect(done.found).toEqual({
      schools: 2,
      staff: 2,
      students: 3,
      guardians: 1,
      classes: 2,
      enrollments: 5,
    });
    expect(done.changed).toEqual(done.found);
    expect((await district.all(school)).map(({ name }) => name).sort()).toEqual([
      'Birch Middle',
      'Cedar Elementary',
    ]);
    const [mina, sami] = [ids.student('k1'), ids.student('k2')];
    const families = new Map((await district.all(student)).map((one) => [one.studentId, one.familyId]));
    expect(families.get(mina)).toBe(families.get(sami));
    expect(new Set(families.values()).size).toBe(2);
    expect(await district.all(family)).toHaveLength(2);
    expect(await district.all(guardian)).toMatchObject([
      { name: 'Layla Haddad', familyId: families.get(mina) },
    ]);
    expect((await district.all(schoolClass)).map(({ year }) => year)).toEqual(['2026-27', '2026-27']);
    expect(await district.all(classStudent)).toHaveLength(3);
    expect(await district.all(classEducator)).toHaveLength(2);
    expect((await district.all(studentYear)).map(({ invitation }) => invitation)).toEqual(
      Array(3).fill('not_invited'),
    );
  });

  it('makes staff educators who have no account yet and cannot sign in', async () => {
    const district = await RosterDistrict.open(await engineOfTest());
    await district.import(oneRoster11);
    const people = await district.all(person);
    expect(people.map(({ roles, account }) => ({ roles, account }))).toEqual(
      Array(2).fill({ roles: ['educator'], account: 'none' }),
    );
    expect(await district.all(placement)).toHaveLength(3);
    expect(await district.all(emailOwner)).toMatchObject([{ email: 'rosa.alvarez@maple.example' }]);
  });

  it('leaves one audit entry, whatever its size, and no progress behind', async () => {
    const district = await RosterDistrict.open(await engineOfTest());
    const done = await district.import(oneRoster11);
    const entries = (await district.all(auditEntry)).filter(({ subject }) => subject === done.importId);
    expect(entries.map(({ event }) => event).sort()).toEqual(['roster.import_started', 'roster.imported']);
    expect(await district.all(rosterProgress)).toEqual([]);
  });

  it('twice changes nothing, not even a revision (I39)', async () => {
    const district = await RosterDistrict.open(await engineOfTest());
    await district.import(oneRoster11);
    const before = await district.state();
    const again = await district.import(oneRoster11);
    expect(again.changed).toEqual(noChange);
    expect(await district.state()).toEqual(before);
  });

  it('delivered twice is imported once', async () => {
    const district = await RosterDistrict.open(await engineOfTest());
    const importId = await district.start();
    await district.run(importId, oneRoster11);
    expect(await district.run(importId, oneRoster11)).toBeNull();
    expect(await district.all(rosterImport)).toHaveLength(1);
  });

  it('that lacks people removes nobody (I41)', async () => {
    const district = await RosterDistrict.open(await engineOfTest());
    await district.import(oneRoster11);
    const before = await district.state();
    const header = oneRoster11['users.csv'].split('\r\n')[0] ?? '';
    const done = await district.import({
      'orgs.csv': oneRoster11['orgs.csv'],
      'users.csv': csv(header, 't1,,,true,s1,teacher,,,Rosa,Alvarez,,,Rosa.Alvarez@maple.example,,,,,'),
    });
    expect(done.changed).toEqual(noChange);
    expect(await district.state()).toEqual(before);
  });

  it('of a class larger than one transaction arrives whole', async () => {
    const district = await RosterDistrict.open(await engineOfTest());
    const kids = Array.from({ length: 230 }, (_, i) => `x${i},,,true,s1,student,,,Kid,Number${i},,,,,,,,`);
    const rows = kids.map((_, i) => `,,,c1,s1,x${i},student,,,`);
    const done = await district.import({
      ...usersPlus(...kids),
      'enrollments.csv': oneRoster11['enrollments.csv'] + csv(...rows),
    });
    expect(done.changed).toMatchObject({ classes: 2, students: 233, enrollments: 235 });
    const members = await district.all(classStudent);
    expect(members.filter(({ classId }) => classId === ids.class('2026-27', 'c1'))).toHaveLength(232);
  });

  it('that cannot be read ends the import with one sentence and changes nothing', async () => {
    const district = await RosterDistrict.open(await engineOfTest());
    const before = await district.state();
    const done = await district.import({ ...oneRoster11, 'orgs.csv': csv('sourcedId,name', 's1,x') });
    expect(done).toMatchObject({
      status: 'failed',
      failure: 'orgs.csv has no column type. Export it again with the header row of its format.',
    });
    expect(await district.state()).toEqual(before);
  });

  it('before the year has opened goes into the next one, and after the last one is refused in words', async () => {
    const early = await RosterDistrict.open(await engineOfTest());
    early.now = '2026-05-20T15:00:00.000Z';
    await early.import(oneRoster11);
    expect((await early.all(studentYear)).map(({ year }) => year)).toEqual(Array(3).fill('2026-27'));
    const late = await RosterDistrict.open(await engineOfTest());
    late.now = '2027-07-20T15:00:00.000Z';
    expect(await late.import(oneRoster11)).toMatchObject({ status: 'failed' });
  });

  it('puts an adult whom two families may call into both, each with a row of its own, and counts one', async () => {
    const district = await RosterDistrict.open(await engineOfTest());
    const done = await district.import({
      'orgs.csv': csv('sourcedId,name,type,parentSourcedId', 'o1,Willow School,school,'),
      'users.csv': csv(
        'sourcedId,username,givenName,familyName,email,phone,sms',
        'k1,,Kim,Nguyen,,,',
        'k3,,Ada,Moss,,,',
        'g1,,Thu,Nguyen,thu@home.example,,',
      ),
      'roles.csv': csv(
        'userSourcedId,orgSourcedId,role,isPrimary',
        'k1,o1,student,TRUE',
        'k3,o1,student,TRUE',
      ),
      'relationships.csv': csv(
        'userSourcedId,relationshipUserSourcedId,relationshipRole',
        'k1,g1,guardian',
        'k3,g1,relative',
      ),
    });
    const guardians = await district.all(guardian);
    expect(guardians.map(({ name }) => name)).toEqual(['Thu Nguyen', 'Thu Nguyen']);
    expect(new Set(guardians.map(({ familyId }) => familyId)).size).toBe(2);
    expect(done.changed?.guardians).toBe(1);
  });
});
