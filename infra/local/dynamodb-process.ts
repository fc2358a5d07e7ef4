/**
 * Starts the embedded DynamoDB engine (dynoxide) on a file of the data folder, and makes sure that it never
 * outlives the host: a watchdog shell waits on a pipe that closes with the host, even when the host is killed
 * with SIGKILL; and the next start ends an engine that was left over all the same.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdirSync, openSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { connect, createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

export interface Engine {
  readonly endpoint: URL;
  /** The engine's SQLite file; absent when another engine is used. */
  readonly databaseFile: string | undefined;
  stop(): Promise<void>;
}

/** The engine cannot run here; the sentence says what to do. */
export class EngineUnavailable extends Error {}

const packageRoot = fileURLToPath(new URL('../../node_modules/@dynoxide/', import.meta.url));

const findBinary = (): string => {
  const binary = join(packageRoot, `${process.platform}-${process.arch}`, 'dynoxide');
  if (existsSync(binary)) return binary;
  const place = `${process.platform}-${process.arch}`;
  throw new EngineUnavailable(
    place === 'linux-x64'
      ? 'The database engine is missing. Run "npm ci" and start again.'
      : `Porchlight brings a database engine for linux-x64 only, and this machine is ${place}. ` +
          'Start DynamoDB Local or another compatible engine and name it in AWS_ENDPOINT_URL_DYNAMODB.',
  );
};

/**
 * Starts the engine, or uses the one that `external` (AWS_ENDPOINT_URL_DYNAMODB) names. `onCrash` is called when the
 * engine ends by itself.
 */
export const startEngine = async (
  dataDir: string,
  external: string | undefined,
  onCrash: (reason: string) => void,
): Promise<Engine> => {
  if (external !== undefined && external !== '') {
    const endpoint = new URL(external);
    if (!(await reachable(endpoint))) {
      throw new EngineUnavailable(
        `No database engine answers at ${endpoint.href} (AWS_ENDPOINT_URL_DYNAMODB). Start it, or unset the variable.`,
      );
    }
    return { endpoint, databaseFile: undefined, stop: async () => undefined };
  }
  const binary = findBinary();
  mkdirSync(dataDir, { recursive: true });
  const pidFile = join(dataDir, 'engine.pid');
  await endLeftover(pidFile, dataDir);
  const databaseFile = join(dataDir, 'dynamodb.sqlite');
  const log = openSync(join(dataDir, 'engine.log'), 'a');
  // Another program may take the free port in between; then the next try finds another one.
  for (let attempt = 1; ; attempt += 1) {
    const port = await freePort();
    const child = spawn(binary, ['serve', '--port', String(port), '--db-path', databaseFile], {
      stdio: ['ignore', log, log],
      // A group of its own: Ctrl-C in a terminal stops the host, which then stops the engine in good order.
      detached: true,
    });
    const watchdog = watchOver(child);
    writeFileSync(pidFile, String(child.pid));
    const endpoint = new URL(`http://127.0.0.1:${port}/`);
    if (await answers(endpoint, child)) {
      let stopping = false;
      child.on('exit', (code, signal) => {
        if (!stopping) onCrash(`The database engine ended by itself (${signal ?? code}).`);
      });
      return {
        endpoint,
        databaseFile,
        stop: async () => {
          stopping = true;
          const ended = exitOf(child);
          child.kill('SIGTERM');
          await Promise.race([ended, wait(3000, undefined, { ref: false })]);
          child.kill('SIGKILL');
          watchdog.kill('SIGKILL');
          rmSync(pidFile, { force: true });
        },
      };
    }
    child.kill('SIGKILL');
    watchdog.kill('SIGKILL');
    if (attempt === 3) {
      throw new EngineUnavailable(
        `The database engine does not start; ${join(dataDir, 'engine.log')} says why. ` +
          'If the data folder is damaged, start again with --fresh.',
      );
    }
  }
};

const exitOf = (child: ChildProcess): Promise<void> =>
  new Promise((resolve) => {
    if (child.exitCode !== null || child.signalCode !== null) resolve();
    else child.once('exit', () => resolve());
  });

/** `read` returns when the host's end of the pipe closes, however the host ends. */
const watchOver = (child: ChildProcess): ChildProcess => {
  const watchdog = spawn('/bin/sh', ['-c', 'read -r _; kill -9 "$0" 2>/dev/null', String(child.pid)], {
    stdio: ['pipe', 'ignore', 'ignore'],
    detached: true,
  });
  watchdog.unref();
  watchdog.on('error', () => undefined);
  watchdog.stdin?.on('error', () => undefined);
  return watchdog;
};

/** Ends an engine that a killed host left running on the same data. */
const endLeftover = async (pidFile: string, dataDir: string): Promise<void> => {
  if (!existsSync(pidFile)) return;
  const pid = Number(readFileSync(pidFile, 'utf8'));
  rmSync(pidFile, { force: true });
  if (!Number.isInteger(pid) || pid <= 1 || !isEngineOf(pid, dataDir)) return;
  process.kill(pid, 'SIGKILL');
  for (let tries = 0; tries < 100 && isEngineOf(pid, dataDir); tries += 1) await wait(20);
};

/** True when that process is an engine on this folder, and no other that got the same number since. */
const isEngineOf = (pid: number, dataDir: string): boolean => {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes(join(dataDir, 'dynamodb.sqlite'));
  } catch {
    return false;
  }
};

const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const server = createServer();
    server.on('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0));
    });
  });

const reachable = (endpoint: URL): Promise<boolean> =>
  new Promise((resolve) => {
    const port = Number(endpoint.port) || (endpoint.protocol === 'https:' ? 443 : 80);
    const socket = connect({ host: endpoint.hostname, port }, () => {
      socket.destroy();
      resolve(true);
    });
    socket.on('error', () => resolve(false));
  });

const answers = async (endpoint: URL, child: ChildProcess): Promise<boolean> => {
  for (let tries = 0; tries < 500 && child.exitCode === null && child.signalCode === null; tries += 1) {
    if (await reachable(endpoint)) return child.exitCode === null;
    await wait(10);
  }
  return false;
};
