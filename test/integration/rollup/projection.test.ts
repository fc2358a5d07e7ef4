import { PutCommand, ScanCommand } from '@aws-sdk/lib-dynamodb';
import fc from 'fast-check';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { project } from '#functions/app/rollup/project.ts';
import { cancelVisit } from '#functions/app/visits/cancel-visit.ts';
import { studentYear } from '#functions/data/entities/families.ts';
import { person } from '#functions/data/entities/people.ts';
import { type Item, read } from '#functions/data/entity.ts';
import { readStreamRecord, type StreamChange } from '#functions/data/stream-record.ts';
import { Table } from '#functions/data/table.ts';
import { type Counts, noCounts } from '#shared/domain/rollup/model.ts';
import { districtA, systemTable, year2026 } from '#test/support/district.ts';
import { type Engine, startEngine } from '#test/support/engine.ts';
import { openScene, people, type Scene, schools } from '#test/support/school-scene.ts';
import { streamOf } from '#test/support/stream.ts';
import { after, complete, schedule, visited } from '#test/support/visit-steps.ts';

const now = '2027-03-01T15:00:00.000Z';
let engine: Engine;
beforeAll(async () => {
  engine = await startEngine();
});
afterAll(() => engine.stop());

const changesOf = async (scene: Scene): Promise<StreamChange[]> =>
  (await streamOf(engine, scene.tableName)).map(readStreamRecord);

const apply = (scene: Scene, changes: readonly StreamChange[]) =>
  project(
    systemTable(engine.client, scene.tableName, now),
    new Table(engine.client, scene.tableName, now),
    changes,
  );

async function countsOf(scene: Scene): Promise<Record<string, Counts>> {
  const rows = await scene.items('rollup');
  return Object.fromEntries(
    rows.map(({ data }) => [String(data['schoolId'] ?? 'district'), data['counts'] as Counts]),
  );
}
const national = async (scene: Scene) => (await scene.items('nationalRollup')).map(({ data }) => data);

/** Two households at Oak, one at Elm: two first visits, one second, one visit called off. */
async function aYear(): Promise<Scene> {
  const scene = await openScene(engine);
  await scene.addHousehold(2);
  await scene.addHousehold(3, schools.elm);
  await visited(scene);
  const other = await visited(scene, {
    familyId: 'fam_00000000000000000000000002',
    studentIds: ['stu_00000000000000000000000003', 'stu_00000000000000000000000004'],
    date: '2026-09-30',
  });
  expect(other.students).toHaveLength(2);
  const second = await schedule(scene, { date: '2027-02-01' }, '2027-01-15T15:00:00.000Z');
  await complete(scene, second, '2027-02-01T23:30:00.000Z');
  const third = await schedule(scene, { date: '2027-02-20' }, '2027-02-02T15:00:00.000Z');
  const { deps, context } = scene.as(people.lead, '2027-02-03T15:00:00.000Z');
  await cancelVisit(deps, context, {
    query: undefined,
    params: { visitId: third.visitId },
    body: { outcome: 'cancelled', side: 'family', reason: 'other', rev: third.rev },
  });
  return scene;
}

const oak = { students: 4, visits: 3, visitedStudents: 3, twoVisitStudents: 1, trained: 0 };
const elm = { ...noCounts, students: 2 };
const wholeDistrict = { students: 6, visits: 3, visitedStudents: 3, twoVisitStudents: 1, trained: 8 };

describe('counts that the stream keeps', () => {
  let scene: Scene;
  let changes: StreamChange[];
  beforeEach(async () => {
    scene = await aYear();
    changes = await changesOf(scene);
  });

  test('are what a year came to; the district is the sum of its schools (I43, I44)', async () => {
    await apply(scene, changes);
    const counts = await countsOf(scene);
    expect(counts).toEqual({ [schools.oak]: oak, [schools.elm]: elm, district: wholeDistrict });
  });

  test('are the same when every batch comes again, whole or in part', async () => {
    await apply(scene, changes);
    await apply(scene, changes);
    await apply(scene, changes.slice(5, 30));
    expect(await countsOf(scene)).toMatchObject({ [schools.oak]: oak, district: wholeDistrict });
  });

  test('are the same when several shards are at them at once', async () => {
    const shards: StreamChange[][] = [[], [], [], []];
    for (const [index, change] of changes.entries()) shards[index % shards.length]?.push(change);
    await Promise.all(shards.map((shard) => apply(scene, shard)));
    expect(await countsOf(scene)).toMatchObject({ [schools.oak]: oak, district: wholeDistrict });
  });

  test('reach the national office as the district’s own line, and nothing else does (I2, I44)', async () => {
    await apply(scene, changes);
    const lines = (await changesOf(scene)).slice(changes.length);
    await apply(scene, lines);
    expect(await national(scene)).toEqual([
      expect.objectContaining({ districtId: districtA, year: year2026.year, counts: wholeDistrict }),
    ]);
    const [before] = await national(scene);
    await apply(scene, lines.slice(0, 2));
    expect(await national(scene)).toEqual([before]);
    expect(Object.keys(before ?? {}).sort()).toEqual(['counts', 'districtId', 'of', 'year']);
  });
});

test('however the stream cuts, repeats and delays its batches, the counts come out the same', async () => {
  const scene = await aYear();
  const changes = await changesOf(scene);
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(fc.nat(changes.length), fc.integer({ min: 1, max: 40 })), { maxLength: 8 }),
      async (cuts) => {
        const fresh = { ...scene, tableName: await engine.newTable() };
        const settings = (await scene.items()).filter(({ sk }) => sk.startsWith('SETTING#'));
        await keep(fresh.tableName, settings);
        const items = () => itemsOf(fresh.tableName);
        for (const [from, size] of cuts) await apply(fresh, changes.slice(from, from + size));
        await apply(fresh, changes);
        expect(await countsOf({ ...fresh, items })).toMatchObject({
          [schools.oak]: oak,
          district: wholeDistrict,
        });
      },
    ),
    { numRuns: 8 },
  );
});

test('a renewed certificate and a change of schools count nobody twice', async () => {
  const scene = await openScene(engine);
  const table = systemTable(engine.client, scene.tableName, after);
  const stored = (await scene.items('person')).find(({ data }) => data['personId'] === people.lead.personId);
  if (stored === undefined) throw new Error('no such person');
  const lead = read(person, stored);
  const work = table.begin('person.changed', lead.personId);
  work.update(person, lead, {
    ...lead,
    schoolIds: [schools.elm],
    certificate: { issuedOn: '2026-10-01', expiresOn: '2028-10-01' },
  });
  await work.commit(null);
  await apply(scene, await changesOf(scene));
  expect((await countsOf(scene))['district']?.trained).toBe(8);
});

test('a move to another school and back counts once, though only the way back is told again', async () => {
  const scene = await openScene(engine);
  await apply(scene, await changesOf(scene));
  const before = await countsOf(scene);
  const told = (await changesOf(scene)).length;
  for (const schoolId of [schools.elm, schools.oak]) {
    const stored = (await scene.items('studentYear')).find(({ data }) => data['givenName'] === 'Uma');
    if (stored === undefined) throw new Error('no such student');
    const standing = read(studentYear, stored);
    const work = systemTable(engine.client, scene.tableName, after).begin('student.moved', 'Uma');
    work.update(studentYear, standing, { ...standing, schoolId });
    await work.commit(null);
  }
  const moves = (await changesOf(scene)).slice(told);
  await apply(scene, moves);
  await apply(
    scene,
    moves.filter(({ before: from }) => from?.data['schoolId'] === schools.elm),
  );
  expect(await countsOf(scene)).toMatchObject(before);
});

async function keep(tableName: string, items: readonly Item[]): Promise<void> {
  for (const item of items) await engine.client.send(new PutCommand({ TableName: tableName, Item: item }));
}
async function itemsOf(tableName: string): Promise<Item[]> {
  const { Items } = await engine.client.send(new ScanCommand({ TableName: tableName }));
  return ((Items ?? []) as Item[]).filter(({ et }) => et === 'rollup');
}
