import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const project = fileURLToPath(new URL('../../..', import.meta.url));
const builds = join(project, '.tmp/web-test');
const lock = join(project, '.tmp/web-test.lock');
const hour = 3_600_000;

/**
 * The pages as they would be deployed: built once for all test files that ask, and anew when a source changed. Each
 * state of the sources has a folder of its own, so that nothing is pulled away under a test that still runs.
 * @returns the folder with `index.html` in it.
 */
export async function builtWeb(): Promise<string> {
  mkdirSync(builds, { recursive: true });
  const folder = join(builds, stampOfSources());
  while (!takeLock()) await wait(200);
  try {
    if (!existsSync(folder)) await build(folder);
    for (const name of readdirSync(builds)) {
      const old = join(builds, name);
      if (old !== folder && Date.now() - statSync(old).mtimeMs > hour) rmSync(old, { recursive: true });
    }
  } finally {
    rmSync(lock, { recursive: true, force: true });
  }
  return folder;
}

/** In a process of its own: inside a test run React would be built as for development. */
async function build(folder: string): Promise<void> {
  const unfinished = `${folder}.unfinished`;
  await promisify(execFile)(
    process.execPath,
    [
      join(project, 'node_modules/vite/bin/vite.js'),
      ...['build', 'web', '--outDir', unfinished, '--emptyOutDir', '--logLevel', 'error'],
    ],
    { cwd: project, env: { ...process.env, NODE_ENV: 'production' } },
  );
  renameSync(unfinished, folder);
}

function takeLock(): boolean {
  try {
    mkdirSync(lock);
    return true;
  } catch {
    // A build takes seconds; a lock that is minutes old was left by a test run that was ended by force.
    const age = Date.now() - (statSync(lock, { throwIfNoEntry: false })?.mtimeMs ?? Date.now());
    if (age > 120_000) rmSync(lock, { recursive: true, force: true });
    return false;
  }
}

function stampOfSources(): string {
  const hash = createHash('sha256');
  for (const folder of ['web', 'shared']) {
    const names = readdirSync(join(project, folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .sort();
    for (const name of names) hash.update(name).update(readFileSync(name));
  }
  return hash.digest('hex').slice(0, 16);
}
