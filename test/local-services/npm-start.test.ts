import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { demoDistricts } from '#infra/local/demo/districts.ts';
import { demoPeople } from '#infra/local/demo/people.ts';

const bootstrap = fileURLToPath(new URL('../../infra/local/bootstrap.mjs', import.meta.url));
const minutes = 60_000;
const folder = mkdtempSync(join(tmpdir(), 'porchlight-start-'));
const data = join(folder, 'data');
const started = new Set<ChildProcess>();
let port = 0;

beforeAll(async () => {
  port = await freePort();
});
afterAll(() => {
  for (const child of started) child.kill('SIGTERM');
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
});

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const address = server.address();
  await new Promise((done) => server.close(done));
  return typeof address === 'object' && address !== null ? address.port : 0;
}

/** Runs a command of the project as npm does, and hears everything it says. */
function run(command: string, ...args: string[]) {
  const child = spawn(process.execPath, [bootstrap, command, ...args], { stdio: ['ignore', 'pipe', 'pipe'] });
  started.add(child);
  let said = '';
  const { promise: ended, resolve } = Promise.withResolvers<number | null>();
  const listeners = new Set<() => void>();
  const hear = (chunk: Buffer) => {
    said += chunk.toString();
    for (const listener of listeners) listener();
  };
  child.stdout.on('data', hear);
  child.stderr.on('data', hear);
  child.on('close', (code) => {
    started.delete(child);
    resolve(code);
    for (const listener of listeners) listener();
  });
  /** Resolves when the words were said; fails when the command ends without them. */
  const says = (words: string) =>
    new Promise<void>((done, failed) => {
      const look = () => {
        if (said.includes(words)) done();
        else if (child.exitCode !== null) failed(new Error(`ended without saying "${words}": ${said}`));
        else return;
        listeners.delete(look);
      };
      listeners.add(look);
      look();
    });
  return { child, ended, says, said: () => said };
}
const start = (...more: string[]) => run('start', '--port', String(port), '--data', data, ...more);
const token = async (person: string) => {
  const asked = run('token', person, '--port', String(port));
  await asked.ended;
  return asked.said().trim();
};

test('npm start goes on after a crash in its first minute, guards its port and folder, and keeps what was entered', {
  timeout: 6 * minutes,
}, async () => {
  const first = start();
  await first.says('the roster is in');
  const { pid } = JSON.parse(readFileSync(join(data, 'running.json'), 'utf8')) as { pid: number };
  process.kill(pid, 'SIGKILL');
  expect(await first.ended).not.toBe(0);

  const second = start();
  await second.says(`Porchlight is ready at http://localhost:${port}\n`);
  expect(second.said()).toContain('Preparing the demo');
  const tokens = await Promise.all([token('maya'), token('naomi')]);
  expect(tokens).toEqual([expect.stringMatching(/^ey[\w.-]+$/), expect.stringMatching(/^ey[\w.-]+$/)]);

  const samePort = run('start', '--port', String(port), '--data', join(folder, 'other'));
  const sameFolder = run('start', '--port', String(await freePort()), '--data', data);
  expect([await samePort.ended, await sameFolder.ended]).toEqual([1, 1]);
  expect(samePort.said()).toBe(
    `Port ${port} is in use by another program. Choose another one: npm start -- --port ${port + 1}\n`,
  );
  expect(sameFolder.said()).toMatch(/^Another Porchlight at http:\/\/localhost:\d+ .*\n$/);

  second.child.kill('SIGTERM');
  expect(await second.ended).toBe(0);
  expect(await token('maya')).toContain('does not answer');

  const third = start();
  await third.says('Porchlight is ready');
  expect(third.said()).not.toContain('Preparing the demo');
  const answer = await fetch(`http://localhost:${port}/api/national/districts`, {
    headers: { authorization: `Bearer ${await token('naomi')}` },
  });
  const listed = (await answer.json()) as { items: { name: string }[] };
  expect(listed.items.map(({ name }) => name).sort()).toEqual(demoDistricts.map(({ name }) => name).sort());
  const inbox = await (await fetch(`http://localhost:${port}/_local/inbox.json`)).json();
  // Everybody but the first of the national office was invited by mail, and nobody twice.
  expect(inbox).toMatchObject({ count: demoPeople.length - 1 });
  third.child.kill('SIGINT');
  expect(await third.ended).toBe(0);
});
