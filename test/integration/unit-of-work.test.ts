import { PutCommand, ScanCommand } from '@aws-sdk/lib-dynamodb';
import { afterAll, beforeAll, describe, expect, onTestFinished, test, vi } from 'vitest';
import { school } from '#functions/data/entities/roster.ts';
import type { Item } from '#functions/data/entity.ts';
import { keys } from '#functions/data/keys.ts';
import { callAs, districtA, openDistrict, systemTable } from '#test/support/district.ts';
import { type Engine, startEngine } from '#test/support/engine.ts';

const now = '2026-11-22T15:00:00Z';
const person = { personId: 'per_01JD3M8Q4V0000000000000001', roles: ['district_admin'] as const };
const idempotency = { key: 'same-key-1', hash: 'a' };

let engine: Engine;
beforeAll(async () => {
  engine = await startEngine();
});
afterAll(() => engine.stop());

const itemsOf = async (tableName: string): Promise<Item[]> =>
  ((await engine.client.send(new ScanCommand({ TableName: tableName }))).Items ?? []) as Item[];

describe('a command', () => {
  test('writes state, audit entry and idempotency record together, and a repeat answers the same', async () => {
    const tableName = await engine.newTable();
    const once = async () => {
      const { deps } = callAs(engine.client, tableName, now, person, idempotency);
      const schoolId = deps.newId('sch');
      const work = deps.table.begin('school.added', schoolId);
      work.create(school, { schoolId, name: 'Oak Street School', rosterId: null });
      return work.commit({ schoolId });
    };
    const first = await once();
    expect(await once()).toEqual(first);
    const kinds = (await itemsOf(tableName)).map((item) => item.et).sort();
    expect(kinds).toEqual(['audit', 'idempotency', 'school']);
  });

  test('refuses a key that comes again with other content', async () => {
    const tableName = await engine.newTable();
    const send = (hash: string) => {
      const { deps } = callAs(engine.client, tableName, now, person, { key: 'same-key-1', hash });
      return deps.table.begin('nothing.done', 'x').commit({ hash });
    };
    await send('a');
    await expect(send('b')).rejects.toMatchObject({ code: 'REPEATED_WITH_OTHER_CONTENT' });
  });

  test('of two writers on one revision one wins, and the other is told', async () => {
    const tableName = await engine.newTable();
    const table = systemTable(engine.client, tableName, now);
    const value = { schoolId: table.newId('sch'), name: 'Oak', rosterId: null };
    const setup = table.begin('school.added', value.schoolId);
    const kept = setup.create(school, value);
    await setup.commit(null);

    const rename = (name: string) => {
      const work = systemTable(engine.client, tableName, now).begin('school.renamed', value.schoolId);
      work.update(school, kept, { ...value, name });
      return work.commit(name);
    };
    const outcomes = await Promise.allSettled([rename('Elm'), rename('Ash')]);
    expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(outcomes.find(({ status }) => status === 'rejected')).toMatchObject({
      reason: { code: 'CHANGED_MEANWHILE' },
    });
    const stored = (await itemsOf(tableName)).find((item) => item.et === 'school');
    expect(stored).toMatchObject({ rev: 2, createdBy: 'system:test' });
  });

  test('of more than a hundred items is refused whole, in words', async () => {
    const tableName = await engine.newTable();
    const table = systemTable(engine.client, tableName, now);
    const work = table.begin('school.added', 'many');
    for (let count = 0; count < 100; count += 1)
      work.create(school, { schoolId: table.newId('sch'), name: `School ${count}`, rosterId: null });
    await expect(work.commit(null)).rejects.toMatchObject({ code: 'TOO_LARGE' });
    expect(await itemsOf(tableName)).toHaveLength(0);
  });
});

test('what a command decides by is read as it is now; only an index may lag behind', async () => {
  const table = systemTable(engine.client, await engine.newTable(), now);
  await openDistrict(table);
  const send = vi.spyOn(engine.client, 'send');
  onTestFinished(() => send.mockRestore());
  await table.queryAll({ pk: keys.district(districtA), prefix: keys.setting.prefix });
  await table.queryAll({ index: 'gsi1', pk: keys.people(districtA) });
  const asked = send.mock.calls.map(([command]) => command.input);
  expect(asked).toMatchObject([{ ConsistentRead: true }, { IndexName: 'gsi1', ConsistentRead: false }]);
});

test('a page that DynamoDB cuts short at a megabyte goes on behind its cursor', async () => {
  const tableName = await engine.newTable();
  const table = systemTable(engine.client, tableName, now);
  const pk = keys.school('large');
  const written = ['a', 'b', 'c', 'd', 'e', 'f', 'g'];
  for (const sk of written) {
    const Item = { pk, sk, et: 'large', data: { text: sk.repeat(300_000) } };
    await engine.client.send(new PutCommand({ TableName: tableName, Item }));
  }
  for (const descending of [false, true]) {
    const found: string[] = [];
    let cursor: string | null | undefined;
    do {
      const page = await table.queryPage({ pk, descending }, { limit: 50, cursor: cursor ?? undefined });
      found.push(...page.items.map(({ sk }) => sk));
      cursor = page.cursor;
    } while (cursor !== null);
    expect(found).toEqual(descending ? written.toReversed() : written);
  }
});

test('a page’s cursor carries no partition key, and a damaged one is refused in words', async () => {
  const tableName = await engine.newTable();
  const table = systemTable(engine.client, tableName, now);
  await openDistrict(table);
  const range = { pk: keys.district(districtA), prefix: keys.setting.prefix };
  const first = await table.queryPage(range, { limit: 3 });
  expect(first.items).toHaveLength(3);
  const cursor = first.cursor ?? '';
  expect(Buffer.from(cursor, 'base64url').toString()).not.toContain(districtA);
  const second = await table.queryPage(range, { limit: 3, cursor });
  expect([...first.items, ...second.items].map(({ sk }) => sk)).toEqual(
    (await table.queryAll(range)).map(({ sk }) => sk),
  );
  expect(second.cursor).toBeNull();
  await expect(table.queryPage(range, { limit: 3, cursor: 'VE8jZWxzZXdoZXJl' })).rejects.toMatchObject({
    code: 'BAD_REQUEST',
  });
});
