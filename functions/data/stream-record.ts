import type { AttributeValue, DynamoDBRecord } from 'aws-lambda';
import type { Item } from './entity.ts';

/** A change of one item as the table's stream tells it. */
export interface StreamChange {
  /** Unique per change; the same when the stream repeats itself. */
  readonly eventId: string;
  readonly before: Item | undefined;
  readonly after: Item | undefined;
  /** The district the item lies in; null for items of the national office and of identities. */
  readonly districtId: string | null;
}

/**
 * Reads a stream record. The stream speaks DynamoDB's own JSON, so values are unwrapped here: text, numbers,
 * booleans, null, maps and lists are all that items hold.
 */
export function readStreamRecord(record: DynamoDBRecord): StreamChange {
  const item = (image: Record<string, AttributeValue> | undefined) =>
    image === undefined ? undefined : (plainMap(image) as unknown as Item);
  const before = item(record.dynamodb?.OldImage);
  const after = item(record.dynamodb?.NewImage);
  return {
    eventId: record.eventID ?? '',
    before,
    after,
    districtId: districtOf(after?.pk ?? before?.pk ?? ''),
  };
}

/** `T#t_1#VISIT#v` → `t_1`; null for every key that is no district's. */
function districtOf(pk: string): string | null {
  const [scope, district] = pk.split('#');
  return scope === 'T' && district !== undefined ? district : null;
}

const plainMap = (map: Record<string, AttributeValue>): Record<string, unknown> =>
  Object.fromEntries(Object.entries(map).map(([name, value]) => [name, plain(value)]));

function plain(value: AttributeValue): unknown {
  if (value.S !== undefined) return value.S;
  if (value.N !== undefined) return Number(value.N);
  if (value.BOOL !== undefined) return value.BOOL;
  if (value.NULL !== undefined) return null;
  if (value.M !== undefined) return plainMap(value.M);
  if (value.L !== undefined) return value.L.map(plain);
  throw new TypeError('a stream record holds a kind of value that no item has');
}
