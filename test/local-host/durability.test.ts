import { type ChildProcess, fork, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';
import { startHost } from '#infra/local/host.ts';
import { has, put, send } from '#test/local-host/fixture/clients.ts';
import { fixtureAssembly, startFixture } from '#test/local-host/fixture/start-fixture.ts';

const folder = mkdtempSync(join(tmpdir(), 'porchlight-kill-'));
const dataDir = join(folder, 'data');
const children: ChildProcess[] = [];
afterAll(() => {
  for (const child of children) child.kill('SIGKILL');
  rmSync(folder, { recursive: true, force: true });
});

interface Running {
  readonly child: ChildProcess;
  readonly host: { readonly operatorEnvironment: Readonly<Record<string, string>> };
  readonly now: number;
}

const begin = async (): Promise<Running> => {
  const script = fileURLToPath(new URL('./fixture/run-host.ts', import.meta.url));
  const child = fork(script, [await fixtureAssembly(), dataDir, join(folder, 'journal')], { execArgv: [] });
  children.push(child);
  const [message] = await once(child, 'message');
  return { child, host: { operatorEnvironment: message.environment }, now: message.now };
};

const kill = async (child: ChildProcess): Promise<void> => {
  child.kill('SIGKILL');
  await once(child, 'exit');
};

const enginePid = (): number => Number(readFileSync(join(dataDir, 'dynamodb', 'engine.pid'), 'utf8'));
const isAlive = (pid: number): boolean => {
  try {
    return !/^State:\s+[ZX]/m.test(readFileSync(`/proc/${pid}/status`, 'utf8'));
  } catch {
    return false;
  }
};

describe('a host that is killed', () => {
  it('loses nothing that it confirmed: items, messages, and the day it had come to', async () => {
    const first = await begin();
    await Promise.all(Array.from({ length: 20 }, (_, n) => put(first.host, `item-${n}`)));
    await send(first.host, 'WorkQueue', { survived: true }, 900);
    const goal = first.now + 3 * 3_600_000;
    first.child.send(goal);
    await once(first.child, 'message');
    await put(first.host, 'last');
    await send(first.host, 'StreamDead', { kept: true });
    await kill(first.child);

    const second = await begin();
    expect(second.now).toBeGreaterThanOrEqual(goal);
    const found = await Promise.all(Array.from({ length: 20 }, (_, n) => has(second.host, `item-${n}`)));
    expect([...found, await has(second.host, 'last')]).not.toContain(false);
    expect(readFileSync(join(folder, 'journal'), 'utf8')).toContain('survived');
    await kill(second.child);
  });

  it('takes the database engine with it', async () => {
    const first = await begin();
    const pid = enginePid();
    expect(isAlive(pid)).toBe(true);
    await kill(first.child);
    while (isAlive(pid)) await pause(10);
    expect(isAlive(pid)).toBe(false);
  });

  it('and whose engine stayed behind all the same, is followed by one that ends it', async () => {
    const binary = fileURLToPath(new URL('../../node_modules/@dynoxide/linux-x64/dynoxide', import.meta.url));
    const data = join(dataDir, 'dynamodb', 'dynamodb.sqlite');
    const leftover = spawn(binary, ['serve', '--port', '0', '--db-path', data], { stdio: 'ignore' });
    children.push(leftover);
    writeFileSync(join(dataDir, 'dynamodb', 'engine.pid'), String(leftover.pid));
    const ended = once(leftover, 'exit');
    const next = await begin();
    expect((await ended)[1]).toBe('SIGKILL');
    await put(next.host, 'after');
    expect(await has(next.host, 'after')).toBe(true);
    await kill(next.child);
  });
});

describe('a host that cannot start says what to do', () => {
  const options = {
    dataDir: join(folder, 'other'),
    webDir: folder,
    services: [],
    log: () => undefined,
  };

  it('when the port is taken', async () => {
    const other = createServer();
    other.listen(0, '127.0.0.1');
    await once(other, 'listening');
    const address = other.address();
    const port = typeof address === 'object' && address !== null ? address.port : 0;
    const start = startHost({ ...options, assemblyDir: await fixtureAssembly(), port });
    await expect(start).rejects.toThrow(`Port ${port} is in use by another program. Choose another one`);
    other.close();
  });

  it('when no stack is synthesized', async () => {
    await expect(startHost({ ...options, assemblyDir: folder, port: 0 })).rejects.toThrow(
      'There is no synthesized stack',
    );
  });

  it('when another database engine is named and does not answer', async () => {
    const start = startHost({
      ...options,
      assemblyDir: await fixtureAssembly(),
      port: 0,
      databaseEndpoint: 'http://127.0.0.1:1/',
    });
    await expect(start).rejects.toThrow('No database engine answers at http://127.0.0.1:1/');
  });
});

describe('a host that is stopped', () => {
  it('leaves no engine and no open port behind', async () => {
    const fixture = await startFixture();
    const pidFile = join(fixture.folder, 'data', 'dynamodb', 'engine.pid');
    const pid = Number(readFileSync(pidFile, 'utf8'));
    await fixture.host.stop();
    expect(existsSync(pidFile)).toBe(false);
    expect(isAlive(pid)).toBe(false);
    await expect(fetch(fixture.host.origin)).rejects.toThrow('fetch failed');
    rmSync(fixture.folder, { recursive: true, force: true });
  });
});
