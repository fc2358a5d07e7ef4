import {
  BatchGetCommand,
  type DynamoDBDocumentClient,
  GetCommand,
  QueryCommand,
} from '@aws-sdk/lib-dynamodb';
import { AppError } from '#functions/app/errors.ts';
import { CapacityMeter } from './capacity.ts';
import { type Entity, type Item, isOf, type Kept, read } from './entity.ts';

export interface QueryRange {
  readonly index?: 'gsi1' | 'gsi2';
  readonly pk: string;
  /** Sort keys that begin with this. */
  readonly prefix?: string;
  /** Sort keys from this on (a bound inside the prefix). */
  readonly from?: string;
  /** Sort keys up to and including this (a bound inside the prefix). */
  readonly until?: string;
  readonly descending?: boolean;
}

export interface PageRequest {
  readonly limit: number;
  readonly cursor?: string | undefined;
}

/** A partition of one aggregate is small; past this many items a page must be asked for. */
const wholePartition = 5_000;

/**
 * Reads of one table with one set of credentials. A cursor is the last sort key and nothing else, so that
 * tampering with it moves within the caller's own partition at most.
 */
export class Table {
  readonly meter = new CapacityMeter();
  readonly client: DynamoDBDocumentClient;
  readonly name: string;
  /** The instant of the request: what has expired by then counts as absent. */
  readonly now: string;

  constructor(client: DynamoDBDocumentClient, name: string, now: string) {
    this.client = client;
    this.name = name;
    this.now = now;
  }

  /** One item by its key, or undefined. Strongly consistent when a decision hangs on it. */
  async get<T>(definition: Entity<T>, key: { pk: string; sk: string }): Promise<Kept<T> | undefined> {
    const answer = await this.client.send(
      new GetCommand({
        TableName: this.name,
        Key: { pk: key.pk, sk: key.sk },
        ConsistentRead: true,
        ReturnConsumedCapacity: 'TOTAL',
      }),
    );
    this.meter.count('read', answer.ConsumedCapacity);
    const item = answer.Item as Item | undefined;
    return item && isOf(definition, item) && this.#alive(item) ? read(definition, item) : undefined;
  }

  /**
   * Up to any number of items by key, in no order, 100 to a round trip; a key that is asked for twice is read once, since
   * the table refuses it twice. As they are now; a page that only shows them may have them as they were a moment ago, at
   * half the capacity.
   */
  async getMany(
    keys: readonly { pk: string; sk: string }[],
    { asOf = 'now' }: { readonly asOf?: 'now' | 'a_moment_ago' } = {},
  ): Promise<Item[]> {
    const found: Item[] = [];
    const each = [...new Map(keys.map(({ pk, sk }) => [`${pk} ${sk}`, { pk, sk }])).values()];
    for (let start = 0; start < each.length; start += 100) {
      let asked = each.slice(start, start + 100);
      while (asked.length > 0) {
        const answer = await this.client.send(
          new BatchGetCommand({
            RequestItems: { [this.name]: { Keys: asked, ConsistentRead: asOf === 'now' } },
            ReturnConsumedCapacity: 'TOTAL',
          }),
        );
        this.meter.count('read', answer.ConsumedCapacity);
        found.push(...((answer.Responses?.[this.name] ?? []) as Item[]));
        asked = (answer.UnprocessedKeys?.[this.name]?.Keys ?? []) as typeof asked;
      }
    }
    return found.filter((item) => this.#alive(item));
  }

  /**
   * Every item of a range, for partitions that are bounded by nature. Strongly consistent on the table: a command
   * decides by what it reads, and someone who goes on at once with what they just wrote must find it there. An
   * index always lags a little behind.
   * @throws AppError TOO_LARGE past 5,000 items: then the caller needs a page.
   */
  async queryAll(range: QueryRange): Promise<Item[]> {
    const items: Item[] = [];
    let start: Record<string, unknown> | undefined;
    do {
      const answer = await this.client.send(
        new QueryCommand({
          ...this.#range(range),
          ConsistentRead: range.index === undefined,
          ...(start === undefined ? {} : { ExclusiveStartKey: start }),
        }),
      );
      this.meter.count('read', answer.ConsumedCapacity);
      items.push(...((answer.Items ?? []) as Item[]));
      start = answer.LastEvaluatedKey;
      if (items.length > wholePartition)
        throw new AppError('TOO_LARGE', 'There is more here than fits on one page. Choose a smaller part.');
    } while (start !== undefined);
    return items.filter((item) => this.#alive(item));
  }

  /** One page of a range, and the cursor of the next one or null. */
  async queryPage(range: QueryRange, page: PageRequest): Promise<{ items: Item[]; cursor: string | null }> {
    const after = page.cursor === undefined ? undefined : decodeCursor(page.cursor, range.prefix ?? '');
    const answer = await this.client.send(
      new QueryCommand({ ...this.#range(range, after), Limit: page.limit + 2 }),
    );
    this.meter.count('read', answer.ConsumedCapacity);
    const sortKey = `${range.index ?? ''}sk` as 'sk' | 'gsi1sk' | 'gsi2sk';
    // BETWEEN includes its bounds: the row the cursor names was on the page before.
    const rows = ((answer.Items ?? []) as Item[]).filter(
      (item) => item[sortKey] !== after && this.#alive(item),
    );
    const items = rows.slice(0, page.limit);
    // DynamoDB also stops after a megabyte: then it says where, and the page is short but not the last.
    const stoppedAt = (answer.LastEvaluatedKey as Item | undefined)?.[sortKey];
    const last = items.at(-1)?.[sortKey] ?? stoppedAt;
    const more = rows.length > page.limit || stoppedAt !== undefined;
    return { items, cursor: more && last !== undefined ? encodeCursor(last) : null };
  }

  #range({ index, pk, prefix = '', from, until, descending = false }: QueryRange, after?: string) {
    const attribute = (name: 'pk' | 'sk') => `${index ?? ''}${name}`;
    const first = !descending && after !== undefined ? after : (from ?? prefix);
    const last = descending && after !== undefined ? after : (until ?? `${prefix}\u{10FFFF}`);
    const whole = prefix === '' && from === undefined && until === undefined && after === undefined;
    return {
      TableName: this.name,
      ...(index === undefined ? {} : { IndexName: index }),
      KeyConditionExpression: `${attribute('pk')} = :pk${whole ? '' : ` AND ${attribute('sk')} BETWEEN :first AND :last`}`,
      ExpressionAttributeValues: {
        ':pk': pk,
        // An empty string is no valid sort key; a space sorts before every key that is built.
        ...(whole ? {} : { ':first': first === '' ? ' ' : first, ':last': last }),
      },
      ScanIndexForward: !descending,
      ReturnConsumedCapacity: 'TOTAL' as const,
    };
  }

  #alive(item: Item): boolean {
    return item.ttl === undefined || item.ttl * 1000 > Date.parse(this.now);
  }
}

const encodeCursor = (sortKey: string): string => Buffer.from(sortKey, 'utf8').toString('base64url');

function decodeCursor(cursor: string, prefix: string): string {
  const sortKey = Buffer.from(cursor, 'base64url').toString('utf8');
  if (!sortKey.startsWith(prefix) || sortKey === '' || encodeCursor(sortKey) !== cursor)
    throw new AppError('BAD_REQUEST', 'This page link is damaged. Open the list again from its start.', {
      reason: 'bad_cursor',
    });
  return sortKey;
}
