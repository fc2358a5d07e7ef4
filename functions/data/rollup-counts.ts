import { ConditionalCheckFailedException, TransactionCanceledException } from '@aws-sdk/client-dynamodb';
import { PutCommand, TransactWriteCommand, type TransactWriteCommandInput } from '@aws-sdk/lib-dynamodb';
import { actorOf } from '#functions/app/context.ts';
import { noCounts } from '#shared/domain/rollup/model.ts';
import { addUp, type Share } from '#shared/domain/rollup/shares.ts';
import { appliedChange, rollup } from './entities/rollups.ts';
import { toItem } from './entity.ts';
import type { DistrictTable } from './tables.ts';

/** What one change of a record moves in the counts. */
export interface CountedChange {
  /** The stream's own id of the change: applied once, however often it is told. */
  readonly eventId: string;
  readonly shares: readonly Share[];
}

/** Each change brings a marker and at most two schools and the district: 100 items in one transaction. */
const changesAtOnce = 30;
const tries = 8;

/**
 * Moves the counts of a district by a batch of changes, each exactly once: counts and markers are one transaction,
 * and a change whose marker is there already is left out. Counts are added to, never replaced, so writers of
 * several shards do not overwrite each other. No audit entry: nobody did this.
 */
export async function applyChanges(table: DistrictTable, changes: readonly CountedChange[]): Promise<void> {
  for (let start = 0; start < changes.length; start += changesAtOnce)
    await applySome(table, changes.slice(start, start + changesAtOnce));
}

async function applySome(table: DistrictTable, changes: readonly CountedChange[]): Promise<void> {
  // What moves nothing by itself needs no marker. What two changes move back and forth does: one of them may be
  // told again without the other.
  let left = changes.filter(({ shares }) => addUp(shares).length > 0);
  for (let attempt = 1; left.length > 0; attempt += 1) {
    const totals = addUp(left.flatMap(({ shares }) => shares));
    try {
      const writes = [
        ...left.map((change) => marker(table, change)),
        ...totals.map((share) => addition(table, share)),
      ];
      await table.client.send(new TransactWriteCommand({ TransactItems: writes }));
      return;
    } catch (error) {
      if (!(error instanceof TransactionCanceledException) || attempt === tries) throw error;
      const failed = (error.CancellationReasons ?? []).map(({ Code }) => Code === 'ConditionalCheckFailed');
      const missing = totals.filter((_, index) => failed[left.length + index]);
      left = left.filter((_, index) => !failed[index]);
      await Promise.all(missing.map((share) => openRow(table, share)));
      if (!failed.includes(true)) await pause(attempt);
    }
  }
}

/** Another shard is at the same row; it is done in a few milliseconds. */
const pause = (attempt: number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, 10 * 2 ** attempt * (0.5 + Math.random() / 2)));

type Write = NonNullable<TransactWriteCommandInput['TransactItems']>[number];

const stampOf = (table: DistrictTable) => ({ at: table.now, by: actorOf(table.context) });

function marker(table: DistrictTable, { eventId }: CountedChange): Write {
  const { districtId } = table.context;
  const item = toItem(appliedChange, districtId, { eventId, at: table.now }, 1, stampOf(table));
  return {
    Put: { TableName: table.name, Item: item, ConditionExpression: 'attribute_not_exists(pk)' },
  };
}

function addition(table: DistrictTable, { year, schoolId, counts }: Share): Write {
  const { pk, sk } = rollup.keys(table.context.districtId, { year, schoolId, counts });
  const moved = Object.entries(counts).filter(([, number]) => number !== 0);
  const paths = moved.map(([name]) => `#data.#counts.#${name}`);
  const stamp = stampOf(table);
  return {
    Update: {
      TableName: table.name,
      Key: { pk, sk },
      UpdateExpression: `SET ${[
        ...paths.map((path, index) => `${path} = ${path} + :n${index}`),
        'rev = rev + :one',
        'updatedAt = :at',
        'updatedBy = :by',
      ].join(', ')}`,
      ConditionExpression: 'attribute_exists(pk)',
      ExpressionAttributeNames: {
        '#data': 'data',
        '#counts': 'counts',
        ...Object.fromEntries(moved.map(([name]) => [`#${name}`, name])),
      },
      ExpressionAttributeValues: {
        ...Object.fromEntries(moved.map(([, number], index) => [`:n${index}`, number])),
        ':one': 1,
        ':at': stamp.at,
        ':by': stamp.by,
      },
    },
  };
}

async function openRow(table: DistrictTable, { year, schoolId }: Share): Promise<void> {
  const value = { year, schoolId, counts: noCounts };
  const item = toItem(rollup, table.context.districtId, value, 1, stampOf(table));
  try {
    await table.client.send(
      new PutCommand({
        TableName: table.name,
        Item: item,
        ConditionExpression: 'attribute_not_exists(pk)',
      }),
    );
  } catch (error) {
    if (!(error instanceof ConditionalCheckFailedException)) throw error;
  }
}
