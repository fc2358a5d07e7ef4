import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const project = fileURLToPath(new URL('../../..', import.meta.url));
const outDir = join(project, '.tmp/web-test');
const stampFile = join(project, '.tmp/web-test.stamp');
const lock = join(project, '.tmp/web-test.lock');

/**
 * The pages as they would be deployed, built once for all test files that ask, and again only after a source changed.
 * @returns the folder with `index.html` in it.
 */
export async function builtWeb(): Promise<string> {
  mkdirSync(join(project, '.tmp'), { recursive: true });
  const stamp = stampOfSources();
  while (!takeLock()) await wait(200);
  try {
    if (lastStamp() !== stamp) {
      // A process of its own: inside a test run React would be built as for development.
      await promisify(execFile)(
        process.execPath,
        [
          join(project, 'node_modules/vite/bin/vite.js'),
          'build',
          'web',
          '--outDir',
          outDir,
          '--logLevel',
          'error',
        ],
        { cwd: project, env: { ...process.env, NODE_ENV: 'production' } },
      );
      writeFileSync(stampFile, stamp);
    }
  } finally {
    rmSync(lock, { recursive: true, force: true });
  }
  return outDir;
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

function lastStamp(): string {
  try {
    return readFileSync(stampFile, 'utf8');
  } catch {
    return '';
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
  return hash.digest('hex');
}
