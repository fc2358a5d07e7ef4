/**
 * `npm test`: everything a merge must pass. What looks at the sources goes first, on all cores at once, together with
 * the builds that the tests run on. Arguments go to the test runner.
 */
import { spawn } from 'node:child_process';
import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { buildWhatChanged } from '#infra/local/build-steps.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));

interface Check {
  readonly name: string;
  /** True when it passed; what it found is on the screen. */
  run(): Promise<boolean>;
}

/** The slowest first, so that none is left alone at the end. */
const checks: readonly Check[] = [
  command('Types of the server, the infrastructure and the tests', ['tsc', '-p', '.']),
  command('Types of the web app', ['tsc', '-p', 'web']),
  { name: 'What the tests run on', run: built },
  command('Lint and format', ['biome', 'ci', '--colors=off', '.']),
  command('Types of the browser tests', ['tsc', '-p', 'test']),
  command('Unused code and packages', ['knip']),
];

const chosen = process.argv.slice(2);
// With a file named, somebody is at work on it: the checks of the whole can wait.
const passed = chosen.length === 0 ? await allOf(checks) : await built();
if (!passed) process.exit(1);
console.log('\nTests');
process.exit(await start(['vitest', 'run', '--config', 'test/vitest.config.ts', ...chosen], 'inherit'));

function command(name: string, words: readonly string[]): Check {
  return { name, run: async () => (await start(words, 'pipe')) === 0 };
}

/** As many at a time as there are cores; each says how it went when it is done, and all are heard. */
async function allOf(these: readonly Check[]): Promise<boolean> {
  const waiting = [...these];
  let all = true;
  const work = async () => {
    for (let check = waiting.shift(); check !== undefined; check = waiting.shift()) {
      const begun = performance.now();
      const good = await check.run();
      all &&= good;
      const seconds = ((performance.now() - begun) / 1000).toFixed(1);
      if (good) console.log(`${check.name}: passed in ${seconds} s`);
      else console.error(`${check.name}: failed. The reason stands above.`);
    }
  };
  await Promise.all(Array.from({ length: availableParallelism() }, work));
  return all;
}

async function built(): Promise<boolean> {
  try {
    await buildWhatChanged((line) => console.log(line));
    return true;
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    return false;
  }
}

/** Runs it to its end. What was piped is shown in one piece, unless all went well. */
async function start(
  [program = '', ...args]: readonly string[],
  output: 'inherit' | 'pipe',
): Promise<number> {
  const child = spawn(program, args, { cwd: root, stdio: ['ignore', output, output] });
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => child.kill(signal));
  const said: Buffer[] = [];
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (part: Buffer) => said.push(part));
  const code = await new Promise<number>((resolve) => {
    child.on('close', (status) => resolve(status ?? 1));
    child.on('error', (error) => {
      said.push(Buffer.from(`${error.message}\n`));
      resolve(1);
    });
  });
  if (code !== 0) process.stderr.write(Buffer.concat(said));
  return code;
}
