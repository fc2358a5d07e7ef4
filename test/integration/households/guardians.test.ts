import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { newSecret } from '#functions/adapters/secrets.ts';
import { resumeAnnouncements } from '#functions/app/households/resume-announcements.ts';
import { makeFamilyLetter } from '#functions/app/letters/make-family-letter.ts';
import { openPage } from '#functions/app/pages/open-page.ts';
import { noAnnouncements } from '#functions/data/entities/families.ts';
import { loadFamily } from '#functions/data/repositories/families.ts';
import { readSettings } from '#functions/data/settings.ts';
import { announcementReadersOf } from '#shared/domain/announcement/reach.ts';
import { systemTable } from '#test/support/district.ts';
import { type Engine, startEngine } from '#test/support/engine.ts';
import { asFamily, linkOf } from '#test/support/family-steps.ts';
import {
  family,
  familyId,
  gia,
  guardianId,
  mend,
  now,
  readFamily,
  takeOut,
  type Who,
} from '#test/support/household-steps.ts';
import { idOf, openScene, people, type Scene } from '#test/support/school-scene.ts';

let engine: Engine;
beforeAll(async () => {
  engine = await startEngine();
});
afterAll(() => engine.stop());

describe('a guardian who must not be reached', () => {
  const letter = async (scene: Scene) => {
    const { deps, context } = scene.as(people.lead, now);
    return makeFamilyLetter({ ...deps, newSecret }, context, {
      params: family,
      query: undefined,
      body: undefined,
    });
  };
  const revoked = async (scene: Scene) =>
    (await scene.items('familyLink')).map(({ data }) => data['revokedAt']);

  test('is protected by anybody; letters that went to the household open nothing any more', async () => {
    const scene = await openScene(engine);
    await letter(scene);
    expect(await revoked(scene)).toEqual([null]);
    await mend(scene, people.lead, { rev: 1, noContact: true });
    expect(await revoked(scene)).toEqual([now]);
    const [printed] = (await letter(scene)).letters;
    expect(printed).toMatchObject({ guardians: [], byHand: true });
  });

  test('is protected also when more letters went out than one transaction holds', async () => {
    const scene = await openScene(engine);
    for (let number = 0; number < 130; number += 1) await letter(scene);
    await mend(scene, people.lead, { rev: 1, noContact: true }, 'key-protect');
    expect((await readFamily(scene)).guardians).toMatchObject([{ noContact: true }]);
    expect(new Set(await revoked(scene))).toEqual(new Set([now]));
  });

  test('stays protected: only a coordinator lifts it or takes them out', async () => {
    const scene = await openScene(engine);
    await mend(scene, people.lead, { rev: 1, noContact: true });
    await expect(mend(scene, people.lead, { rev: 2, noContact: false })).rejects.toMatchObject({
      reason: 'family.protected',
    });
    await expect(takeOut(scene, people.lead, 2)).rejects.toMatchObject({ reason: 'family.protected' });
    await mend(scene, people.coordinator, { rev: 2, noContact: false });
    expect((await readFamily(scene)).guardians).toMatchObject([{ noContact: false }]);
  });
});

describe('a guardian whose address is corrected', () => {
  test('leaves nothing that opens the page to whoever reads the old one', async () => {
    const scene = await openScene(engine);
    await mend(scene, people.lead, { rev: 1, email: 'mistyped@home.example' });
    const old = await linkOf(scene, { guardianId, letter: 'a' });
    const letter = await linkOf(scene, { letter: 'b' });
    await linkOf(scene, { guardianId: idOf('gua', 2), letter: 'c' });
    const opens = async (one: string) => {
      const { deps, context } = asFamily(scene, one, now);
      return openPage(deps.table, context, readSettings(deps.table)).then(
        () => true,
        () => false,
      );
    };
    await mend(scene, people.lead, { rev: 2, phone: '303 555 0100' });
    expect(await opens(old)).toBe(true);
    await mend(scene, people.lead, { rev: 3, email: 'gia@home.example' });
    expect(await opens(old)).toBe(false);
    expect(await opens(letter)).toBe(true);
    const rows = (await scene.items('familyLink')).map(({ data }) => [data['guardianId'], data['revokedAt']]);
    expect(rows).toEqual(
      expect.arrayContaining([
        [guardianId, now],
        [idOf('gua', 2), null],
        [null, null],
      ]),
    );
  });
});

describe('a guardian who stopped announcements', () => {
  const resume = async (scene: Scene, who: Who, key?: string) => {
    const { deps, context } = scene.as(who, now, key);
    return resumeAnnouncements(deps, context, { params: gia, query: undefined, body: undefined });
  };
  const stopped = async (scene: Scene) =>
    (await readFamily(scene, people.coordinator)).guardians.map((one) => one.announcementsStopped);
  const readers = async (scene: Scene) => {
    const file = await loadFamily(scene.as(people.lead, now).deps.table, familyId, '2026-27');
    return file === undefined ? [] : announcementReadersOf(file).map(({ name }) => name);
  };
  const audits = async (scene: Scene) =>
    (await scene.items('audit')).filter(({ data }) => data['event'] === 'guardian.announcements_resumed');
  async function withoutAnnouncements() {
    const scene = await openScene(engine);
    await mend(scene, people.lead, { rev: 1, email: 'gia@home.example' });
    const work = systemTable(engine.client, scene.tableName, now).begin('guardian.unsubscribed', guardianId);
    work.save(noAnnouncements, { familyId, guardianId, since: now });
    await work.commit(null);
    return scene;
  }

  test('gets them again once a coordinator writes down that they asked, and an audit entry tells who did', async () => {
    const scene = await withoutAnnouncements();
    expect([await stopped(scene), await readers(scene)]).toEqual([[true], []]);
    await resume(scene, people.coordinator);
    expect([await stopped(scene), await readers(scene)]).toEqual([[false], ['Gia Guardian']]);
    await resume(scene, people.coordinator);
    expect(await audits(scene)).toMatchObject([
      { data: { subject: guardianId, actor: people.coordinator.personId } },
    ]);
  });

  test('is left in peace by educators, and by coordinators of other schools', async () => {
    const scene = await withoutAnnouncements();
    for (const who of [people.lead, people.elmCoordinator])
      await expect(resume(scene, who)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    expect([await stopped(scene), await audits(scene)]).toEqual([[true], []]);
  });
});
