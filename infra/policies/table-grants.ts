import type { Grant, Statement } from './statement.ts';

/** The table as policies see it. */
export interface TableTarget {
  readonly name: string;
  readonly arn: string;
  readonly streamArn: string;
}

/** Verbs of one item or one partition. Never Scan and never PartiQL: neither has a leading key to judge by. */
const readVerbs = ['dynamodb:GetItem', 'dynamodb:BatchGetItem', 'dynamodb:Query'] as const;
const writeVerbs = [
  'dynamodb:PutItem',
  'dynamodb:UpdateItem',
  'dynamodb:DeleteItem',
  'dynamodb:ConditionCheckItem',
] as const;

/**
 * Only partitions of these patterns. `ForAllValues` is true of a request without keys, so the Null guard belongs
 * to it: without the guard a Scan-like request would pass.
 */
const partitions = (...patterns: readonly string[]): NonNullable<Statement['conditions']> => ({
  'ForAllValues:StringLike': { 'dynamodb:LeadingKeys': patterns },
  Null: { 'dynamodb:LeadingKeys': 'false' },
});

const onTable = (
  table: TableTarget,
  sid: string,
  actions: readonly string[],
  ...patterns: readonly string[]
): Grant => ({
  statements: [{ sid, actions, resources: [table.arn], conditions: partitions(...patterns) }],
  environment: { TABLE_NAME: table.name },
});

/** Compare the membership version of a token with the stored one. */
export const membershipCheck = (table: TableTarget): Grant =>
  onTable(table, 'CheckMembership', ['dynamodb:GetItem'], 'IDENTITY#*');

/** List the memberships of the person who signs in. */
export const membershipList = (table: TableTarget): Grant =>
  onTable(table, 'ListMemberships', ['dynamodb:Query'], 'IDENTITY#*');

/** Give, change and end memberships. */
export const membershipWrite = (table: TableTarget): Grant =>
  onTable(table, 'KeepMemberships', [...readVerbs, ...writeVerbs], 'IDENTITY#*');

/** Read what the national office may see: counts and names of districts, never a person (I2). */
export const nationalRead = (table: TableTarget): Grant =>
  onTable(table, 'ReadNational', readVerbs, 'NATIONAL#*');

/** Read and change the items of the national office. */
export const nationalWrite = (table: TableTarget): Grant =>
  onTable(table, 'KeepNational', [...readVerbs, ...writeVerbs], 'NATIONAL#*');

/** Put one district's counts beside those of the others (I44). */
export const nationalRollupWrite = (table: TableTarget): Grant =>
  onTable(table, 'WriteNationalCounts', ['dynamodb:PutItem'], 'NATIONAL#ROLLUP#*');

/** Find what is due, across districts: gsi3 holds ids and times only where something waits. */
export const dueReminders = (table: TableTarget): Grant => ({
  statements: [
    {
      sid: 'FindDueReminders',
      actions: ['dynamodb:Query'],
      resources: [`${table.arn}/index/gsi3`],
      conditions: partitions('DUE#*'),
    },
  ],
  environment: { TABLE_NAME: table.name },
});

/** Follow the table's changes. */
export const streamRead = (table: TableTarget): Statement => ({
  sid: 'FollowTable',
  actions: [
    'dynamodb:DescribeStream',
    'dynamodb:GetRecords',
    'dynamodb:GetShardIterator',
    'dynamodb:ListStreams',
  ],
  resources: [table.streamArn],
});

/** What TenantDataRole allows: the items of the district that its session carries, on the table and two indexes. */
export const oneDistrict = (tableArn: string): Statement => ({
  sid: 'OneDistrict',
  actions: [...readVerbs, ...writeVerbs],
  resources: [tableArn, `${tableArn}/index/gsi1`, `${tableArn}/index/gsi2`],
  // With a delimiter: T#t_1* would also open t_10.
  // biome-ignore-start lint/suspicious/noTemplateCurlyInString: IAM fills this in, from the session's tag.
  conditions: partitions('T#${aws:PrincipalTag/tenant}', 'T#${aws:PrincipalTag/tenant}#*'),
  // biome-ignore-end lint/suspicious/noTemplateCurlyInString: as above.
});
