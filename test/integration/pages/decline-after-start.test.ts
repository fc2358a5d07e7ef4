import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { recordAnswer } from '#functions/app/families/record-answer.ts';
import { changeFamily } from '#functions/app/households/change-family.ts';
import { declineAsFamily, stopContact } from '#functions/app/pages/decline-as-family.ts';
import { changeVisit } from '#functions/app/visits/change-visit.ts';
import { recordLateVisit } from '#functions/app/visits/record-late-visit.ts';
import { type Engine, startEngine } from '#test/support/engine.ts';
import { asFamily, linkOf } from '#test/support/family-steps.ts';
import { openScene, people } from '#test/support/school-scene.ts';
import { accept, after, complete, plan, schedule } from '#test/support/visit-steps.ts';

let engine: Engine;
beforeAll(async () => {
  engine = await startEngine();
});
afterAll(() => engine.stop());

const say = { params: { link: '' }, query: {}, body: {} };

describe('a family says no once a visit has begun', () => {
  test('also while a late entry waits for its approval, which stays with the school', async () => {
    const scene = await openScene(engine);
    const link = await linkOf(scene);
    await accept(scene);
    const { deps, context } = scene.as(people.lead, after);
    const reason = 'The family asked us in when we brought a book';
    const body = { ...plan, reason };
    await recordLateVisit(deps, context, { params: undefined, query: undefined, body });
    const family = asFamily(scene, link, after);
    expect(await stopContact(family.deps, family.context, say)).toEqual({ said: 'stopped' });
    expect((await scene.items('visit')).map(({ data }) => data['status'])).toEqual(['awaiting_approval']);
  });

  test('also by what staff write down for it, while a late entry waits', async () => {
    const scene = await openScene(engine);
    const { rev } = await accept(scene);
    const { deps, context } = scene.as(people.lead, after);
    const reason = 'The family asked us in when we brought a book';
    const none = { params: undefined, query: undefined, body: undefined };
    await recordLateVisit(deps, context, { ...none, body: { ...plan, reason } });
    const of = { ...none, params: { familyId: plan.familyId } };
    await changeFamily(deps, context, { ...of, body: { doNotContact: true, rev: 1 } });
    const said = await recordAnswer(deps, context, { ...of, body: { answer: 'declined', rev } });
    expect(said.status).toBe('declined');
    expect((await scene.items('visit')).map(({ data }) => data['status'])).toEqual(['awaiting_approval']);
  });

  test('and a visit that has begun is not undone by it: its team still logs it', async () => {
    const scene = await openScene(engine);
    const link = await linkOf(scene);
    await accept(scene);
    const visit = await schedule(scene);
    const family = asFamily(scene, link, after);
    expect(await declineAsFamily(family.deps, family.context, say)).toEqual({ said: 'declined' });
    const { deps, context } = scene.as(people.lead, after);
    const { familyId: _, studentIds: __, ...later } = { ...plan, date: '2026-10-08', rev: visit.rev };
    const move = { params: { visitId: visit.visitId }, query: undefined, body: later };
    await expect(changeVisit(deps, context, move)).rejects.toMatchObject({ reason: 'family.declined' });
    expect(await complete(scene, visit)).toMatchObject({ status: 'completed' });
  });
});
