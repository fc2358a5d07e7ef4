/**
 * The demo data of a first start. Everything goes the real way: requests with tokens of people, uploads, workers,
 * mail. Only the first administrator of the national office is written directly, because nobody is there yet who
 * could invite them; a deployed stage gets its first one by a command of its own.
 */
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { setMembership } from '#functions/data/identities.ts';
import { Table } from '#functions/data/table.ts';
import { documentClient } from '#functions/data/tenant-client.ts';
import type { Host } from '#infra/local/host.ts';
import type { LocalServices } from '#infra/local/local-services.ts';
import { tablesOf } from '#infra/local/template-data.ts';
import { demoDistricts } from './districts.ts';
import { demoPeople } from './people.ts';
import { seedDistrict } from './seed-district.ts';
import { clientOf, eventually } from './seed-session.ts';

/**
 * Seeds the demo, or finishes a seed that was interrupted. Returns when all that follows from it, mail included, is
 * done.
 */
export async function seedDemo(
  host: Host,
  services: LocalServices,
  say: (line: string) => void,
): Promise<void> {
  say('Preparing the demo districts ...');
  const [first] = demoPeople;
  if (first === undefined) throw new Error('The demo has no people');
  await openNationalOffice(host, services, first.name, first.email);
  // A seed that was cut short may still be at work in the queues.
  await host.idle();
  const office = clientOf(host, services, first.email);
  await Promise.all(demoDistricts.map((district) => seedDistrict(host, services, office, district, say)));
  await eventually('An account for every demo person', async () =>
    demoPeople.every(({ email }) => services.cognito.users.find(email) !== undefined) ? true : null,
  );
  await host.idle();
}

async function openNationalOffice(
  host: Host,
  { cognito }: LocalServices,
  name: string,
  email: string,
): Promise<void> {
  const now = host.clock.now();
  const user =
    cognito.users.find(email) ?? (await cognito.users.create({ email, email_verified: 'true' }, now));
  const [table] = tablesOf(host.stack);
  if (user === null || table === undefined) throw new Error('The stack has no table');
  const env = host.operatorEnvironment;
  const client = new DynamoDBClient({
    region: host.stack.region,
    endpoint: env['AWS_ENDPOINT_URL_DYNAMODB'] ?? '',
    credentials: {
      accessKeyId: env['AWS_ACCESS_KEY_ID'] ?? '',
      secretAccessKey: env['AWS_SECRET_ACCESS_KEY'] ?? '',
      sessionToken: env['AWS_SESSION_TOKEN'] ?? '',
    },
  });
  try {
    const items = new Table(documentClient(client), table.name, new Date(now).toISOString());
    const place = { kind: 'national', name, roles: ['national_admin'] } as const;
    await setMembership(items, 'demo', {
      subject: user.sub,
      active: true,
      place: { ...place, roles: [...place.roles] },
    });
  } finally {
    client.destroy();
  }
}
