import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { App } from 'aws-cdk-lib';
import { afterAll } from 'vitest';
import { createApp } from '#infra/app.ts';
import { allFunctions } from '#infra/functions.ts';
import { loadStack, type Stack } from '#infra/local/template.ts';
import { readStage, type StageSettings } from '#infra/stages.ts';

interface RawResource {
  readonly Type: string;
  readonly Properties: Record<string, unknown>;
  readonly DeletionPolicy?: string;
}

export interface Synthesized {
  readonly app: App;
  readonly settings: StageSettings;
  /** Every resource of all stacks, with references resolved, as the local host reads them. */
  readonly stack: Stack;
  /** The resources of one stack as CloudFormation gets them. */
  raw(part: string): Readonly<Record<string, RawResource>>;
}

/** Synthesizes a stage with a stand-in for each bundle, once per test file; the folder goes when the file ends. */
export function synthesized(
  options: { readonly settings?: StageSettings; readonly checks?: boolean } = {},
): Synthesized {
  const folder = mkdtempSync(join(tmpdir(), 'porchlight-infra-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  const bundles = join(folder, 'functions');
  for (const { name } of allFunctions) {
    mkdirSync(join(bundles, name), { recursive: true });
    writeFileSync(join(bundles, name, 'index.mjs'), `export const handler = async () => '${name}';\n`);
  }
  const settings = options.settings ?? readStage('local', {});
  const outdir = join(folder, 'cdk.out');
  const app = createApp({ settings, bundles, outdir, checks: options.checks ?? false });
  app.synth();
  return {
    app,
    settings,
    stack: loadStack(outdir),
    raw: (part) => JSON.parse(readFileSync(join(outdir, `${part}.template.json`), 'utf8')).Resources,
  };
}
