import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { newSecret } from '#functions/adapters/secrets.ts';
import { addGuardian } from '#functions/app/households/add-guardian.ts';
import { changeFamily } from '#functions/app/households/change-family.ts';
import { changeGuardian } from '#functions/app/households/change-guardian.ts';
import { removeGuardian } from '#functions/app/households/remove-guardian.ts';
import { resumeAnnouncements } from '#functions/app/households/resume-announcements.ts';
import { makeFamilyLetter } from '#functions/app/letters/make-family-letter.ts';
import { openPage } from '#functions/app/pages/open-page.ts';
import { getFamily } from '#functions/app/roster/get-family.ts';
import { noAnnouncements } from '#functions/data/entities/families.ts';
import { loadFamily } from '#functions/data/repositories/families.ts';
import { readSettings } from '#functions/data/settings.ts';
import type { Args } from '#shared/contract/client.ts';
import { announcementReadersOf } from '#shared/domain/announcement/reach.ts';
import { systemTable } from '#test/support/district.ts';
import { type Engine, startEngine } from '#test/support/engine.ts';
import { asFamily, linkOf } from '#test/support/family-steps.ts';
import { household, idOf, openScene, people, type Scene } from '#test/support/school-scene.ts';
import { accept, schedule } from '#test/support/visit-steps.ts';

let engine: Engine;
beforeAll(async () => {
  engine = await startEngine();
});
afterAll(() => engine.stop());

const now = '2026-09-01T15:00:00.000Z';
const { familyId } = household;
const guardianId = idOf('gua', 1);
const family = { familyId };
const gia = { familyId, guardianId };
type Who = (typeof people)[keyof typeof people];

const read = async (scene: Scene, who: Who = people.lead) => {
  const { deps, context } = scene.as(who, now);
  return getFamily(deps, context, { params: family, query: undefined, body: undefined });
};
const change = async (scene: Scene, who: Who, body: Args<'changeFamily'>['body']) => {
  const { deps, context } = scene.as(who, now);
  return changeFamily(deps, context, { params: family, query: undefined, body });
};
const mend = async (scene: Scene, who: Who, body: Args<'changeGuardian'>['body'], key?: string) => {
  const { deps, context } = scene.as(who, now, key);
  return changeGuardian(deps, context, { params: gia, query: undefined, body });
};
const takeOut = async (scene: Scene, who: Who, rev: number) => {
  const { deps, context } = scene.as(who, now);
  return removeGuardian(deps, context, { params: gia, query: undefined, body: { rev } });
};
const add = async (scene: Scene, who: Who, changes: Partial<Args<'addGuardian'>['body']> = {}) => {
  const { deps, context } = scene.as(who, now);
  const body = {
    name: 'Noor Guardian',
    email: null,
    phone: null,
    prefers: null,
    noContact: false,
    ...changes,
  };
  return addGuardian(deps, context, { params: family, query: undefined, body });
};

describe('a household', () => {
  test('has several guardians, each with the way they like to be reached', async () => {
    const scene = await openScene(engine);
    await add(scene, people.lead, { phone: '303 555 0142', prefers: 'text' });
    await mend(scene, people.coordinator, { rev: 1, email: 'gia@home.example', prefers: 'email' });
    const { guardians } = await read(scene);
    expect(guardians.map(({ name, phone, email, prefers }) => [name, phone ?? email, prefers])).toEqual(
      expect.arrayContaining([
        ['Noor Guardian', '303 555 0142', 'text'],
        ['Gia Guardian', 'gia@home.example', 'email'],
      ]),
    );
  });

  test('keeps its home language, and a change that came first is not lost', async () => {
    const scene = await openScene(engine);
    await change(scene, people.lead, { rev: 1, language: 'so' });
    await expect(change(scene, people.partner, { rev: 1, language: 'en' })).rejects.toMatchObject({
      code: 'CHANGED_MEANWHILE',
    });
    expect((await read(scene)).family).toMatchObject({ language: 'so', rev: 2 });
  });

  test('is nobody else’s to change', async () => {
    const scene = await openScene(engine);
    await expect(change(scene, people.stranger, { rev: 1, language: 'so' })).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
    await expect(add(scene, people.elmCoordinator)).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  test('has room for twenty guardians', async () => {
    const scene = await openScene(engine);
    for (let n = 2; n <= 20; n += 1) await add(scene, people.lead, { name: `Guardian ${n}` });
    await expect(add(scene, people.lead)).rejects.toMatchObject({ reason: 'family.too_many_guardians' });
  });

  test('loses a guardian who was added by hand without a trace', async () => {
    const scene = await openScene(engine);
    await mend(scene, people.lead, { rev: 1, phone: '303 555 0142' }, 'key-changed');
    await takeOut(scene, people.lead, 2);
    expect((await read(scene)).guardians).toEqual([]);
    expect(await scene.items('guardian')).toEqual([]);
    // Nor is there one in what is kept for a request that is repeated.
    expect(JSON.stringify(await scene.items())).not.toMatch(/Gia Guardian|555 0142/);
  });
});

describe('a family that asks not to be contacted', () => {
  test('is protected by anybody, and its students’ standings say so', async () => {
    const scene = await openScene(engine);
    await change(scene, people.lead, { rev: 1, doNotContact: true });
    expect((await scene.items('studentYear')).map(({ data }) => data['doNotContact'])).toEqual([true, true]);
    expect((await scene.items('audit')).map(({ data }) => data['event'])).toContain('family.do_not_contact');
  });

  test('is opened again by a coordinator, not by an educator', async () => {
    const scene = await openScene(engine);
    await change(scene, people.lead, { rev: 1, doNotContact: true });
    const lifted = { rev: 2, doNotContact: false };
    await expect(change(scene, people.lead, lifted)).rejects.toMatchObject({ reason: 'family.protected' });
    expect(await change(scene, people.coordinator, lifted)).toMatchObject({ doNotContact: false, rev: 3 });
    expect((await scene.items('studentYear')).map(({ data }) => data['doNotContact'])).toEqual([
      false,
      false,
    ]);
  });

  test('has no visit ahead: that one is cancelled first', async () => {
    const scene = await openScene(engine);
    await accept(scene);
    await schedule(scene);
    const { rev } = (await read(scene)).family;
    await expect(change(scene, people.lead, { rev, doNotContact: true })).rejects.toMatchObject({
      reason: 'family.visit_scheduled',
    });
  });
});

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
    expect((await read(scene)).guardians).toMatchObject([{ noContact: true }]);
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
    expect((await read(scene)).guardians).toMatchObject([{ noContact: false }]);
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
    (await read(scene, people.coordinator)).guardians.map((one) => one.announcementsStopped);
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
