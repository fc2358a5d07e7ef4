import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { ImportTakenOver } from '#functions/app/roster/apply/apply-roster.ts';
import { giveUpImport } from '#functions/app/roster/import-roster.ts';
import { family, studentYear } from '#functions/data/entities/families.ts';
import { student } from '#functions/data/entities/roster.ts';
import { rosterImport } from '#functions/data/entities/roster-imports.ts';
import type { RosterImport } from '#shared/domain/roster/model.ts';
import { disturbed } from '#test/support/disturbed.ts';
import { engineOfTest, startEngine } from '#test/support/engine.ts';
import { RosterDistrict } from '#test/support/roster-import.ts';
import { csv, oneRoster11 } from '#test/support/roster-zip.ts';

/** Five transactions after the one that begins: enough places to crash. */
const large = (() => {
  const kids = Array.from(
    { length: 60 },
    (_, i) => `x${i},,,true,s${1 + (i % 2)},student,,,Kid,Nr${i},,,,,,p${i >> 1},05,`,
  );
  const parents = Array.from({ length: 30 }, (_, i) => `p${i},,,false,d1,parent,,,Parent,Nr${i},,,,,,,,`);
  return {
    ...oneRoster11,
    'users.csv': oneRoster11['users.csv'] + csv(...kids, ...parents),
    'enrollments.csv':
      oneRoster11['enrollments.csv'] + csv(...kids.map((_, i) => `,,,c${1 + (i % 2)},,x${i},student,,,`)),
  };
})();

describe('an import that is stopped', () => {
  let calm: { readonly changed: RosterImport['changed']; readonly state: string[] };
  beforeAll(async () => {
    const engine = await startEngine();
    const district = await RosterDistrict.open(engine);
    const { changed } = await district.import(large);
    calm = { changed, state: await district.state() };
    await engine.stop();
  });

  it.each([
    [1, 'lost before'],
    [1, 'lost after'],
    [2, 'lost before'],
    [3, 'lost after'],
    [4, 'lost before'],
    [5, 'lost after'],
  ] as const)(
    'with transaction %i %s it is written, ends as if nothing had happened',
    async (nth, becomes) => {
      const district = await RosterDistrict.open(await engineOfTest());
      const importId = await district.start();
      const client = disturbed(district.client, async (one) => (one === nth ? becomes : 'sent'));
      await expect(district.run(importId, large, client)).rejects.toThrow('the function was stopped');
      const done = await district.run(importId, large);
      expect(done?.changed).toEqual(calm.changed);
      expect(await district.state()).toEqual(calm.state);
    },
  );

  it('for good is ended in words, and the same file uploaded again completes it', async () => {
    const district = await RosterDistrict.open(await engineOfTest());
    const importId = await district.start();
    const client = disturbed(district.client, async (nth) => (nth === 4 ? 'lost before' : 'sent'));
    await expect(district.run(importId, large, client)).rejects.toThrow('the function was stopped');
    await giveUpImport({ table: district.table(), clock: () => district.now }, importId);
    expect(await district.all(rosterImport)).toMatchObject([{ status: 'failed' }]);
    expect(await district.run(importId, large)).toBeNull();
    await district.import(large);
    expect(await district.state()).toEqual(calm.state);
  });

  it('by another run of the same upload steps back and undoes nothing', async () => {
    const district = await RosterDistrict.open(await engineOfTest());
    const importId = await district.start();
    const overtaken = disturbed(district.client, async (nth) => {
      if (nth === 3) await district.run(importId, large);
      return 'sent';
    });
    await expect(district.run(importId, large, overtaken)).rejects.toBeInstanceOf(ImportTakenOver);
    expect(await district.all(rosterImport)).toMatchObject([{ status: 'done', changed: calm.changed }]);
    expect(await district.state()).toEqual(calm.state);
  });

  it('by nobody but itself: two deliveries at once write each row once', async () => {
    const district = await RosterDistrict.open(await engineOfTest());
    const importId = await district.start();
    const runs = await Promise.allSettled([district.run(importId, large), district.run(importId, large)]);
    const refused = runs.filter((run) => run.status === 'rejected').map((run) => run.reason as unknown);
    for (const reason of refused)
      expect(
        reason instanceof ImportTakenOver || (reason as { code?: string }).code === 'CHANGED_MEANWHILE',
      ).toBe(true);
    await district.run(importId, large);
    const [one] = await district.all(rosterImport);
    expect(one).toMatchObject({ status: 'done', changed: calm.changed });
    expect(await district.state()).toEqual(calm.state);
  });

  it('by an educator who writes to the same family at that moment tries again and loses neither change', async () => {
    const district = await RosterDistrict.open(await engineOfTest());
    await district.import(oneRoster11);
    const renamed = {
      ...oneRoster11,
      'users.csv': oneRoster11['users.csv'].replace('Mina,Haddad', 'Mina,Haddad-Sy'),
    };
    const importId = await district.start();
    const client = disturbed(district.client, async (nth) => {
      if (nth === 2) {
        const standing = (await district.all(studentYear)).find(({ givenName }) => givenName === 'Mina');
        const work = district.table().begin('family.invited', 'test');
        if (standing !== undefined)
          work.update(studentYear, standing, { ...standing, invitation: 'invited' });
        await work.commit(null);
      }
      return 'sent';
    });
    const done = await district.run(importId, renamed, client);
    expect(done?.changed?.students).toBe(1);
    expect((await district.all(studentYear)).find(({ givenName }) => givenName === 'Mina')).toMatchObject({
      familyName: 'Haddad-Sy',
      invitation: 'invited',
    });
  });
});

/** Rosters of invented people in every order, with siblings, half-siblings, faulty rows and repeated ones. */
const rosters = fc
  .record({
    students: fc.uniqueArray(fc.nat(30), { minLength: 1, maxLength: 14 }),
    links: fc.array(fc.tuple(fc.nat(30), fc.nat(8)), { maxLength: 20 }),
    teachers: fc.uniqueArray(fc.nat(6), { maxLength: 4 }),
    members: fc.array(fc.tuple(fc.nat(3), fc.nat(34)), { maxLength: 30 }),
    faulty: fc.boolean(),
  })
  .map(({ students, links, teachers, members, faulty }) => {
    const guardians = [...new Set(links.map(([, guardian]) => guardian))];
    const agents = (student: number) =>
      links
        .filter(([one]) => one === student)
        .map(([, guardian]) => `g${guardian}`)
        .join(',');
    return {
      'orgs.csv': csv('sourcedId,name,type', 's0,Ash School,school', 's1,Oak School,school'),
      'users.csv': csv(
        'sourcedId,orgSourcedIds,role,givenName,familyName,email,agentSourcedIds,grades',
        ...students.map((n) => `k${n},s${n % 2},student,Kid${n},Family,,"${agents(n)}",0${n % 9}`),
        ...guardians.map((n) => `g${n},,${n % 4 === 3 ? 'relative' : 'parent'},Adult${n},Family,,,`),
        ...teachers.map((n) => `t${n},s${n % 2},teacher,Teacher${n},Staff,t${n % 5}@ash.example,,`),
        ...(faulty ? ['z1,s9,student,No,School,,,', 'z2,s0,wizard,No,Role,,,'] : []),
      ),
      'classes.csv': csv(
        'sourcedId,title,schoolSourcedId',
        ...[0, 1, 2].map((n) => `c${n},Class ${n},s${n % 2}`),
      ),
      'enrollments.csv': csv(
        'classSourcedId,userSourcedId,role',
        ...members.map(([c, n]) => `c${c},${n < 30 ? `k${n},student` : `t${n - 30},teacher`}`),
      ),
    };
  });

describe('any roster', () => {
  it('the same file twice changes nothing (I39), in whatever order its rows come', async () => {
    await fc.assert(
      fc.asyncProperty(rosters, async (files) => {
        const engine = await startEngine();
        try {
          const district = await RosterDistrict.open(engine);
          const first = await district.import(files);
          const before = await district.state();
          expect(Object.values((await district.import(files)).changed ?? {})).toEqual(Array(6).fill(0));
          const [header = '', ...rows] = files['users.csv'].trimEnd().split('\r\n');
          const turned = { ...files, 'users.csv': csv(header, ...rows.toReversed()) };
          await district.import(turned);
          expect((await district.all(family)).length).toBe(
            new Set((await district.all(student)).map((s) => s.familyId)).size,
          );
          expect(first.status).toBe('done');
          expect((await district.state()).length).toBe(before.length);
        } finally {
          await engine.stop();
        }
      }),
      { numRuns: 12 },
    );
  });
});
