/** The tables of the stack on the embedded engine, and the care that the engine needs. */
import { DatabaseSync } from 'node:sqlite';
import type { Clock } from '#infra/local/clock.ts';
import { type EngineCalls, EngineError, engineCalls, type WireItem } from '#infra/local/dynamodb-calls.ts';
import { type Engine, startEngine } from '#infra/local/dynamodb-process.ts';
import type { TableDefinition } from '#infra/local/template-data.ts';

export interface Database {
  readonly calls: EngineCalls;
  readonly tables: readonly TableDefinition[];
  /** Tables that this start created: their streams are read from the beginning. */
  readonly created: ReadonlySet<string>;
  /** True for a stream record's item that the time-to-live sweep removed. */
  isExpired(table: string, keys: WireItem): boolean;
  /** Removes items whose time to live has passed on the host's clock. */
  sweep(): Promise<number>;
  /** Removes stream records older than a day that every reader has passed. */
  trim(passed: (table: string) => bigint | undefined): number;
  stop(): Promise<void>;
}

export interface DatabaseOptions {
  readonly tables: readonly TableDefinition[];
  readonly dataDir: string;
  readonly clock: Clock;
  /** AWS_ENDPOINT_URL_DYNAMODB of the host's own environment. */
  readonly external: string | undefined;
  readonly onCrash: (reason: string) => void;
}

/** Starts the engine and creates the tables that are missing. */
export const startDatabase = async (options: DatabaseOptions): Promise<Database> => {
  const engine = await startEngine(options.dataDir, options.external, options.onCrash);
  const calls = engineCalls(engine.endpoint);
  const created = new Set<string>();
  for (const table of options.tables) {
    if (await createTable(calls, table)) created.add(table.name);
  }
  if (engine.databaseFile !== undefined) indexStream(engine.databaseFile);
  const expired = new Set<string>();
  return {
    calls,
    tables: options.tables,
    created,
    isExpired: (table, keys) => expired.has(expiredKey(table, keys)),
    sweep: () => sweepExpired(calls, options, expired),
    trim: (passed) => trimStream(engine, options.tables, passed),
    stop: async () => {
      calls.close();
      await engine.stop();
    },
  };
};

/** True when the table was made, false when it was there. */
const createTable = async (calls: EngineCalls, table: TableDefinition): Promise<boolean> => {
  try {
    await calls.call('DynamoDB.DescribeTable', { TableName: table.name });
    return false;
  } catch (error) {
    if (!(error instanceof EngineError && error.code === 'ResourceNotFoundException')) throw error;
  }
  await calls.call('DynamoDB.CreateTable', {
    TableName: table.name,
    BillingMode: 'PAY_PER_REQUEST',
    AttributeDefinitions: table.attributes,
    KeySchema: table.keySchema,
    ...(table.indexes.length > 0 && {
      GlobalSecondaryIndexes: table.indexes.map(({ IndexName, KeySchema, Projection }) => ({
        IndexName,
        KeySchema,
        Projection,
      })),
    }),
    ...(table.streamView !== undefined && {
      StreamSpecification: { StreamEnabled: true, StreamViewType: table.streamView },
    }),
  });
  if (table.ttlAttribute !== undefined) {
    await calls.call('DynamoDB.UpdateTimeToLive', {
      TableName: table.name,
      TimeToLiveSpecification: { AttributeName: table.ttlAttribute, Enabled: true },
    });
  }
  return true;
};

/**
 * The engine asks for the highest sequence number on every write, without an index: each write would read every
 * stream record there is (at 12,000 records a tenth of the speed). SQLite lets us add the index from outside.
 */
const indexStream = (file: string): void => {
  const database = new DatabaseSync(file, { timeout: 5000 });
  try {
    database.exec(
      'CREATE INDEX IF NOT EXISTS x_stream_seq ON _stream_records(table_name, CAST(sequence_number AS INTEGER))',
    );
  } finally {
    database.close();
  }
};

const retentionSeconds = 86_400;

/** Keeps the newest record of each table, from which the engine takes the next sequence number. */
const trimStream = (
  engine: Engine,
  tables: readonly TableDefinition[],
  passed: (table: string) => bigint | undefined,
): number => {
  if (engine.databaseFile === undefined) return 0;
  const database = new DatabaseSync(engine.databaseFile, { timeout: 5000 });
  try {
    const statement = database.prepare(
      `DELETE FROM _stream_records WHERE table_name = ? AND created_at < ?
         AND CAST(sequence_number AS INTEGER) <= ?
         AND id NOT IN (SELECT MAX(id) FROM _stream_records GROUP BY table_name)`,
    );
    let removed = 0;
    for (const { name } of tables) {
      const upTo = passed(name);
      if (upTo === undefined) continue;
      removed += Number(statement.run(name, Math.floor(Date.now() / 1000) - retentionSeconds, upTo).changes);
    }
    return removed;
  } finally {
    database.close();
  }
};

const expiredKey = (table: string, keys: WireItem): string =>
  JSON.stringify([
    table,
    ...Object.keys(keys)
      .sort()
      .map((name) => [name, keys[name]]),
  ]);

const remembered = 10_000;

/** The engine's own sweep knows only the machine's clock; items expire on the host's. */
const sweepExpired = async (
  calls: EngineCalls,
  options: DatabaseOptions,
  expired: Set<string>,
): Promise<number> => {
  let removed = 0;
  for (const table of options.tables) {
    if (table.ttlAttribute === undefined) continue;
    const keyNames = table.keySchema.map((key) => key.AttributeName);
    const names = Object.fromEntries(keyNames.map((name, index) => [`#k${index}`, name]));
    const now = { N: String(Math.floor(options.clock.now() / 1000)) };
    let start: unknown;
    do {
      const page = await calls.call('DynamoDB.Scan', {
        TableName: table.name,
        FilterExpression: 'attribute_type(#ttl, :number) AND #ttl < :now',
        ProjectionExpression: Object.keys(names).join(', '),
        ExpressionAttributeNames: { ...names, '#ttl': table.ttlAttribute },
        ExpressionAttributeValues: { ':now': now, ':number': { S: 'N' } },
        ...(start !== undefined && { ExclusiveStartKey: start }),
      });
      for (const keys of wireItems(page['Items'])) {
        if (expired.size > remembered) expired.clear();
        expired.add(expiredKey(table.name, keys));
        removed += await removeExpired(calls, table, keys, now);
      }
      start = page['LastEvaluatedKey'];
    } while (start !== undefined);
  }
  return removed;
};

const wireItems = (value: unknown): readonly WireItem[] => (Array.isArray(value) ? value : []);

/** Conditional: a writer may have given the item a longer life since the scan. */
const removeExpired = async (
  calls: EngineCalls,
  table: TableDefinition,
  keys: WireItem,
  now: { N: string },
): Promise<number> => {
  try {
    await calls.call('DynamoDB.DeleteItem', {
      TableName: table.name,
      Key: keys,
      ConditionExpression: '#ttl < :now',
      ExpressionAttributeNames: { '#ttl': table.ttlAttribute },
      ExpressionAttributeValues: { ':now': now },
    });
    return 1;
  } catch (error) {
    if (error instanceof EngineError && error.code === 'ConditionalCheckFailedException') return 0;
    throw error;
  }
};
