import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import { PutCommand } from '@aws-sdk/lib-dynamodb';
import type { Counts } from '#shared/domain/rollup/model.ts';
import { nationalRollup } from './entities/rollups.ts';
import { toItem } from './entity.ts';
import type { Table } from './table.ts';

/**
 * Copies a district's own line to the national office (I44). `of` is the revision of that line: an older copy that
 * arrives late leaves a newer one alone.
 */
export async function copyToNational(
  office: Table,
  by: string,
  line: { readonly districtId: string; readonly year: string; readonly counts: Counts; readonly of: number },
): Promise<void> {
  const item = toItem(nationalRollup, 'NATIONAL', line, line.of, { at: office.now, by });
  try {
    await office.client.send(
      new PutCommand({
        TableName: office.name,
        Item: item,
        ConditionExpression: 'attribute_not_exists(pk) OR rev < :of',
        ExpressionAttributeValues: { ':of': line.of },
      }),
    );
  } catch (error) {
    if (!(error instanceof ConditionalCheckFailedException)) throw error;
  }
}
