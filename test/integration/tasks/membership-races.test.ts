import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { addPerson } from '#functions/app/people/add-person.ts';
import { changePerson } from '#functions/app/people/change-person.ts';
import { invitePerson } from '#functions/app/people/invite-person.ts';
import { syncAccount } from '#functions/app/tasks/sync-account.ts';
import { membershipsOf } from '#functions/data/identities.ts';
import { Table } from '#functions/data/table.ts';
import type { DistrictRole } from '#shared/domain/access/roles.ts';
import { systemTable } from '#test/support/district.ts';
import { type Engine, startEngine } from '#test/support/engine.ts';
import { openScene, people, schools } from '#test/support/school-scene.ts';

const now = '2026-09-20T15:00:00.000Z';
const none = { params: undefined, query: undefined, body: undefined };
const address = 'partner@maple.example';
let engine: Engine;
beforeAll(async () => {
  engine = await startEngine();
});
afterAll(() => engine.stop());

/** A district whose account tasks are run by hand, so that they can meet or overtake each other. */
async function openOffice() {
  const scene = await openScene(engine);
  const { deps, context } = scene.as(people.admin, now);
  const office = new Table(engine.client, scene.tableName, now);
  const table = systemTable(engine.client, scene.tableName, now);
  const revOf = async (personId: string) =>
    (await scene.items('person')).find(({ data }) => data['personId'] === personId)?.rev ?? 0;
  return {
    /** Runs a person's task; `meanwhile` happens after it has read the person and before it writes. */
    sync: (personId: string, meanwhile: () => Promise<void> = async () => undefined) => {
      let first = true;
      const open = async (email: string) => {
        if (first) await meanwhile();
        first = false;
        return `subject of ${email}`;
      };
      return syncAccount({ table, office, accounts: { open } }, personId);
    },
    change: async (personId: string, body: { roles?: DistrictRole[]; email?: string | null }) =>
      void (await changePerson(deps, context, {
        ...none,
        params: { personId },
        body: { ...body, rev: await revOf(personId) },
      })),
    /** A new colleague with this address, invited. */
    welcome: async (email: string) => {
      const body = { name: 'Nina New', email, roles: ['educator' as const], schoolIds: [schools.oak] };
      const { personId, rev } = await addPerson(deps, context, { ...none, body });
      await invitePerson(deps, context, { ...none, params: { personId }, body: { rev } });
      return personId;
    },
    memberships: async (email: string) =>
      (await membershipsOf(office, `subject of ${email}`)).map(({ active, place }) => ({ active, place })),
  };
}

describe('account tasks that meet', () => {
  const { personId } = people.partner;

  test('leave the roles of now: a slow task with the roles of before does not bring them back', async () => {
    const { sync, change, memberships } = await openOffice();
    await change(personId, { roles: ['educator', 'coordinator'] });
    await sync(personId, async () => {
      await change(personId, { roles: ['educator'] });
      await sync(personId);
    });
    expect(await memberships(address)).toMatchObject([{ active: true, place: { roles: ['educator'] } }]);
  });

  test('leave nothing to a person who lost every role while the account was being opened', async () => {
    const { sync, change, memberships } = await openOffice();
    await sync(personId, async () => {
      await change(personId, { roles: [] });
      await sync(personId);
    });
    expect((await memberships(address)).filter(({ active }) => active)).toEqual([]);
  });

  test('leave an address handed on with its new owner, whichever task comes last', async () => {
    const { sync, change, welcome, memberships } = await openOffice();
    await sync(personId);
    await change(personId, { email: 'pat.new@maple.example' });
    const newcomer = await welcome(address);
    await sync(newcomer);
    await sync(personId);
    expect(await memberships(address)).toMatchObject([{ active: true, place: { personId: newcomer } }]);
    expect(await memberships('pat.new@maple.example')).toMatchObject([{ active: true, place: { personId } }]);
  });
});
