import { parseArgs } from 'node:util';
import {
  CognitoIdentityProviderClient,
  paginateListUserPools,
} from '@aws-sdk/client-cognito-identity-provider';
import { DynamoDBClient, paginateListTables } from '@aws-sdk/client-dynamodb';
import * as z from 'zod';
import { cognitoAccounts } from '#functions/adapters/cognito-accounts.ts';
import type { Accounts } from '#functions/app/tasks/ports.ts';
import { membershipsOf, setMembership } from '#functions/data/identities.ts';
import { Table } from '#functions/data/table.ts';
import { documentClient } from '#functions/data/tenant-client.ts';

/** The only region of the product; see docs/decisions/0012-region-and-mfa.md. */
const region = 'us-east-1';

const Options = z.object({
  stage: z.enum(['staging', 'production'], 'Name the stage: --stage staging or --stage production.'),
  email: z.email('Name the person’s e-mail address: --email ana@example.org.').toLowerCase(),
  name: z.string('Give the person’s name: --name "Ana Ruiz".').trim().min(1, 'The name is empty.'),
  table: z.string().optional(),
  'user-pool': z.string().optional(),
});
type Options = z.infer<typeof Options>;

/** Thrown with a sentence that says what to do. */
export class NotPossible extends Error {
  override readonly name = 'NotPossible';
}

/** What a stage's table and user pool are called; CloudFormation adds a suffix of its own to the table's name. */
export const namesOf = (stage: string) => ({
  tablePrefix: `porchlight-${stage}-data-Table-`,
  userPool: `porchlight-${stage}-people`,
});

/**
 * Gives a person an account and makes them an administrator of the national office, beside what they are there
 * already. Nobody in the product could invite the first one. Twice is once.
 */
export async function makeNationalAdmin(
  table: Table,
  accounts: Accounts,
  { name, email }: Pick<Options, 'name' | 'email'>,
): Promise<void> {
  const subject = await accounts.open(email);
  const before = (await membershipsOf(table, subject))
    .filter(({ active }) => active)
    .map(({ place }) => place)
    .find((place) => place.kind === 'national');
  const roles = [...new Set([...(before?.roles ?? []), 'national_admin' as const])];
  await setMembership(table, 'operator', { subject, active: true, place: { kind: 'national', name, roles } });
}

/**
 * The only one that was found.
 * @throws NotPossible when there are none or several: a retained table of an earlier deployment is not the table.
 */
export function theOne(found: readonly string[], what: string, option: string): string {
  const [first, ...others] = found;
  if (first === undefined)
    throw new NotPossible(
      `There is no ${what}. Deploy the stage first, and use credentials of the account it lives in.`,
    );
  if (others.length > 0)
    throw new NotPossible(`There are several: ${found.join(', ')}. Name the right ${what} with ${option}.`);
  return first;
}

async function findTable(client: DynamoDBClient, { stage, table }: Options): Promise<string> {
  if (table !== undefined) return table;
  const { tablePrefix } = namesOf(stage);
  const found: string[] = [];
  for await (const { TableNames } of paginateListTables({ client }, {}))
    found.push(...(TableNames ?? []).filter((name) => name.startsWith(tablePrefix)));
  return theOne(found, `table of ${stage}`, '--table');
}

async function findUserPool(client: CognitoIdentityProviderClient, options: Options): Promise<string> {
  if (options['user-pool'] !== undefined) return options['user-pool'];
  const { userPool } = namesOf(options.stage);
  const found: string[] = [];
  for await (const { UserPools } of paginateListUserPools({ client }, { MaxResults: 60 }))
    found.push(...(UserPools ?? []).flatMap(({ Id, Name }) => (Id && Name === userPool ? [Id] : [])));
  return theOne(found, `user pool of ${options.stage}`, '--user-pool');
}

/** `npm run first-national-admin -- --stage staging --email ana@example.org --name "Ana Ruiz"` */
async function main(args: readonly string[]): Promise<void> {
  const options = readOptions(args);
  const items = new DynamoDBClient({ region });
  const people = new CognitoIdentityProviderClient({ region });
  const [tableName, userPool] = await Promise.all([findTable(items, options), findUserPool(people, options)]);
  const table = new Table(documentClient(items), tableName, new Date().toISOString());
  await makeNationalAdmin(table, cognitoAccounts(people, userPool), options);
  console.log(
    `${options.email} may now sign in with a code by e-mail as administrator of the national office.`,
  );
}

/** @throws NotPossible for an option that is missing, unknown or does not look like one. */
function readOptions(args: readonly string[]): Options {
  const text = { type: 'string' } as const;
  const options = { stage: text, email: text, name: text, table: text, 'user-pool': text };
  let values: unknown;
  try {
    values = parseArgs({ args: [...args], options }).values;
  } catch (error) {
    throw error instanceof TypeError ? new NotPossible(`${error.message}.`) : error;
  }
  const parsed = Options.safeParse(values);
  if (!parsed.success) throw new NotPossible(parsed.error.issues.map(({ message }) => message).join(' '));
  return parsed.data;
}

if (import.meta.main) {
  try {
    await main(process.argv.slice(2));
  } catch (error) {
    if (!(error instanceof NotPossible)) throw error;
    console.error(error.message);
    process.exitCode = 1;
  }
}
