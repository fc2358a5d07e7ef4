import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { getHopes } from '#functions/app/hopes/get-hopes.ts';
import { writeHopes } from '#functions/app/hopes/write-hopes.ts';
import { getPreparation } from '#functions/app/preparation/get-preparation.ts';
import { setFamilyWants } from '#functions/app/preparation/set-family-wants.ts';
import { hopes as hopesEntity } from '#functions/data/entities/hopes.ts';
import { keys } from '#functions/data/keys.ts';
import { correctedByFamily, withdrawnByFamily } from '#shared/domain/hopes/change.ts';
import { districtA, systemTable } from '#test/support/district.ts';
import { type Engine, startEngine } from '#test/support/engine.ts';
import { household, openScene, people, type Scene } from '#test/support/school-scene.ts';
import { after, schedule, visited } from '#test/support/visit-steps.ts';

let engine: Engine;
beforeAll(async () => {
  engine = await startEngine();
});
afterAll(() => engine.stop());

type Who = (typeof people)[keyof typeof people];
const none = { params: undefined, query: undefined, body: undefined };
const { familyId } = household;
const [studentId, sibling] = household.students;
const words = 'That she learns to swim, and that she keeps asking questions';
/** In the season of second visits. */
const winter = '2027-01-15T15:00:00.000Z';

const write = (scene: Scene, rev = 0, who: Who = people.partner, of = studentId) => {
  const { deps, context } = scene.as(who, after, `hopes-${rev}`);
  const params = { familyId, studentId: of };
  return writeHopes(deps, context, { ...none, params, body: { words, rev } });
};
const read = (scene: Scene, who: Who = people.lead) => {
  const { deps, context } = scene.as(who, after);
  return getHopes(deps, context, { ...none, params: { familyId } });
};
/** The family changes its hopes on its own page. */
async function byFamily(scene: Scene, change: typeof withdrawnByFamily) {
  const table = systemTable(engine.client, scene.tableName, winter);
  const key = { pk: keys.family(districtA, familyId), sk: keys.hopes('2026-27', studentId) };
  const kept = await table.get(hopesEntity, key);
  if (kept === undefined) throw new Error('no hopes were written');
  const work = table.begin('hopes.changed', familyId);
  work.update(hopesEntity, kept, change(kept, winter));
  await work.commit(null);
}

describe('the hopes of a family', () => {
  test('are written down by the team after the first visit, for each child', async () => {
    const scene = await openScene(engine);
    await visited(scene);
    await write(scene);
    expect((await read(scene)).students).toMatchObject([
      { studentId, visited: true, hopes: { words, status: 'shared', writtenByName: people.partner.name } },
      { studentId: sibling, visited: false, hopes: null },
    ]);
  });

  test('are written once when the same form comes twice, and the record of the request holds no word (I20)', async () => {
    const scene = await openScene(engine);
    await visited(scene);
    const first = await write(scene);
    expect(await write(scene)).toEqual(first);
    const holding = (await scene.items()).filter((item) => JSON.stringify(item).includes('swim'));
    expect(holding.map(({ et }) => et)).toEqual(['hopes']);
  });

  test('hold no word of duty, for the family reads them (I15)', async () => {
    const scene = await openScene(engine);
    await visited(scene);
    const { deps, context } = scene.as(people.partner, after);
    const body = { words: 'Visits are mandatory, they said', rev: 0 };
    const params = { familyId: household.familyId, studentId };
    await expect(writeHopes(deps, context, { ...none, params, body })).rejects.toMatchObject({
      reason: 'words.duty',
    });
    expect(await scene.items('hopes')).toEqual([]);
  });

  test('wait for the first visit (CP3)', async () => {
    const scene = await openScene(engine);
    await visited(scene);
    await expect(write(scene, 0, people.lead, sibling)).rejects.toMatchObject({
      reason: 'hopes.before_first',
    });
  });

  test('are not there for somebody of another school', async () => {
    const scene = await openScene(engine);
    await visited(scene);
    await write(scene);
    await expect(read(scene, people.stranger)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(write(scene, 1, people.elmCoordinator)).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  test('may be edited until the family has put them into its own words', async () => {
    const scene = await openScene(engine);
    await visited(scene);
    const { rev } = await write(scene);
    await expect(write(scene, 0, people.lead)).rejects.toMatchObject({ code: 'CHANGED_MEANWHILE' });
    await write(scene, rev);
    await byFamily(scene, (hopes, now) => correctedByFamily(hopes, 'That she swims', now));
    await expect(write(scene, 3)).rejects.toMatchObject({ reason: 'hopes.family_wrote' });
    expect((await read(scene)).students[0]?.hopes).toMatchObject({
      words: 'That she swims',
      changedByFamilyAt: winter,
    });
  });

  test('are gone once the family takes them back, and nobody writes them down again', async () => {
    const scene = await openScene(engine);
    await visited(scene);
    await write(scene);
    await byFamily(scene, withdrawnByFamily);
    expect((await read(scene)).students[0]?.hopes).toMatchObject({ words: '', status: 'withdrawn' });
    await expect(write(scene, 2)).rejects.toMatchObject({ reason: 'hopes.withdrawn' });
    const holding = (await scene.items()).filter((item) => JSON.stringify(item).includes('swim'));
    expect(holding).toEqual([]);
  });
});

describe('a second visit', () => {
  const second = (scene: Scene) => schedule(scene, { date: '2027-02-03' }, winter);
  const prepare = (scene: Scene, visitId: string, who: Who = people.partner) => {
    const { deps, context } = scene.as(who, winter);
    return getPreparation(deps, context, { ...none, params: { visitId } });
  };
  const ask = (scene: Scene, visitId: string, wants: string, rev = 0) => {
    const { deps, context } = scene.as(people.lead, winter, `key-${rev}`);
    return setFamilyWants(deps, context, { ...none, params: { visitId }, body: { words: wants, rev } });
  };

  test('opens with the hopes of the first, and with what the family would like to talk about', async () => {
    const scene = await openScene(engine);
    await visited(scene);
    await write(scene);
    const { visitId } = await second(scene);
    expect(await prepare(scene, visitId)).toMatchObject({
      students: [{ studentId, hopes: { words } }],
      familyWants: null,
      rev: 0,
    });
    const asked = await ask(scene, visitId, 'How to help with reading at home');
    expect((await prepare(scene, visitId)).familyWants).toMatchObject({
      words: 'How to help with reading at home',
    });
    await expect(ask(scene, visitId, 'x', 7)).rejects.toMatchObject({ code: 'CHANGED_MEANWHILE' });
    await ask(scene, visitId, '', asked.rev);
    expect((await prepare(scene, visitId)).familyWants).toMatchObject({ words: '' });
    // Taken back, the words are gone at once, also from what is kept for a request that is repeated.
    expect(JSON.stringify(await scene.items())).not.toContain('reading at home');
  });

  test('has a subject; a first visit has no field for one (I11)', async () => {
    const scene = await openScene(engine);
    const first = await visited(scene);
    await expect(ask(scene, first.visitId, 'Grades')).rejects.toMatchObject({
      reason: 'visit.first_is_hopes',
    });
    expect(await scene.items('familyWants')).toEqual([]);
  });

  test('is prepared by its team alone', async () => {
    const scene = await openScene(engine);
    await visited(scene);
    const { visitId } = await second(scene);
    await expect(prepare(scene, visitId, people.third)).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });
});
