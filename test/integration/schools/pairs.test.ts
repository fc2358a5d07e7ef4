import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findPairs } from '#functions/app/schools/find-pairs.ts';
import { placement } from '#functions/data/entities/people.ts';
import { keys } from '#functions/data/keys.ts';
import type { FreeTime } from '#shared/domain/time/free-times.ts';
import { districtA, systemTable } from '#test/support/district.ts';
import { type Engine, startEngine } from '#test/support/engine.ts';
import { openScene, people, type Scene, schools } from '#test/support/school-scene.ts';
import { before } from '#test/support/visit-steps.ts';

let engine: Engine;
beforeAll(async () => {
  engine = await startEngine();
});
afterAll(() => engine.stop());

const monday: FreeTime = { weekday: 1, from: '16:00', until: '19:00' };
const friday: FreeTime = { weekday: 5, from: '15:30', until: '18:00' };

async function placed(
  scene: Scene,
  personId: string,
  changes: Partial<{ willing: boolean; languages: string[]; freeTimes: FreeTime[] }>,
) {
  const table = systemTable(scene.engine.client, scene.tableName, before);
  const now = await table.get(placement, {
    pk: keys.person(districtA, personId),
    sk: keys.school(schools.oak),
  });
  if (now === undefined) throw new Error('nobody there');
  const work = table.begin('person.changed', personId);
  work.update(placement, now, { ...now, ...changes });
  await work.commit(null);
}

async function find(
  scene: Scene,
  query: { weekday?: number; language?: string; personId?: string } = {},
  who = people.coordinator,
) {
  const { deps, context } = scene.as(who, before);
  const found = await findPairs(deps, context, { params: { schoolId: schools.oak }, query, body: undefined });
  return { ...found, names: found.pairs.map(({ people: both }) => both.map(({ name }) => name)) };
}

async function busySchool(): Promise<Scene> {
  const scene = await openScene(engine);
  await placed(scene, people.lead.personId, { freeTimes: [monday, friday] });
  await placed(scene, people.partner.personId, { freeTimes: [monday, friday], languages: ['so'] });
  await placed(scene, people.third.personId, { freeTimes: [monday] });
  await placed(scene, people.novice.personId, { freeTimes: [monday] });
  return scene;
}

describe('the pair finder of a school', () => {
  it('brings together the willing and certified, best pair first', async () => {
    const found = await find(await busySchool());
    expect(found.names).toEqual([
      ['Lea Lead', 'Pat Partner'],
      ['Pat Partner', 'Theo Third'],
      ['Lea Lead', 'Theo Third'],
    ]);
    expect(found.timesUnknown.map(({ name }) => name)).toEqual(['Cleo Coordinator']);
    expect(found.total).toBe(3);
  });

  it('leaves out whoever has not said yes, or is not certified', async () => {
    const scene = await busySchool();
    await placed(scene, people.third.personId, { willing: false });
    const found = await find(scene);
    expect(found.people.map(({ name }) => name)).toEqual(['Cleo Coordinator', 'Lea Lead', 'Pat Partner']);
    expect(found.names).toEqual([['Lea Lead', 'Pat Partner']]);
  });

  it('keeps to a day of the week and a language', async () => {
    const scene = await busySchool();
    expect((await find(scene, { weekday: 5 })).names).toEqual([['Lea Lead', 'Pat Partner']]);
    expect((await find(scene, { language: 'so', personId: people.third.personId })).names).toEqual([
      ['Pat Partner', 'Theo Third'],
    ]);
  });

  it('does not exist for another school’s coordinator', async () => {
    const scene = await busySchool();
    await expect(find(scene, {}, people.elmCoordinator)).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });
});
