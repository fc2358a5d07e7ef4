import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { membership } from '#functions/data/entities/identity.ts';
import { keys } from '#functions/data/keys.ts';
import { Table } from '#functions/data/table.ts';
import type { Identity } from './tokens.ts';

/** A removed person is out within this time, though the token would last an hour. */
const believed = 60_000;

/** Compares the token's membership version with the stored one; the stored one is remembered for a minute. */
export function membershipCheck(client: DynamoDBDocumentClient, tableName: string) {
  const remembered = new Map<string, { version: number; until: number }>();

  const readVersion = async (identity: Identity, now: string): Promise<number> => {
    const sk = identity.kind === 'national' ? keys.nationalMembership : keys.district(identity.district);
    const table = new Table(client, tableName, now);
    const stored = await table.get(membership, { pk: keys.identity(identity.sub), sk });
    return stored?.active === true ? stored.version : 0;
  };

  return async (identity: Identity, now: string): Promise<boolean> => {
    const name = `${identity.sub} ${identity.kind === 'national' ? '' : identity.district}`;
    const at = Date.parse(now);
    const known = remembered.get(name);
    // A token newer than what is remembered was issued after a change: look again, or a person whose roles just
    // changed would be locked out for a minute. A clock moved back must not make an entry last, either.
    const usable =
      known !== undefined &&
      known.until > at &&
      known.until <= at + believed &&
      known.version >= identity.membership;
    if (usable) return known.version === identity.membership;
    const version = await readVersion(identity, now);
    if (remembered.size > 10_000) remembered.clear();
    remembered.set(name, { version, until: at + believed });
    return version === identity.membership;
  };
}
