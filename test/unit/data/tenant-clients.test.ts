import { AssumeRoleCommand, STSClient } from '@aws-sdk/client-sts';
import { expect, test, vi } from 'vitest';
import { TenantClients } from '#functions/data/tenant-client.ts';
import { workers } from '#infra/functions.ts';
import { districtA, districtB } from '#test/support/district.ts';

function openClients() {
  const clock = { now: 0 };
  const sts = new STSClient({ region: 'us-east-1' });
  const send = vi.spyOn(sts, 'send').mockImplementation(async () => ({
    Credentials: { AccessKeyId: 'a', SecretAccessKey: 's', SessionToken: 't', Expiration: new Date(0) },
  }));
  const clients = new TenantClients(sts, 'arn:role', { region: 'us-east-1' }, () => clock.now);
  const asked = () =>
    send.mock.calls.flatMap(([command]) => (command instanceof AssumeRoleCommand ? [command.input] : []));
  return { clients, clock, asked };
}

test('each district has a session of its own, tagged with it, and keeps it while it lasts', async () => {
  const { clients, asked } = openClients();
  const first = await clients.of(districtA);
  expect(await clients.of(districtB)).not.toBe(first);
  expect(await clients.of(districtA)).toBe(first);
  expect(asked().map(({ Tags }) => Tags)).toEqual([
    [{ Key: 'tenant', Value: districtA }],
    [{ Key: 'tenant', Value: districtB }],
  ]);
});

test('a session that is handed out outlives the longest work there is: a whole roster import', async () => {
  const { clients, clock, asked } = openClients();
  const longest = Math.max(...Object.values(workers).map(({ timeoutSeconds }) => timeoutSeconds)) * 1000;
  const opened = await clients.of(districtA);
  const [session] = asked();
  const ends = (session?.DurationSeconds ?? 0) * 1000;
  clock.now = ends - longest;
  expect(await clients.of(districtA)).not.toBe(opened);
  expect(asked()).toHaveLength(2);
});
