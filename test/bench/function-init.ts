import { spawnSync } from 'node:child_process';
import { mkdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { bundleFunctions, bundleOptions, bundlesFolder } from '#infra/build/bundle-functions.ts';
import { allFunctions } from '#infra/functions.ts';

const rounds = 15;
const bareName = 'bare lib-dynamodb';
const work = fileURLToPath(new URL('../../.tmp/bench/', import.meta.url));

export interface InitFigure {
  readonly name: string;
  readonly kilobytes: number;
  /** Of the processor, not of the clock: what else the machine does at that moment is not counted. */
  readonly milliseconds: number;
  /** Initialisation as a multiple of a function that only makes a document client. */
  readonly ratio: number;
}

/** The yardstick: what any function over DynamoDB must load, bundled in the same way. */
const bareSource = `
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient, QueryCommand } from '@aws-sdk/lib-dynamodb';
const client = DynamoDBDocumentClient.from(new DynamoDBClient({}));
export const handler = (event) => client.send(new QueryCommand(event));`;

/**
 * Starts each bundle in fresh processes, in turn so that a busy moment of the machine falls on all alike, and
 * takes the median of the processor's time from the import to its end.
 */
export async function measureInit(): Promise<InitFigure[]> {
  await bundleFunctions();
  mkdirSync(work, { recursive: true });
  const bareFile = join(work, 'bare.mjs');
  const entry = fileURLToPath(new URL('../../functions/', import.meta.url));
  await build({
    ...bundleOptions,
    stdin: { contents: bareSource, resolveDir: entry, loader: 'js' },
    outfile: bareFile,
  });
  const files = new Map([[bareName, bareFile]]);
  for (const { name } of allFunctions) files.set(name, join(bundlesFolder, name, 'index.mjs'));

  const times = new Map([...files.keys()].map((name): [string, number[]] => [name, []]));
  for (let round = 0; round < rounds; round += 1)
    for (const [name, file] of files) times.get(name)?.push(startOnce(file));

  const bare = median(times.get(bareName) ?? []);
  return [...files].map(([name, file]) => {
    const milliseconds = median(times.get(name) ?? []);
    return {
      name,
      kilobytes: Math.ceil(statSync(file).size / 1024),
      milliseconds,
      ratio: milliseconds / bare,
    };
  });
}

const probe = (file: string): string =>
  `const begun = process.cpuUsage(); await import(${JSON.stringify(file)}); const { user, system } = process.cpuUsage(begun); console.log((user + system) / 1000); process.exit();`;

function startOnce(file: string): number {
  const script = join(work, 'start-once.mjs');
  writeFileSync(script, probe(file));
  const { stdout, stderr } = spawnSync(process.execPath, [script], { encoding: 'utf8', env: environment });
  const milliseconds = Number(stdout.trim().split('\n').at(-1));
  if (!(milliseconds > 0)) throw new Error(`${file} did not start: ${stderr.slice(0, 300)}`);
  return milliseconds;
}

const environment = {
  PATH: process.env['PATH'] ?? '',
  NODE_ENV: 'production',
  AWS_REGION: 'us-east-1',
  AWS_ACCESS_KEY_ID: 'bench',
  AWS_SECRET_ACCESS_KEY: 'bench',
  TABLE_NAME: 'bench',
  TENANT_ROLE_ARN: 'arn:aws:iam::000000000000:role/TenantDataRole',
  TOKEN_ISSUER: 'https://issuer.example',
  TOKEN_JWKS_URI: 'https://issuer.example/jwks',
  TOKEN_CLIENT_ID: 'bench',
  FILES_BUCKET: 'bench',
  MAIL_QUEUE_URL: 'https://queue.example/mail',
  TASK_QUEUE_URL: 'https://queue.example/task',
  MAIL_FROM: 'Porchlight <mail@porchlight.example>',
  MAIL_CONFIGURATION_SET: 'bench',
  MAIL_POSTAL_ADDRESS: '1 Example Street',
  WEB_ORIGIN: 'https://porchlight.example',
  USER_POOL_ID: 'us-east-1_bench',
  STAGE: 'bench',
  POWERTOOLS_SERVICE_NAME: 'bench',
};

const median = (values: readonly number[]): number =>
  [...values].sort((one, other) => one - other)[Math.floor(values.length / 2)] ?? Number.NaN;
