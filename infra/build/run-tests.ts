/** `npm test`: everything a merge must pass, in the order in which it fails soonest. Arguments go to the test runner. */
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { buildWhatChanged } from '#infra/local/build-steps.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));

const checks: readonly (readonly [name: string, command: string, args: readonly string[]])[] = [
  ['Types of the server, the infrastructure and the tests', 'tsc', ['-p', '.']],
  ['Types of the web app', 'tsc', ['-p', 'web']],
  ['Types of the browser tests', 'tsc', ['-p', 'test']],
  ['Lint and format', 'biome', ['ci', '.']],
  ['Unused code and packages', 'knip', []],
];

const chosen = process.argv.slice(2);
// With a file named, somebody is at work on it: the checks of the whole can wait.
if (chosen.length === 0) for (const [name, command, args] of checks) run(name, command, args);
await buildWhatChanged((line) => console.log(line));
run('Tests', 'vitest', ['run', '--config', 'test/vitest.config.ts', ...chosen]);

function run(name: string, command: string, args: readonly string[]): void {
  console.log(`\n${name}: ${[command, ...args].join(' ')}`);
  const begun = performance.now();
  const { status, error } = spawnSync(command, [...args], { cwd: root, stdio: 'inherit' });
  if (status === 0) {
    // The runner's own last line stays the last one.
    if (command !== 'vitest') console.log(`  passed in ${((performance.now() - begun) / 1000).toFixed(1)} s`);
    return;
  }
  console.error(
    `${name}: failed${error === undefined ? '' : ` (${error.message})`}. The reason stands above.`,
  );
  process.exit(1);
}
