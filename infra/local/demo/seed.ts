/**
 * The demo data of a first start. Everything goes the real way: requests with tokens of people, uploads, workers,
 * mail. Only the first administrator of the national office comes by a command, because nobody is there yet who
 * could invite them.
 */
import { CognitoIdentityProviderClient } from '@aws-sdk/client-cognito-identity-provider';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { cognitoAccounts } from '#functions/adapters/cognito-accounts.ts';
import { Table } from '#functions/data/table.ts';
import { documentClient } from '#functions/data/tenant-client.ts';
import { makeNationalAdmin } from '#infra/build/first-national-admin.ts';
import type { Host } from '#infra/local/host.ts';
import type { LocalServices } from '#infra/local/local-services.ts';
import { tablesOf } from '#infra/local/template-data.ts';
import { demoDistricts } from './districts.ts';
import { type DemoPerson, demoPeople } from './people.ts';
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
  await openNationalOffice(host, first);
  // A seed that was cut short may still be at work in the queues.
  await host.idle();
  const office = clientOf(host, services, first.email);
  await Promise.all(demoDistricts.map((district) => seedDistrict(host, services, office, district, say)));
  await eventually('An account for every demo person', async () =>
    demoPeople.every(({ email }) => services.cognito.users.find(email) !== undefined) ? true : null,
  );
  await host.idle();
}

/** As `npm run first-national-admin` does on a deployed stage, with the host's own keys. */
async function openNationalOffice(
  { stack, clock, operatorEnvironment }: Host,
  person: DemoPerson,
): Promise<void> {
  const [table] = tablesOf(stack);
  const [pool] = stack.resources('AWS::Cognito::UserPool');
  if (table === undefined || pool === undefined) throw new Error('The stack has no table or no user pool');
  const read = (name: string) => operatorEnvironment[name] ?? '';
  const credentials = {
    accessKeyId: read('AWS_ACCESS_KEY_ID'),
    secretAccessKey: read('AWS_SECRET_ACCESS_KEY'),
    sessionToken: read('AWS_SESSION_TOKEN'),
  };
  const { region } = stack;
  const items = new DynamoDBClient({ region, credentials, endpoint: read('AWS_ENDPOINT_URL_DYNAMODB') });
  const people = new CognitoIdentityProviderClient({
    region,
    credentials,
    endpoint: read('AWS_ENDPOINT_URL_COGNITO_IDENTITY_PROVIDER'),
  });
  try {
    const national = new Table(documentClient(items), table.name, new Date(clock.now()).toISOString());
    await makeNationalAdmin(national, cognitoAccounts(people, pool.ref), person);
  } finally {
    items.destroy();
    people.destroy();
  }
}
