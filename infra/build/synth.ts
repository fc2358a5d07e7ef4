import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createApp } from '../app.ts';
import { readStage, StageNotConfigured, type StageSettings } from '../stages.ts';
import { bundleFunctions, bundlesFolder } from './bundle-functions.ts';

/** Where the cloud assembly goes that the local host runs. */
export const assemblyFolder = join(fileURLToPath(new URL('../..', import.meta.url)), 'dist/cdk.out');

export interface SynthesisOptions {
  /** The assembly's folder; {@link assemblyFolder} when none is named. */
  readonly outdir?: string;
  /** Security and schema checks; they take most of the time. */
  readonly checks: boolean;
}

/**
 * Writes the cloud assembly of one stage from the bundles that are there.
 * @throws when a check fails; its report is printed and left in the folder.
 */
export function synthesize(settings: StageSettings, options: SynthesisOptions): void {
  createApp({ settings, bundles: bundlesFolder, outdir: assemblyFolder, ...options }).synth();
}

/** `npm run synth`, `npm run synth -- --stage staging`, and the CDK CLI, which names a folder of its own. */
async function main(): Promise<void> {
  const at = process.argv.indexOf('--stage');
  const name = at === -1 ? (process.env['PORCHLIGHT_STAGE'] ?? 'local') : process.argv[at + 1];
  const settings = readStage(name ?? '', process.env);
  await bundleFunctions();
  synthesize(settings, { outdir: process.env['CDK_OUTDIR'] ?? assemblyFolder, checks: true });
}

if (import.meta.main) {
  try {
    await main();
  } catch (error) {
    if (!(error instanceof StageNotConfigured)) throw error;
    console.error(error.message);
    process.exitCode = 1;
  }
}
