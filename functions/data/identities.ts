import { PutCommand } from '@aws-sdk/lib-dynamodb';
import type * as z from 'zod';
import { membership } from './entities/identity.ts';
import { type Kept, readAll, toItem } from './entity.ts';
import { keys } from './keys.ts';
import type { Table } from './table.ts';

export type Membership = z.infer<typeof membership.schema>;

/** Every membership of an identity, in one Query: districts first, by id, then the national office. */
export async function membershipsOf(table: Table, subject: string): Promise<Kept<Membership>[]> {
  return readAll(membership, await table.queryAll({ pk: keys.identity(subject) }));
}

/**
 * Sets what an identity may do in one place and raises the version, so that tokens issued before are refused
 * within a minute. Unchanged memberships are left alone.
 * @throws ConditionalCheckFailedException when two writers meet; the caller's queue tries again.
 */
export async function setMembership(
  table: Table,
  by: string,
  wanted: Omit<Membership, 'version'>,
): Promise<void> {
  const { pk, sk } = membership.keys('', { ...wanted, version: 1 });
  const before = await table.get(membership, { pk, sk });
  const version = (before?.version ?? 0) + 1;
  const after = { ...wanted, version };
  if (before !== undefined && sameMembership(before, after)) return;
  const item = toItem(membership, '', after, (before?.rev ?? 0) + 1, { at: table.now, by });
  await table.client.send(
    new PutCommand({
      TableName: table.name,
      Item: item,
      ...(before === undefined
        ? { ConditionExpression: 'attribute_not_exists(pk)' }
        : { ConditionExpression: 'rev = :rev', ExpressionAttributeValues: { ':rev': before.rev } }),
    }),
  );
}

const sameMembership = (one: Membership, other: Membership): boolean =>
  one.active === other.active && JSON.stringify(one.place) === JSON.stringify(other.place);
