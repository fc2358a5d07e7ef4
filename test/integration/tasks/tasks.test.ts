import {
  AdminGetUserCommand,
  CognitoIdentityProviderClient,
} from '@aws-sdk/client-cognito-identity-provider';
import { ScanCommand } from '@aws-sdk/lib-dynamodb';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { cognitoAccounts } from '#functions/adapters/cognito-accounts.ts';
import { newIdAt } from '#functions/adapters/ids.ts';
import { claimsOf } from '#functions/app/account/claims-of.ts';
import type { NationalContext } from '#functions/app/context.ts';
import { createDistrict } from '#functions/app/national/create-district.ts';
import { inviteDistrictAdmin } from '#functions/app/national/invite-district-admin.ts';
import { changePerson } from '#functions/app/people/change-person.ts';
import { invitePerson } from '#functions/app/people/invite-person.ts';
import { runTask } from '#functions/app/tasks/run-task.ts';
import { membershipsOf } from '#functions/data/identities.ts';
import { Table } from '#functions/data/table.ts';
import { NationalTable } from '#functions/data/tables.ts';
import { LocalCognito } from '#infra/local/services/cognito/cognito.ts';
import type { DistrictRole } from '#shared/domain/access/roles.ts';
import { districtA, districtB, policyWith, systemTable, year2026 } from '#test/support/district.ts';
import { type Engine, startEngine } from '#test/support/engine.ts';
import { openScene, people } from '#test/support/school-scene.ts';
import { keys, region, resource, serve } from '../../local-services/harness.ts';

const now = '2026-09-20T15:00:00.000Z';
const none = { params: undefined, query: undefined, body: undefined };
let engine: Engine;
beforeAll(async () => {
  engine = await startEngine();
});
afterAll(() => engine.stop());

/** A real sign-in service at the end of a wire, and a table to work on. */
async function openOffice(tableName: string) {
  const host = await serve([new LocalCognito()], [resource('AWS::Cognito::UserPool', 'pool')]);
  const pool = new CognitoIdentityProviderClient({ region, endpoint: host.origin, credentials: keys });
  onTestFinished(async () => {
    pool.destroy();
    await host.stop();
  });
  const office = new Table(engine.client, tableName, now);
  const openDistrict = async (districtId: string) => systemTable(engine.client, tableName, now, districtId);
  const accounts = cognitoAccounts(pool, 'pool');
  const itemsOf = async (type: string) => {
    const { Items } = await engine.client.send(new ScanCommand({ TableName: tableName }));
    return (Items ?? []).filter(({ et }) => et === type);
  };
  const jobs = async () =>
    (await itemsOf('outbox'))
      .filter(({ data }) => data.status === 'queued')
      .map(({ pk, data }) => ({
        districtId: String(pk).startsWith('T#') ? (String(pk).split('#')[1] ?? null) : null,
        messageId: String(data.messageId),
      }));
  return {
    itemsOf,
    /** Runs every task that waits, all at the same moment, as instances of a function do. */
    async runTogether(): Promise<void> {
      await Promise.all((await jobs()).map((job) => runTask({ openDistrict, office, accounts }, job)));
    },
    /** Runs every task that waits, in order, `times` times each. */
    async runTasks(times = 1): Promise<string[]> {
      const done: string[] = [];
      const rows = (await itemsOf('outbox')).filter(({ data }) => data.status === 'queued');
      for (const { pk, data } of rows.sort((a, b) => String(a['pk']).localeCompare(String(b['pk'])))) {
        if (!['sync_account', 'prepare_district', 'invite_district_admin'].includes(data.body.kind)) continue;
        const districtId = String(pk).startsWith('T#') ? String(pk).split('#')[1] : null;
        const job = { districtId: districtId ?? null, messageId: String(data.messageId) };
        for (let time = 0; time < times; time += 1) {
          const kind = await runTask({ openDistrict, office, accounts }, job);
          if (kind !== null) done.push(kind);
        }
      }
      return done;
    },
    /** What a token of the person with this address would say. */
    async claims(email: string): Promise<Record<string, unknown>> {
      const user = await pool.send(new AdminGetUserCommand({ UserPoolId: 'pool', Username: email }));
      const subject = user.UserAttributes?.find(({ Name }) => Name === 'sub')?.Value ?? '';
      return claimsOf(await membershipsOf(office, subject));
    },
  };
}

describe('an invited person', () => {
  async function invited() {
    const scene = await openScene(engine);
    const office = await openOffice(scene.tableName);
    const revOf = async () =>
      (await scene.items('person')).find(({ data }) => data['personId'] === people.partner.personId)?.rev ??
      0;
    const params = { personId: people.partner.personId };
    const { deps, context } = scene.as(people.admin, now);
    await invitePerson(deps, context, { ...none, params, body: { rev: await revOf() } });
    await office.runTasks();
    const change = async (body: { roles?: DistrictRole[]; email?: string | null }) => {
      await changePerson(deps, context, { ...none, params, body: { ...body, rev: await revOf() } });
      return office.runTasks();
    };
    return { scene, office, change };
  }
  const email = 'partner@maple.example';

  test('can sign in as what the district’s record says', async () => {
    const { office } = await invited();
    expect(await office.claims(email)).toEqual({
      district: districtA,
      person: people.partner.personId,
      roles: ['educator'],
      schools: people.partner.schoolIds,
      membership: 1,
    });
  });

  test('gets changed roles with a higher version, so that older tokens are refused', async () => {
    const { office, change } = await invited();
    await change({ roles: ['educator', 'coordinator'] });
    expect(await office.claims(email)).toMatchObject({ roles: ['educator', 'coordinator'], membership: 2 });
  });

  test('without a role has no place any more', async () => {
    const { office, change } = await invited();
    await change({ roles: [] });
    expect(await office.claims(email)).toEqual({});
  });

  test('with a new address signs in with that one, and with the old one nowhere', async () => {
    const { office, change } = await invited();
    await change({ email: 'pat.new@maple.example' });
    expect(await office.claims('pat.new@maple.example')).toMatchObject({ person: people.partner.personId });
    expect(await office.claims(email)).toEqual({});
  });

  test('is the same person when the task runs again', async () => {
    const { scene, office } = await invited();
    const before = await scene.items('membership');
    const { deps } = scene.as(people.admin, now);
    const work = deps.table.begin('person.invited', people.partner.personId);
    work.message({ kind: 'sync_account', personId: people.partner.personId });
    await work.commit(null);
    await office.runTasks(3);
    expect(await scene.items('membership')).toEqual(before);
  });
});

describe('a district that the national office opens', () => {
  const call: NationalContext = {
    scope: 'national',
    subject: 'national-1',
    name: 'Nadia National',
    roles: ['national_admin'],
    requestId: 'test',
    now,
    idempotency: null,
  };
  const email = 'first.admin@maple.example';

  async function opened() {
    const tableName = await engine.newTable();
    const office = await openOffice(tableName);
    const newId = newIdAt(now);
    const table = new NationalTable(engine.client, tableName, call, newId);
    const deps = { table, newId, newDistrictId: () => districtB };
    await createDistrict(deps, call, {
      ...none,
      body: {
        name: 'Lakeside Schools',
        state: 'OH',
        timeZone: 'America/New_York',
        schoolYear: year2026,
        policy: policyWith(),
        fund: { name: 'Foundation', accountCode: '77-1' },
      },
    });
    const invite = () =>
      inviteDistrictAdmin(deps, call, {
        ...none,
        params: { districtId: districtB },
        body: { name: 'Fia First', email },
      });
    return { office, invite };
  }

  test('is prepared in its own partition, and ready', async () => {
    const { office } = await opened();
    expect(await office.runTasks(2)).toEqual(['prepare_district']);
    const [line] = await office.itemsOf('nationalDistrict');
    const [settings] = await office.itemsOf('district');
    const [policy] = await office.itemsOf('policy');
    expect(line?.['data']).toMatchObject({ status: 'ready' });
    expect(settings).toMatchObject({ pk: `T#${districtB}`, data: { timeZone: 'America/New_York' } });
    expect(policy?.['data']).toMatchObject({ from: year2026.opensOn });
  });

  test('has a first administrator who is mailed once and can sign in, in whatever order tasks run', async () => {
    const { office, invite } = await opened();
    await invite();
    await office.runTasks(2);
    await office.runTasks(2);
    expect(await office.claims(email)).toMatchObject({ district: districtB, roles: ['district_admin'] });
    const mails = (await office.itemsOf('outbox')).filter(({ data }) => data.body.kind === 'person_invited');
    expect(mails).toHaveLength(1);
    expect(await office.itemsOf('person')).toHaveLength(1);
  });

  test('waits for nothing when its preparation and its first invitation meet', async () => {
    const { office, invite } = await opened();
    await invite();
    await office.runTogether();
    expect(await office.itemsOf('district')).toHaveLength(1);
    expect(await office.itemsOf('person')).toHaveLength(1);
  });

  test('keeps one person per address when the same administrator is invited again', async () => {
    const { office, invite } = await opened();
    await invite();
    await office.runTasks();
    await invite();
    await office.runTasks();
    expect(await office.itemsOf('person')).toHaveLength(1);
    const mails = (await office.itemsOf('outbox')).filter(({ data }) => data.body.kind === 'person_invited');
    expect(mails).toHaveLength(2);
  });
});
