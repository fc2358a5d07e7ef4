import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { inviteFamily } from '#functions/app/families/invite-family.ts';
import { getFamilyPage } from '#functions/app/pages/get-family-page.ts';
import { guardian, studentYear } from '#functions/data/entities/families.ts';
import { announce, runTasks } from '#test/support/announcement-steps.ts';
import {
  adult,
  child,
  importInto,
  makeList,
  merge,
  putOnList,
  rosterOf,
} from '#test/support/class-list-steps.ts';
import { type Engine, startEngine } from '#test/support/engine.ts';
import { asFamily } from '#test/support/family-steps.ts';
import { openMail } from '#test/support/mail-scene.ts';
import { openScene, people, type Scene } from '#test/support/school-scene.ts';
import { before } from '#test/support/visit-steps.ts';

let engine: Engine;
beforeAll(async () => {
  engine = await startEngine();
});
afterAll(() => engine.stop());

const rosa = 'rosa@home.example';

/** Bobby is on the list with Rosa; the roster names Robert, with Rosa too or with nobody. */
async function twoRecords(named: 'Rosa in both' | 'Rosa on the list') {
  const scene = await openScene(engine);
  const mail = await openMail(scene);
  const { classId } = await makeList(scene);
  const [bobby] = await putOnList(scene, classId, [child('Bobby', 'Diaz', adult('Rosa Diaz', null, rosa))]);
  const district = importInto(scene);
  const adults = named === 'Rosa in both' ? [{ id: 'g1', name: 'Rosa Diaz', email: rosa }] : [];
  const robertOfRoster = {
    id: 'k1',
    givenName: 'Robert',
    familyName: 'Diaz',
    adults: adults.map(({ id }) => id),
  };
  await district.import(rosterOf([robertOfRoster], adults));
  const robert = (await district.all(studentYear)).find(({ givenName }) => givenName === 'Robert');
  if (bobby === undefined || robert === undefined) throw new Error('both records are there');
  return {
    scene,
    bobby,
    robert,
    /** A roster has described the adult of this household too, as of another person. */
    async rosterNames(familyId: string): Promise<void> {
      const work = district.table().begin('test.written', 'test');
      for (const { rev, ...one } of await district.all(guardian))
        if (one.familyId === familyId)
          work.update(
            guardian,
            { ...one, rev },
            { ...one, roster: { name: 'Rosa Diaz', email: rosa, phone: null } },
          );
      await work.commit(null);
    },
    /** Sends what waits, twice, as queues may; gives the links that Rosa got. */
    async send(): Promise<string[]> {
      for (const job of [...(await mail.outbox()), ...(await mail.outbox())]) await mail.run(job, before);
      return (await mail.inbox())
        .filter(({ to }) => to === rosa)
        .map(({ mail: parsed }) => /\/f\/(\S+)/.exec(parsed.text ?? '')?.[1] ?? '');
    },
  };
}

async function inviteByMail(scene: Scene, familyId: string, now = before, rev = 0): Promise<void> {
  const { deps, context } = scene.as(people.lead, now);
  await inviteFamily(deps, context, { params: { familyId }, query: undefined, body: { how: 'email', rev } });
}
const hours = (later: number): string => new Date(Date.parse(before) + later * 3_600_000).toISOString();
async function childrenBehind(scene: Scene, link: string): Promise<readonly string[]> {
  const { deps, context } = asFamily(scene, link);
  const view = await getFamilyPage(deps, context, { params: { link }, query: {}, body: undefined });
  return view.children;
}

describe('mail that was asked for before two households became one', () => {
  test('reaches the guardian when nobody had looked yet who the guardians are', async () => {
    const { scene, bobby, robert, send } = await twoRecords('Rosa on the list');
    await inviteByMail(scene, bobby.familyId);
    await merge(scene, bobby.studentId, robert.studentId, before);
    await runTasks(scene, 2);
    const [link = '', ...more] = await send();
    expect(more).toEqual([]);
    expect(await childrenBehind(scene, link)).toEqual(['Robert']);
  });

  test('reaches the guardian when it waits to be sent, also by the record that stands for both now', async () => {
    for (const named of ['Rosa on the list', 'Rosa in both'] as const) {
      const { scene, bobby, robert, send } = await twoRecords(named);
      await inviteByMail(scene, bobby.familyId);
      await runTasks(scene);
      await merge(scene, bobby.studentId, robert.studentId, before);
      const [link = '', ...more] = await send();
      expect(more).toEqual([]);
      expect(await childrenBehind(scene, link)).toEqual(['Robert']);
    }
  });

  test.each(['neither is sent', 'one is sent', 'the other is sent'] as const)(
    'an invitation to both is read once by whom both named, and an invitation after that once more: %s before',
    async (when) => {
      const { scene, bobby, robert, send } = await twoRecords('Rosa in both');
      const order = when === 'the other is sent' ? [robert, bobby] : [bobby, robert];
      for (const [index, { familyId }] of order.entries()) {
        await inviteByMail(scene, familyId, hours(index));
        await runTasks(scene);
        if (index === 0 && when !== 'neither is sent') expect(await send()).toHaveLength(1);
      }
      await merge(scene, bobby.studentId, robert.studentId, hours(2));
      expect(await send()).toHaveLength(1);

      const [answer] = (await scene.items('invitation')).filter(({ pk }) => pk.includes(robert.familyId));
      await inviteByMail(scene, robert.familyId, hours(3), answer?.rev);
      await runTasks(scene);
      expect(await send()).toHaveLength(2);
    },
  );

  test.each(['the list', 'the roster'] as const)(
    'two entries of one person that rosters keep apart are one reader: %s invites first',
    async (first) => {
      const { scene, bobby, robert, send, rosterNames } = await twoRecords('Rosa in both');
      await rosterNames(bobby.familyId);
      const order = first === 'the list' ? [bobby, robert] : [robert, bobby];
      for (const [index, { familyId }] of order.entries()) {
        await inviteByMail(scene, familyId, hours(index));
        await runTasks(scene);
        if (index === 0) expect(await send()).toHaveLength(1);
      }
      await merge(scene, bobby.studentId, robert.studentId, hours(2));
      expect(await send()).toHaveLength(1);
    },
  );

  test('an announcement to both is read once by whom both named', async () => {
    const { scene, bobby, robert, send } = await twoRecords('Rosa in both');
    await announce(scene);
    await runTasks(scene);
    await merge(scene, bobby.studentId, robert.studentId, before);
    expect(await send()).toHaveLength(1);
  });

  test('an announcement of which the task comes later is asked for once', async () => {
    const { scene, bobby, robert, send } = await twoRecords('Rosa on the list');
    await announce(scene);
    await merge(scene, bobby.studentId, robert.studentId, before);
    await runTasks(scene);
    expect(await send()).toHaveLength(1);
  });
});
