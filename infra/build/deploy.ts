import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { S3Client } from '@aws-sdk/client-s3';
import * as z from 'zod';
import { readStage, StageNotConfigured } from '../stages.ts';
import { uploadWeb } from './upload-web.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const outputsFile = join(root, 'dist/cdk.outputs.json');
const Outputs = z.record(z.string(), z.record(z.string(), z.string()));

/** `npm run deploy -- --stage staging`: builds, deploys every stack with the CDK CLI, then uploads the web app. */
async function main(): Promise<void> {
  const at = process.argv.indexOf('--stage');
  const stage = at === -1 ? '' : (process.argv[at + 1] ?? '');
  if (stage === 'local') throw new StageNotConfigured('The stage local runs on this machine: npm start.');
  // Before anything is built: a missing variable should be told in the first second.
  const settings = readStage(stage, process.env);
  run('node_modules/vite/bin/vite.js', 'build', '--config', 'web/vite.config.ts');
  process.env['PORCHLIGHT_STAGE'] = stage;
  // cdk.json leads the CLI to synth.ts, which bundles the functions.
  run(
    fileURLToPath(import.meta.resolve('aws-cdk/bin/cdk')),
    'deploy',
    '--all',
    '--outputs-file',
    outputsFile,
  );
  const outputs = Outputs.parse(JSON.parse(readFileSync(outputsFile, 'utf8')));
  const bucket = Object.values(outputs).find((stack) => 'FilesBucketName' in stack)?.['FilesBucketName'];
  if (bucket === undefined) throw new Error('The web stack has no output FilesBucketName.');
  await uploadWeb(new S3Client({ region: settings.region }), bucket, join(root, 'dist/web'));
  console.log(`Porchlight ${stage} is at https://${settings.domain.name}`);
}

function run(script: string, ...args: readonly string[]): void {
  const { status } = spawnSync(process.execPath, [script, ...args], { cwd: root, stdio: 'inherit' });
  if (status !== 0) process.exit(status ?? 1);
}

try {
  await main();
} catch (error) {
  if (!(error instanceof StageNotConfigured)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
