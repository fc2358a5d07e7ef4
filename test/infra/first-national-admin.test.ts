import { describe, expect, test } from 'vitest';
import type { Accounts } from '#functions/app/tasks/ports.ts';
import { membershipsOf, setMembership } from '#functions/data/identities.ts';
import { Table } from '#functions/data/table.ts';
import { makeNationalAdmin, namesOf, theOne } from '#infra/build/first-national-admin.ts';
import { engineOfTest } from '#test/support/engine.ts';
import { synthesized } from './synthesized.ts';

const now = '2026-08-03T15:00:00.000Z';
const ana = { name: 'Ana Example', email: 'ana@example.org' };
const accounts: Accounts = { open: async (email) => `sub-of-${email}` };
const subject = 'sub-of-ana@example.org';

async function emptyTable(): Promise<Table> {
  const engine = await engineOfTest();
  return new Table(engine.client, await engine.newTable(), now);
}

describe('the first administrator of the national office', () => {
  test('can be made when nobody is there yet, and twice is once', async () => {
    const table = await emptyTable();
    await makeNationalAdmin(table, accounts, ana);
    await makeNationalAdmin(table, accounts, ana);
    expect(await membershipsOf(table, subject)).toMatchObject([
      {
        active: true,
        version: 1,
        place: { kind: 'national', name: 'Ana Example', roles: ['national_admin'] },
      },
    ]);
  });

  test('keeps the other roles that the person has there', async () => {
    const table = await emptyTable();
    const place = { kind: 'national' as const, name: ana.name, roles: ['national_analyst' as const] };
    await setMembership(table, 'operator', { subject, active: true, place });
    await makeNationalAdmin(table, accounts, ana);
    const [membership] = await membershipsOf(table, subject);
    expect(membership?.place).toMatchObject({ roles: ['national_analyst', 'national_admin'] });
  });

  test('is written where the deployed stage looks for it', () => {
    const data = synthesized();
    const { tablePrefix, userPool } = namesOf('local');
    expect(data.raw('data')['Table']?.Type).toBe('AWS::DynamoDB::GlobalTable');
    expect(data.raw('data')['Table']?.Properties['TableName']).toBeUndefined();
    expect(data.app.node.findChild('data')).toMatchObject({ stackName: 'porchlight-local-data' });
    expect(tablePrefix).toBe('porchlight-local-data-Table-');
    expect(data.raw('identity')['UserPool']?.Properties['UserPoolName']).toBe(userPool);
  });

  test('is never written into one of two tables by chance', () => {
    expect(theOne(['a'], 'table of staging', '--table')).toBe('a');
    expect(() => theOne([], 'table of staging', '--table')).toThrow('Deploy the stage first');
    expect(() => theOne(['a', 'b'], 'table of staging', '--table')).toThrow('a, b');
  });
});
