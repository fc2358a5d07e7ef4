import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { Worker } from 'node:worker_threads';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bundleFunctions } from '#infra/build/bundle-functions.ts';
import { allFunctions } from '#infra/functions.ts';
import { functionsOf } from '#infra/local/template-compute.ts';
import { synthesized } from './synthesized.ts';

const { stack } = synthesized();
const folder = mkdtempSync(join(tmpdir(), 'porchlight-bundles-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
let sources: Readonly<Record<string, readonly string[]>> = {};

beforeAll(async () => {
  const { outputs } = await bundleFunctions(folder);
  sources = Object.fromEntries(
    allFunctions.map(({ name }) => {
      const [, bundle] = Object.entries(outputs).find(([file]) => file.endsWith(`/${name}/index.mjs`)) ?? [];
      return [name, Object.keys(bundle?.inputs ?? {})];
    }),
  );
});

/** What Lambda itself puts into the environment of every function. */
const ofLambda = {
  AWS_REGION: 'us-east-1',
  AWS_ACCESS_KEY_ID: 'AKIAEXAMPLE',
  AWS_SECRET_ACCESS_KEY: 'secret',
  AWS_SESSION_TOKEN: 'token',
  AWS_LAMBDA_FUNCTION_NAME: 'function',
};

/** Starts a bundle as Lambda does, with the environment that the template gives it and nothing else. */
async function start(name: string): Promise<unknown> {
  const deployed = functionsOf(stack).find(
    ({ environment }) => environment['POWERTOOLS_SERVICE_NAME'] === name,
  );
  const bundle = pathToFileURL(join(folder, name, 'index.mjs')).href;
  const worker = new Worker(
    `import('${bundle}').then(({ handler }) => require('node:worker_threads').parentPort.postMessage(typeof handler));`,
    { eval: true, env: { ...ofLambda, ...deployed?.environment } },
  );
  try {
    const [kind] = await once(worker, 'message');
    return kind;
  } finally {
    await worker.terminate();
  }
}

describe.each(allFunctions)('the bundle of $name', ({ name, entry }) => {
  it('starts with the settings that its role comes with', async () => {
    expect(await start(name)).toBe('function');
  });

  it('is made of its own entry and no other', () => {
    const entries = sources[name]?.filter((file) => /^functions\/(http|workers|triggers)\//.test(file));
    expect(entries).toEqual([entry]);
  });

  it('takes credentials from Lambda, without the search through a person’s machine', () => {
    expect(sources[name]).toContain('infra/build/lambda-credentials.ts');
    expect(
      sources[name]?.filter((file) => /credential-provider-(node|sso|ini|process|login)\//.test(file)),
    ).toEqual([]);
  });
});
