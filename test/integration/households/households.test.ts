import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { addGuardian } from '#functions/app/households/add-guardian.ts';
import { changeFamily } from '#functions/app/households/change-family.ts';
import type { Args } from '#shared/contract/client.ts';
import { type Engine, startEngine } from '#test/support/engine.ts';
import { family, mend, now, readFamily, takeOut, type Who } from '#test/support/household-steps.ts';
import { openScene, people, type Scene } from '#test/support/school-scene.ts';
import { accept, schedule } from '#test/support/visit-steps.ts';

let engine: Engine;
beforeAll(async () => {
  engine = await startEngine();
});
afterAll(() => engine.stop());

const change = async (scene: Scene, who: Who, body: Args<'changeFamily'>['body']) => {
  const { deps, context } = scene.as(who, now);
  return changeFamily(deps, context, { params: family, query: undefined, body });
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
    const { guardians } = await readFamily(scene);
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
    expect((await readFamily(scene)).family).toMatchObject({ language: 'so', rev: 2 });
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
    expect((await readFamily(scene)).guardians).toEqual([]);
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
    const { rev } = (await readFamily(scene)).family;
    await expect(change(scene, people.lead, { rev, doNotContact: true })).rejects.toMatchObject({
      reason: 'family.visit_scheduled',
    });
  });
});
