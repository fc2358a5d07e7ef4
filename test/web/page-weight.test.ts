import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchBrowser, newVisitor, openSignedIn, settled } from './support/browser.ts';
import { builtWeb } from './support/built-web.ts';
import { type MockServer, startMockServer } from './support/mock-server.ts';
import { educatorAnswers } from './support/sample-educator.ts';
import { sampleDistrictId } from './support/sample-people.ts';

let browser: Browser;
let server: MockServer;
let root: string;

beforeAll(async () => {
  root = await builtWeb();
  server = await startMockServer({
    root,
    persona: { district: sampleDistrictId, roles: ['educator'] },
    answers: educatorAnswers(),
  });
  browser = await launchBrowser();
});
afterAll(async () => {
  await browser.close();
  await server.close();
});

test('the first page of an educator needs at most 200 KB of compressed scripts, and no schema library', async () => {
  const context = await newVisitor(browser);
  const page = await openSignedIn(context, server.url, '/today');
  const scripts = new Set<string>();
  page.on('response', (response) => {
    const { pathname } = new URL(response.url());
    if (pathname.endsWith('.js')) scripts.add(pathname);
  });
  await page.reload();
  await settled(page);
  const files = [...scripts].map((path) => readFileSync(join(root, path)));
  const kilobytes = (compress: (file: Buffer) => Buffer) =>
    files.reduce((sum, file) => sum + compress(file).length, 0) / 1000;
  process.stdout.write(
    `/today: ${scripts.size} scripts, ${kilobytes(gzipSync).toFixed(1)} KB gzip, ${kilobytes(brotliCompressSync).toFixed(1)} KB brotli\n`,
  );
  expect(kilobytes(gzipSync)).toBeLessThanOrEqual(200);
  expect(files.some((file) => file.includes('ZodError'))).toBe(false);
  await context.close();
});
