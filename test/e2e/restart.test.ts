/** A machine that loses its power in the middle of a working day, told with the command that everybody starts with. */
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import type { Browser } from 'playwright-core';
import { afterAll, expect, test } from 'vitest';
import { launchBrowser, newVisitor, phone, settled } from '#test/web/support/browser.ts';

const minutes = 60_000;
const bootstrap = fileURLToPath(new URL('../../infra/local/bootstrap.mjs', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'porchlight-e2e-restart-'));
const data = join(folder, 'data');
let running: ChildProcess | undefined;
let browser: Browser | undefined;

afterAll(async () => {
  await browser?.close();
  const { promise: ended, resolve } = Promise.withResolvers<void>();
  if (running === undefined || running.exitCode !== null) resolve();
  else running.once('exit', () => resolve()).kill('SIGTERM');
  await ended;
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
});

test('what an educator entered is there after the host was killed and started again, and the page just goes on', {
  timeout: 6 * minutes,
}, async () => {
  const port = await freePort();
  await start(port);
  browser = await launchBrowser();
  const context = await newVisitor(browser, { size: phone });
  context.setDefaultTimeout(1.5 * minutes);
  const page = await context.newPage();
  await page.goto(`http://localhost:${port}/classes`);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.getByRole('button', { name: 'Maya Ortiz' }).click();
  await page
    .getByRole('link', { name: /^Grade/ })
    .first()
    .click();
  await page
    .getByRole('link', { name: /Not invited yet/ })
    .first()
    .click();
  await page.getByRole('radio', { name: 'By phone' }).check();
  await page.getByRole('button', { name: 'Save the invitation' }).click();
  await page.getByText('Saved: the family is invited.').waitFor();
  await page.getByRole('button', { name: 'They said yes' }).waitFor();

  const { pid } = JSON.parse(readFileSync(join(data, 'running.json'), 'utf8')) as { pid: number };
  const { promise: ended, resolve } = Promise.withResolvers<number | null>();
  running?.once('exit', resolve);
  process.kill(pid, 'SIGKILL');
  expect(await ended).not.toBe(0);
  await page.getByRole('button', { name: 'They said yes' }).click();
  await page.getByText('Porchlight cannot be reached right now.').waitFor();

  const said = await start(port);
  expect(said).not.toContain('Preparing the demo');
  await page.getByRole('button', { name: 'They said yes' }).click();
  await page.getByText('Saved: the family said yes.').waitFor();
  await page.reload();
  await settled(page);
  await page.getByRole('link', { name: 'Plan the first visit' }).waitFor();
});

/** Starts the product as `npm start` does. Returns what it said once it is ready. */
async function start(port: number): Promise<string> {
  const child = spawn(process.execPath, [bootstrap, 'start', '--port', String(port), '--data', data], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  running = child;
  const said: string[] = [];
  for await (const line of createInterface(child.stdout)) {
    said.push(line);
    if (line.startsWith('Porchlight is ready')) {
      child.stdout.resume();
      return said.join('\n');
    }
  }
  throw new Error(`It ended before it was ready: ${said.join('\n')}`);
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const address = server.address();
  await new Promise((done) => server.close(done));
  return typeof address === 'object' && address !== null ? address.port : 0;
}
