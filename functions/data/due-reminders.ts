import { type DynamoDBDocumentClient, QueryCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import { DistrictId, PersonId } from '#shared/domain/ids.ts';
import { dueShards, keys } from './keys.ts';

/** What the sweep needs of a due row: whose it is. `pk` is `T#<district>#VISIT#…`. */
const DueRow = z.object({
  pk: z
    .string()
    .transform((pk) => pk.split('#')[1])
    .pipe(DistrictId),
  data: z.object({ personId: PersonId }),
});

export interface DueHour {
  /** Whose reminders are due, each person once. */
  readonly people: readonly { readonly districtId: string; readonly personId: string }[];
  readonly rows: number;
  /** Rows that could not be read: counted, so that they are seen and never silently skipped. */
  readonly unfit: number;
}

/**
 * The people with a reminder due in one UTC hour (`2026-11-22T15`) and not after `until`. Reads the sparse index
 * `gsi3`, which system roles only may query: it holds a reminder while it is planned and nothing else.
 */
export async function dueInHour(
  client: DynamoDBDocumentClient,
  tableName: string,
  hour: string,
  until: string,
): Promise<DueHour> {
  const shards = await Promise.all(
    Array.from({ length: dueShards }, (_, shard) => readShard(client, tableName, hour, shard, until)),
  );
  const found = new Map<string, DueHour['people'][number]>();
  let unfit = 0;
  const rows = shards.flat();
  for (const row of rows) {
    const parsed = DueRow.safeParse(row);
    if (!parsed.success) unfit += 1;
    else {
      const person = { districtId: parsed.data.pk, personId: parsed.data.data.personId };
      found.set(`${person.districtId} ${person.personId}`, person);
    }
  }
  return { people: [...found.values()], rows: rows.length, unfit };
}

async function readShard(
  client: DynamoDBDocumentClient,
  tableName: string,
  hour: string,
  shard: number,
  until: string,
): Promise<unknown[]> {
  const rows: unknown[] = [];
  let start: Record<string, unknown> | undefined;
  do {
    const answer = await client.send(
      new QueryCommand({
        TableName: tableName,
        IndexName: 'gsi3',
        KeyConditionExpression: 'gsi3pk = :pk AND gsi3sk <= :until',
        ExpressionAttributeValues: {
          ':pk': keys.dueShard(hour, shard),
          ':until': `${until}\u{10FFFF}`,
        },
        ...(start === undefined ? {} : { ExclusiveStartKey: start }),
      }),
    );
    rows.push(...(answer.Items ?? []));
    start = answer.LastEvaluatedKey;
  } while (start !== undefined);
  return rows;
}
