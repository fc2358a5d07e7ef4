import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import { UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { type Entity, type Kept, toItem } from './entity.ts';
import type { Table } from './table.ts';

/**
 * Replaces the value of one item that must still be at the revision that was read; null when it is not. For the
 * bookkeeping of workers (leases, "sent"), which has no place in the audit log; what people do goes through a
 * unit of work. Only for entities without index keys: those of the old value would stay.
 */
export async function replaceItem<T>(
  table: Table,
  definition: Entity<T>,
  where: { readonly district: string; readonly by: string },
  before: Kept<T>,
  after: T,
): Promise<Kept<T> | null> {
  const rev = before.rev + 1;
  const item = toItem(definition, where.district, after, rev, { at: table.now, by: where.by });
  try {
    const answer = await table.client.send(
      new UpdateCommand({
        TableName: table.name,
        Key: { pk: item.pk, sk: item.sk },
        UpdateExpression: 'SET #data = :data, #v = :v, #rev = :rev, #updatedAt = :at, #updatedBy = :by',
        ConditionExpression: '#rev = :before',
        ExpressionAttributeNames: {
          '#data': 'data',
          '#v': 'v',
          '#rev': 'rev',
          '#updatedAt': 'updatedAt',
          '#updatedBy': 'updatedBy',
        },
        ExpressionAttributeValues: {
          ':data': item.data,
          ':v': item.v,
          ':rev': rev,
          ':at': item.updatedAt,
          ':by': item.updatedBy,
          ':before': before.rev,
        },
        ReturnConsumedCapacity: 'TOTAL',
      }),
    );
    table.meter.count('write', answer.ConsumedCapacity);
    return { ...after, rev };
  } catch (error) {
    if (error instanceof ConditionalCheckFailedException) return null;
    throw error;
  }
}
