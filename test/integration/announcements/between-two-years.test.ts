import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { sendAnnouncement } from '#functions/app/announcements/send-announcement.ts';
import { guardian } from '#functions/data/entities/families.ts';
import { openOak, runTasks, toSchool } from '#test/support/announcement-steps.ts';
import { systemTable } from '#test/support/district.ts';
import { type Engine, startEngine } from '#test/support/engine.ts';
import { openMail } from '#test/support/mail-scene.ts';
import { household, idOf, openScene, people, schools } from '#test/support/school-scene.ts';
import { accept, after, complete, schedule } from '#test/support/visit-steps.ts';

let engine: Engine;
beforeAll(async () => {
  engine = await startEngine();
});
afterAll(() => engine.stop());

/** The year closes on 30 June, and none is set up after it. */
const july = '2027-07-02T15:00:00.000Z';

describe('between two school years', () => {
  test('no announcement leaves: every link in it would open nothing', async () => {
    const scene = await openOak(engine, 2);
    const { deps, context } = scene.as(people.coordinator, july);
    const request = { params: { schoolId: schools.oak }, query: undefined, body: toSchool };
    await expect(sendAnnouncement(deps, context, request)).rejects.toMatchObject({ reason: 'year.none' });
    expect(await scene.items('announcement')).toEqual([]);
  });

  test('nobody is asked how a visit was on a page that does not open any more', async () => {
    const scene = await openScene(engine);
    const { familyId } = household;
    const table = systemTable(engine.client, scene.tableName, after);
    const work = table.begin('guardian.added', familyId);
    work.create(guardian, {
      guardianId: idOf('gua', 77),
      familyId,
      name: 'Gus Guardian',
      email: 'gus@home.example',
      phone: null,
      prefers: null,
      noContact: false,
    });
    await work.commit(null);
    await accept(scene);
    await complete(scene, await schedule(scene));
    const mail = await openMail(scene);
    await runTasks(scene);
    for (const job of await mail.outbox()) await mail.run(job, july);
    const asked = (await mail.inbox()).filter(({ to }) => to === 'gus@home.example');
    expect(asked).toEqual([]);
    expect(await scene.items('familyLink')).toEqual([]);
  });
});
