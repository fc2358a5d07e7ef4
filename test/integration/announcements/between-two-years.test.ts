import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { sendAnnouncement } from '#functions/app/announcements/send-announcement.ts';
import { unsubscribe } from '#functions/app/open/unsubscribe.ts';
import { familyLink, guardian } from '#functions/data/entities/families.ts';
import { read } from '#functions/data/entity.ts';
import { openOak, runTasks, toSchool } from '#test/support/announcement-steps.ts';
import { systemTable } from '#test/support/district.ts';
import { type Engine, startEngine } from '#test/support/engine.ts';
import { asFamily, linkOf } from '#test/support/family-steps.ts';
import { openMail } from '#test/support/mail-scene.ts';
import { household, idOf, openScene, people, schools } from '#test/support/school-scene.ts';
import { accept, after, before, complete, schedule } from '#test/support/visit-steps.ts';

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

  test('a mail of last year still stops the next ones, also when its links were ended (I37)', async () => {
    const scene = await openOak(engine, 1);
    const own = { familyId: idOf('fam', 1), guardianId: idOf('gua', 1) };
    const link = await linkOf(scene, own);
    const table = systemTable(engine.client, scene.tableName, before);
    const [row] = await scene.items('familyLink');
    const work = table.begin('family_links.revoked', own.familyId);
    if (row !== undefined) {
      const kept = read(familyLink, row);
      work.update(familyLink, kept, { ...kept, revokedAt: before });
    }
    await work.commit(null);
    const { deps, context } = asFamily(scene, link, july);
    await unsubscribe(deps, context, { params: { link }, query: undefined, body: undefined });
    expect((await scene.items('noAnnouncements')).map(({ data }) => data['guardianId'])).toEqual([
      own.guardianId,
    ]);
  });
});
