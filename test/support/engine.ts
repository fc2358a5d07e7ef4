import { spawn } from 'node:child_process';
import { createServer } from 'node:net';
import {
  CreateTableCommand,
  DeleteTableCommand,
  DynamoDBClient,
  ListTablesCommand,
} from '@aws-sdk/client-dynamodb';
import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { onTestFinished } from 'vitest';
import { documentClient } from '#functions/data/tenant-client.ts';

const binary = new URL('../../node_modules/@dynoxide/linux-x64/dynoxide', import.meta.url).pathname;
const indexes = ['gsi1', 'gsi2', 'gsi3'] as const;
const string = (AttributeName: string) => ({ AttributeName, AttributeType: 'S' as const });
const key = (prefix: string) => [
  { AttributeName: `${prefix}pk`, KeyType: 'HASH' as const },
  { AttributeName: `${prefix}sk`, KeyType: 'RANGE' as const },
];

export interface Engine {
  readonly endpoint: string;
  readonly client: DynamoDBDocumentClient;
  /**
   * A new empty table with the product's keys and indexes; its name is used by nobody else. Without its stream the
   * engine stays quick over a hundred thousand writes.
   */
  newTable(stream?: 'without stream'): Promise<string>;
  /** The table is gone with its indexes and its stream, and made anew under the same name. */
  emptyTable(tableName: string, stream?: 'without stream'): Promise<void>;
  stop(): Promise<void>;
}

/** Starts a real DynamoDB-compatible engine, in memory, on a port of its own. */
export async function startEngine(): Promise<Engine> {
  const port = await freePort();
  const endpoint = `http://127.0.0.1:${port}`;
  const engine = spawn(binary, ['serve', '--port', String(port)], { stdio: 'ignore' });
  const base = new DynamoDBClient({
    endpoint,
    region: 'us-east-1',
    credentials: { accessKeyId: 'test', secretAccessKey: 'test' },
    maxAttempts: 20,
    retryMode: 'standard',
  });
  await base.send(new ListTablesCommand({}));
  const make = (TableName: string, stream?: 'without stream') =>
    base.send(
      new CreateTableCommand({
        TableName,
        BillingMode: 'PAY_PER_REQUEST',
        KeySchema: key(''),
        AttributeDefinitions: ['', ...indexes].flatMap((name) => [string(`${name}pk`), string(`${name}sk`)]),
        GlobalSecondaryIndexes: indexes.map((IndexName) => ({
          IndexName,
          KeySchema: key(IndexName),
          Projection: { ProjectionType: 'ALL' },
        })),
        ...(stream === undefined && {
          StreamSpecification: { StreamEnabled: true, StreamViewType: 'NEW_AND_OLD_IMAGES' },
        }),
      }),
    );
  let made = 0;
  return {
    endpoint,
    client: documentClient(base),
    async newTable(stream) {
      made += 1;
      const tableName = `porchlight-${process.pid}-${port}-${made}`;
      await make(tableName, stream);
      return tableName;
    },
    async emptyTable(tableName, stream) {
      await base.send(new DeleteTableCommand({ TableName: tableName }));
      await make(tableName, stream);
    },
    async stop() {
      base.destroy();
      const gone = new Promise((resolve) => engine.once('exit', resolve));
      engine.kill('SIGKILL');
      await gone;
    },
  };
}

/** An engine that ends with the test that asked for it. */
export async function engineOfTest(): Promise<Engine> {
  const engine = await startEngine();
  onTestFinished(() => engine.stop());
  return engine;
}

export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() =>
        typeof address === 'object' && address !== null
          ? resolve(address.port)
          : reject(new Error('no port')),
      );
    });
  });
}
