/**
 * The data folder: whose it is, whether it is whole, and that only one Porchlight works in it.
 *
 * The lock is a lock of the operating system, held through SQLite, so that it ends with the process however the
 * process ends; a number in a file would stay behind after `kill -9`.
 */
import {
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  readSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import * as z from 'zod';
import { Unable } from '#infra/local/unable.ts';

const Marker = z.object({ format: z.literal(1), state: z.enum(['new', 'ready']) });
const Running = z.object({ pid: z.int(), port: z.int() });
const markerName = 'porchlight.json';
const runningName = 'running.json';
const lockName = 'lock';
/** The host's own folder inside; everything else at the top is written here. */
const stateName = 'state';
const ownNames = new Set([markerName, runningName, lockName, `${lockName}-journal`, stateName]);
const sqliteHeader = 'SQLite format 3\0';

export interface DataFolder {
  readonly path: string;
  /** Where the host keeps its part. */
  readonly state: string;
  /** False until the first start has come to its end. */
  readonly ready: boolean;
  /** Notes where this Porchlight answers, for `npm run token`. */
  announce(port: number): void;
  /** The first start is complete: from now on a missing database is damage. */
  markReady(): void;
  release(): void;
}

/**
 * Takes a data folder: makes it if it is not there, empties it when `fresh`, refuses it when it is somebody else's,
 * in use or damaged.
 * @throws Unable with one sentence that says what to do
 */
export function takeDataFolder(path: string, fresh: boolean): DataFolder {
  makeWritable(path);
  const lock = lockFolder(path);
  try {
    const strangers = strangersIn(path);
    if (strangers.length > 0) {
      throw new Unable(
        `The folder ${path} holds other files (${strangers.slice(0, 3).join(', ')}), so nothing is touched there. Choose an empty folder with --data.`,
      );
    }
    if (fresh) empty(path);
    // Left behind by a process that was killed.
    rmSync(join(path, runningName), { force: true });
    const ready = readMarker(path)?.state === 'ready';
    if (ready) checkWhole(path);
    else writeMarker(path, 'new');
    return {
      path,
      state: join(path, stateName),
      ready,
      announce: (port) => writeFileSync(join(path, runningName), JSON.stringify({ pid: process.pid, port })),
      markReady: () => writeMarker(path, 'ready'),
      release() {
        rmSync(join(path, runningName), { force: true });
        lock.close();
      },
    };
  } catch (error) {
    lock.close();
    throw error;
  }
}

/** The port of the Porchlight that works in a data folder, or null when none does. */
export function portInUse(path: string): number | null {
  if (!existsSync(join(path, lockName))) return null;
  const lock = tryLock(path);
  if (lock === null) return readRunning(path)?.port ?? null;
  lock.close();
  return null;
}

function makeWritable(path: string): void {
  try {
    mkdirSync(path, { recursive: true });
    const probe = join(path, '.writable');
    writeFileSync(probe, '');
    rmSync(probe);
  } catch {
    throw new Unable(`Porchlight cannot write to ${path}. Choose another folder with --data.`);
  }
}

function lockFolder(path: string): DatabaseSync {
  const lock = tryLock(path);
  if (lock !== null) return lock;
  const running = readRunning(path);
  const where = running === undefined ? '' : ` at http://localhost:${running.port} (process ${running.pid})`;
  throw new Unable(
    `Another Porchlight${where} is working in ${path}. Stop it first, or choose another folder with --data.`,
  );
}

function tryLock(path: string): DatabaseSync | null {
  const database = new DatabaseSync(join(path, lockName), { timeout: 300 });
  try {
    database.exec('BEGIN EXCLUSIVE');
    return database;
  } catch {
    database.close();
    return null;
  }
}

/** Names at the top of a folder that Porchlight did not put there. Only what is its own is ever removed. */
function strangersIn(path: string): string[] {
  return readdirSync(path).filter((name) => !ownNames.has(name.replace(/\.draft$/, '')));
}

function empty(path: string): void {
  for (const name of readdirSync(path)) {
    if (name !== lockName && name !== `${lockName}-journal`) rmSync(join(path, name), { recursive: true });
  }
}

function checkWhole(path: string): void {
  const database = join(path, stateName, 'dynamodb/dynamodb.sqlite');
  const elsewhere = (process.env['AWS_ENDPOINT_URL_DYNAMODB'] ?? '') !== '';
  const accounts = parse(readText(join(path, stateName, 'services/accounts/users.json')) ?? '');
  if (!(elsewhere || isSqlite(database)) || !Array.isArray(accounts)) throw damaged(path);
}

function isSqlite(file: string): boolean {
  if (!existsSync(file)) return false;
  const start = Buffer.alloc(sqliteHeader.length);
  const handle = openSync(file, 'r');
  try {
    readSync(handle, start);
  } finally {
    closeSync(handle);
  }
  return start.toString('latin1') === sqliteHeader;
}

function readMarker(path: string): z.infer<typeof Marker> | undefined {
  const text = readText(join(path, markerName));
  if (text === undefined) {
    // Without the marker only an empty folder is a new one.
    if (readdirSync(path).some((name) => name !== lockName && name !== `${lockName}-journal`))
      throw damaged(path);
    return undefined;
  }
  const marker = Marker.safeParse(parse(text));
  if (!marker.success) throw damaged(path);
  return marker.data;
}

function writeMarker(path: string, state: 'new' | 'ready'): void {
  const file = join(path, markerName);
  writeFileSync(`${file}.draft`, JSON.stringify({ format: 1, state }));
  renameSync(`${file}.draft`, file);
}

function readRunning(path: string): z.infer<typeof Running> | undefined {
  return Running.safeParse(parse(readText(join(path, runningName)) ?? '')).data;
}

function readText(file: string): string | undefined {
  return existsSync(file) ? readFileSync(file, 'utf8') : undefined;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** The sentence for a folder of which something is missing or cannot be read. */
export function damaged(path: string): Unable {
  return new Unable(
    `The data folder ${path} is only half there. Begin anew with --fresh, or choose another folder with --data.`,
  );
}
