import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { declineAsFamily, stopContact } from '#functions/app/pages/decline-as-family.ts';
import { getFamilyPage } from '#functions/app/pages/get-family-page.ts';
import { disturbed } from '#test/support/disturbed.ts';
import { type Engine, startEngine } from '#test/support/engine.ts';
import { asFamily, linkOf } from '#test/support/family-steps.ts';
import { openScene, people, type Scene } from '#test/support/school-scene.ts';
import { accept, before, schedule } from '#test/support/visit-steps.ts';

let engine: Engine;
beforeAll(async () => {
  engine = await startEngine();
});
afterAll(() => engine.stop());

const say = { params: { link: '' }, query: {}, body: {} };
const days = [
  '2026-10-01',
  '2026-10-02',
  '2026-10-05',
  '2026-10-06',
  '2026-10-07',
  '2026-10-08',
  '2026-10-12',
  '2026-10-13',
];

/** Eight students of one household, each with a visit of its own ahead, and four people in each team. */
async function eightVisits() {
  const scene = await openScene(engine);
  const link = await linkOf(scene);
  const students = await scene.addSiblings(6);
  await accept(scene);
  const team = {
    partnerIds: [people.partner.personId, people.third.personId],
    interpreterId: people.novice.personId,
  };
  for (const [index, studentId] of students.entries())
    await schedule(scene, { ...team, studentIds: [studentId], date: days[index] ?? '' });
  return { scene, link };
}
const data = async (scene: Scene, type: string) => (await scene.items(type)).map((item) => item.data);

async function expectEnded(scene: Scene): Promise<void> {
  expect((await data(scene, 'visit')).map(({ status }) => status)).toEqual(days.map(() => 'cancelled'));
  expect((await data(scene, 'studentYear')).map((one) => [one['invitation'], one['visits']])).toEqual(
    days.map(() => ['declined', []]),
  );
  expect((await data(scene, 'dayBook')).flatMap(({ appointments }) => appointments)).toEqual([]);
  const told = (await data(scene, 'outbox')).map(({ body }) => body as { kind: string });
  expect(told.filter(({ kind }) => kind === 'visit_cancelled')).toHaveLength(4 * days.length);
}

describe('a household with more visits ahead than one transaction holds', () => {
  test('says no in one tap: every visit is cancelled, every team is told once, and no is the answer', async () => {
    const { scene, link } = await eightVisits();
    const { deps, context } = asFamily(scene, link, before, 'one-form');
    expect(await declineAsFamily(deps, context, say)).toEqual({ said: 'declined' });
    await expectEnded(scene);
    expect(await declineAsFamily(deps, context, say)).toEqual({ said: 'declined' });
    await expectEnded(scene);
  });

  test('asks not to be contacted in one tap', async () => {
    const { scene, link } = await eightVisits();
    const { deps, context } = asFamily(scene, link);
    await stopContact(deps, context, say);
    await expectEnded(scene);
    expect((await data(scene, 'family')).map(({ doNotContact }) => doNotContact)).toEqual([true]);
  });

  test('is left as it says at every moment: after a break some are cancelled, and the next tap ends the rest', async () => {
    const { scene, link } = await eightVisits();
    const stopped = disturbed(engine.client, async (nth) => (nth === 2 ? 'lost before' : 'sent'));
    const broken = asFamily({ ...scene, engine: { ...engine, client: stopped } }, link);
    await expect(declineAsFamily(broken.deps, broken.context, say)).rejects.toThrow('stopped');
    const { deps, context } = asFamily(scene, link);
    const { status, ahead } = await getFamilyPage(deps, context, { ...say, body: undefined });
    expect(status).toBe('accepted');
    const cancelled = (await data(scene, 'visit')).filter((one) => one['status'] === 'cancelled');
    expect([cancelled.length, ahead.length]).toEqual([1, days.length - 1]);
    await declineAsFamily(deps, context, say);
    await expectEnded(scene);
  });
});
