import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { newSecret } from '#functions/adapters/secrets.ts';
import { listFamilyLinks, revokeFamilyLinks } from '#functions/app/families/family-links.ts';
import { makeFamilyLetter } from '#functions/app/letters/make-family-letter.ts';
import { getFamilyPage } from '#functions/app/pages/get-family-page.ts';
import { guardian } from '#functions/data/entities/families.ts';
import { keys } from '#functions/data/keys.ts';
import { districtA, systemTable } from '#test/support/district.ts';
import { type Engine, startEngine } from '#test/support/engine.ts';
import { asFamily, invitedByLetter, linkOf } from '#test/support/family-steps.ts';
import { household, openScene, people, type Scene } from '#test/support/school-scene.ts';
import { before } from '#test/support/visit-steps.ts';

let engine: Engine;
beforeAll(async () => {
  engine = await startEngine();
});
afterAll(() => engine.stop());

const request = { params: { link: '' }, query: {}, body: undefined };

const invited = () => invitedByLetter(engine);
const page = async (scene: Scene, link: string, now = before) => {
  const { deps, context } = asFamily(scene, link, now);
  return getFamilyPage(deps, context, request);
};
const data = async (scene: Scene, type: string) => (await scene.items(type)).map((item) => item.data);
/** Somebody of the school notes that this guardian may not be reached. */
async function leaveAlone(scene: Scene, guardianId: string): Promise<void> {
  const table = systemTable(scene.engine.client, scene.tableName, before);
  const key = { pk: keys.family(districtA, household.familyId), sk: keys.guardian(guardianId) };
  const found = await table.get(guardian, key);
  if (found === undefined) throw new Error(`nobody is ${guardianId}`);
  const work = table.begin('guardian.changed', household.familyId);
  work.update(guardian, found, { ...found, noContact: true });
  await work.commit(null);
}

describe('a family opens its page', () => {
  test('and reads who asks, without anything about another family or adult', async () => {
    const { scene, link } = await invited();
    const view = await page(scene, link);
    expect(view).toMatchObject({
      status: 'invited',
      invitedBy: people.lead.name,
      children: ['Uma', 'Vic'],
      schools: ['Oak Street School'],
      ahead: [],
      past: [],
      kept: { adult: null, otherAdults: 1 },
    });
    expect(JSON.stringify(view)).not.toContain('Gia Guardian');
  });

  test('and opening it changes nothing', async () => {
    const { scene, link } = await invited();
    const then = await scene.items();
    await page(scene, link);
    expect(await scene.items()).toEqual(then);
  });

  test('only with the right secret, while the year lasts, and until the link is revoked', async () => {
    const { scene, link } = await invited();
    const wrong = link.replace(/a{22}$/, 'b'.repeat(22));
    await expect(page(scene, wrong)).rejects.toMatchObject({ code: 'NOT_FOUND', reason: 'link_ended' });
    const ofNoDistrict = link.replace(districtA, `${districtA.slice(0, -1)}9`);
    await expect(page(scene, ofNoDistrict)).rejects.toMatchObject({ reason: 'link_ended' });
    // The year closes on 30 June in Chicago; the link ends at noon UTC of the next day.
    await expect(page(scene, link, '2027-07-01T11:59:00.000Z')).resolves.toMatchObject({ year: '2026-27' });
    await expect(page(scene, link, '2027-08-01T15:00:00.000Z')).rejects.toMatchObject({
      reason: 'link_ended',
    });
  });

  test('and staff of its school end every link at once, without ever seeing one', async () => {
    const { scene, link } = await invited();
    const { deps, context } = scene.as(people.coordinator, before);
    const of = { params: { familyId: household.familyId }, query: undefined, body: undefined };
    const listed = await listFamilyLinks(deps, context, of);
    expect(listed.items).toMatchObject([{ via: 'letter', guardian: null, holds: true }]);
    expect(JSON.stringify(listed)).not.toContain('hash');
    const stranger = scene.as(people.stranger, before);
    await expect(revokeFamilyLinks(stranger.deps, stranger.context, of)).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
    const revoked = await revokeFamilyLinks(deps, context, of);
    expect(revoked.items).toMatchObject([{ holds: false, revokedAt: before }]);
    await expect(page(scene, link)).rejects.toMatchObject({ reason: 'link_ended' });
  });

  test('also in the hours that a link outlives its school year, while no next one is set up', async () => {
    const { scene, link } = await invited();
    const early = '2027-07-01T10:00:00.000Z';
    expect((await page(scene, link, early)).year).toBe('2026-27');
    const { deps, context } = scene.as(people.coordinator, early);
    const of = { params: { familyId: household.familyId }, query: undefined, body: undefined };
    expect((await listFamilyLinks(deps, context, of)).items).toMatchObject([{ holds: true }]);
    await revokeFamilyLinks(deps, context, of);
    await expect(page(scene, link, early)).rejects.toMatchObject({ reason: 'link_ended' });
  });

  test('also when more links were given out than one transaction holds', async () => {
    const { scene } = await invited();
    const { deps, context } = scene.as(people.coordinator, before, 'key-of-all');
    for (let number = 0; number < 120; number += 1)
      await makeFamilyLetter({ ...deps, newSecret }, context, {
        params: { familyId: household.familyId },
        query: undefined,
        body: undefined,
      });
    const of = { params: { familyId: household.familyId }, query: undefined, body: undefined };
    const { items } = await revokeFamilyLinks(deps, context, of);
    expect(items).toHaveLength(121);
    expect(items.filter(({ holds }) => holds)).toEqual([]);
    expect((await data(scene, 'familyLink')).filter(({ revokedAt }) => revokedAt === null)).toEqual([]);
  });

  test('but not by the link of a guardian who may not be reached any more', async () => {
    const scene = await openScene(engine);
    const [gia] = await scene.items('guardian');
    const guardianId = String(gia?.data['guardianId']);
    const link = await linkOf(scene, { guardianId });
    expect((await page(scene, link)).kept.adult).toMatchObject({ name: 'Gia Guardian' });
    await leaveAlone(scene, guardianId);
    await expect(page(scene, link)).rejects.toMatchObject({ reason: 'link_ended' });
  });
});
