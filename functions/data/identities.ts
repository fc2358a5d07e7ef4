import { PutCommand } from '@aws-sdk/lib-dynamodb';
import type * as z from 'zod';
import { membership } from './entities/identity.ts';
import { type Kept, readAll, toItem } from './entity.ts';
import { keys } from './keys.ts';
import type { Table } from './table.ts';

export type Membership = z.infer<typeof membership.schema>;

/** Every membership of an identity, in one Query: the national office first, then districts by id. */
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
  await replace(table, by, await stored(table, wanted), wanted);
}

/**
 * Ends what an identity may do as one person of a district. An address that was handed on to somebody else brings
 * the identity with it: then the membership is the other person's by now, and stays.
 * @throws ConditionalCheckFailedException when two writers meet; the caller's queue tries again.
 */
export async function endMembership(
  table: Table,
  by: string,
  { subject, place }: { subject: string; place: Extract<Membership['place'], { kind: 'district' }> },
): Promise<void> {
  const ended = { subject, active: false, place };
  const before = await stored(table, ended);
  if (before?.place.kind === 'district' && before.place.personId === place.personId)
    await replace(table, by, before, ended);
}

function stored(table: Table, wanted: Omit<Membership, 'version'>): Promise<Kept<Membership> | undefined> {
  const { pk, sk } = membership.keys('', { ...wanted, version: 1 });
  return table.get(membership, { pk, sk });
}

async function replace(
  table: Table,
  by: string,
  before: Kept<Membership> | undefined,
  wanted: Omit<Membership, 'version'>,
): Promise<void> {
  const after = { ...wanted, version: (before?.version ?? 0) + 1 };
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
