/**
 * Builds what the host runs (functions, web app, cloud assembly), and only what changed since the last time: each
 * step remembers the content of its sources, not their dates, so that switching branches and back costs nothing.
 */
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Unable } from '#infra/local/unable.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));

interface Step {
  readonly name: string;
  /** What the person reads while it runs. */
  readonly doing: string;
  /** Files and folders, from the root of the project. */
  readonly sources: readonly string[];
  readonly without?: readonly string[];
  /** Made by the step: when it is not there the step runs whatever the sources say. */
  readonly result: string;
  /** Script and arguments for this very Node. */
  readonly command: readonly string[];
}

const functions: Step = {
  name: 'functions',
  doing: 'Bundling the functions',
  sources: [
    'functions',
    'shared',
    'infra/functions.ts',
    'infra/policies/group-access.ts',
    'infra/build',
    'docs/openapi.json',
    'package-lock.json',
  ],
  result: 'dist/functions/meta.json',
  command: ['infra/build/bundle-functions.ts'],
};
const web: Step = {
  name: 'web',
  doing: 'Building the web app',
  sources: ['web', 'shared', 'docs/openapi.json', 'package-lock.json'],
  result: 'dist/web/index.html',
  command: ['node_modules/vite/bin/vite.js', 'build', '--config', 'web/vite.config.ts', '--logLevel', 'warn'],
};
const assembly: Step = {
  name: 'assembly',
  doing: 'Synthesizing the stack',
  sources: ['infra', 'shared', 'cdk.json', 'package-lock.json', 'dist/functions/meta.json'],
  without: ['infra/local'],
  result: 'dist/cdk.out/manifest.json',
  command: ['infra/local/synthesize.ts'],
};

/**
 * Brings everything up to date. `say` hears one line for each step that runs.
 * @throws Unable when a step fails; what it said was shown before
 */
export async function buildWhatChanged(say: (line: string) => void): Promise<void> {
  // The assembly names the bundles by their content, so it comes after them; the web app stands apart.
  const steps = await Promise.allSettled([
    runIfChanged(functions, say).then(() => runIfChanged(assembly, say)),
    runIfChanged(web, say),
  ]);
  for (const step of steps) if (step.status === 'rejected') throw step.reason;
}

async function runIfChanged(step: Step, say: (line: string) => void): Promise<void> {
  const stamp = join(root, 'dist/.built', step.name);
  const wanted = contentOf(step);
  const unchanged =
    existsSync(join(root, step.result)) && existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted;
  if (unchanged) return;
  say(`${step.doing} ...`);
  await run(step);
  mkdirSync(dirname(stamp), { recursive: true });
  writeFileSync(`${stamp}.draft`, wanted);
  renameSync(`${stamp}.draft`, stamp);
}

function contentOf(step: Step): string {
  const hash = createHash('sha256').update(step.command.join(' '));
  for (const source of step.sources) addTo(hash, source, step.without ?? []);
  return hash.digest('hex');
}

function addTo(hash: ReturnType<typeof createHash>, path: string, without: readonly string[]): void {
  const file = join(root, path);
  if (without.includes(path) || !existsSync(file)) return;
  if (statSync(file).isDirectory()) {
    for (const name of readdirSync(file).sort()) addTo(hash, `${path}/${name}`, without);
  } else {
    hash.update(`${path}\0`).update(readFileSync(file)).update('\0');
  }
}

async function run(step: Step): Promise<void> {
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', ...step.command], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, NODE_ENV: 'production' },
  });
  const said: Buffer[] = [];
  child.stdout.on('data', (chunk: Buffer) => said.push(chunk));
  child.stderr.on('data', (chunk: Buffer) => said.push(chunk));
  const code = await new Promise<number | null>((done, failed) =>
    child.on('close', done).on('error', failed),
  );
  if (code === 0) return;
  process.stderr.write(Buffer.concat(said));
  throw new Unable(`${step.doing} failed, for the reason above. Mend it and start again.`);
}
