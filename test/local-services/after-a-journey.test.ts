import { readdirSync, readFileSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { extname, join } from 'node:path';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { localServices } from '#infra/local/local-services.ts';
import type { EmbeddedService } from '#infra/local/service.ts';
import { answer, answerJson } from '#infra/local/services/answer.ts';
import { launchBrowser, newVisitor, settled } from '#test/web/support/browser.ts';
import { builtWeb } from '#test/web/support/built-web.ts';
import { emptyToday } from '#test/web/support/sample-educator.ts';
import { me, sampleDistrictId } from '#test/web/support/sample-people.ts';
import { type Harness, resource, serve } from './harness.ts';

const clientId = 'client-1';
const types: Record<string, string> = {
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
};
const dayMs = 86_400_000;

let browser: Browser;
let visitor: BrowserContext;
let host: Harness;
let page: Page;
let root: string;
/** Requests that were refused because their token had ended by the host's clock. */
let refused: string[];

beforeAll(async () => {
  root = await builtWeb();
  browser = await launchBrowser();
});
afterAll(() => browser.close());
beforeEach(async () => {
  refused = [];
  const parts = localServices();
  host = await serve(
    [...parts.all, pages(), api()],
    [
      resource('AWS::Cognito::UserPoolClient', clientId, {
        CallbackURLs: ['https://visits.example/callback'],
        LogoutURLs: ['https://visits.example/'],
      }),
    ],
  );
  host.clock.instant = Date.parse('2026-11-22T18:00:00Z');
  const claims = { district: sampleDistrictId, person: me([]).personId, roles: ['educator'], schools: [] };
  const { idToken, accessToken } = host.claims.value;
  host.claims.value = { idToken: { ...idToken, add: claims }, accessToken };
  await parts.cognito.users.create({ email: 'maya.ortiz@marlowe-springs.example' }, 0);
  visitor = await newVisitor(browser);
  page = await visitor.newPage();
  await page.goto(`${host.origin}/today`);
  await page.locator('.pl-door .pl-button-primary').click();
  await page.getByRole('button', { name: /Maya Ortiz/ }).click();
  await stands('Sunday, November 22');
});
afterEach(async () => {
  await visitor.close();
  await host.stop();
});

/** The web app as it is built, at the addresses that this story opens. */
function pages(): EmbeddedService {
  const handle = (request: IncomingMessage, response: ServerResponse) => {
    const path = new URL(request.url ?? '/', 'http://localhost').pathname;
    const type = types[extname(path)];
    const name = type === undefined ? 'index.html' : path;
    answer(response, 200, type ?? 'text/html; charset=utf-8', readFileSync(join(root, name)));
  };
  const paths = ['callback', 'today', ...readdirSync(root)].map((name) => `/${name}`);
  return { name: 'pages', mounts: ['/', ...paths].map((path) => ({ path, handle })) };
}

/** Answers who signed in and their day, to tokens that hold by the host's clock. */
function api(): EmbeddedService {
  const handle = (request: IncomingMessage, response: ServerResponse) => {
    const today = new Date(host.clock.instant).toISOString().slice(0, 10);
    const token = request.headers.authorization?.split('.')[1] ?? '';
    const { exp = 0 } = JSON.parse(Buffer.from(token, 'base64url').toString() || '{}') as { exp?: number };
    if (request.url !== '/api/health' && exp * 1000 <= host.clock.instant) {
      refused.push(request.url ?? '');
      return answerJson(response, 401, {});
    }
    if (request.url === '/api/me') return answerJson(response, 200, me(['educator'], { today }));
    if (request.url === '/api/today') return answerJson(response, 200, { ...emptyToday, today });
    answerJson(response, 404, {});
  };
  return { name: 'api', mounts: [{ path: '/api', handle }] };
}

/** Runs in the page: how many answers its store keeps. */
const countOfKeptReads = `new Promise((resolve) => {
  const opening = indexedDB.open('porchlight');
  opening.onsuccess = () => {
    const counting = opening.result.transaction('reads').objectStore('reads').count();
    counting.onsuccess = () => resolve(counting.result);
    opening.result.close();
  };
})`;

const stands = async (day: string) => {
  await page.getByText(day, { exact: true }).waitFor();
  await settled(page);
};

test('a journey leads straight to the new day, and no request of before is refused', async () => {
  await page.getByRole('button', { name: /Tools of this machine/ }).click();
  await page.getByRole('button', { name: 'Next week' }).click();
  await stands('Sunday, November 29');
  expect(refused).toEqual([]);
});

test('a page that is loaded after somebody else moved the clock starts with a renewed token', async () => {
  host.clock.instant += 3 * dayMs;
  await page.reload();
  await stands('Wednesday, November 25');
  expect(refused).toEqual([]);
  expect(host.claims.requests).toHaveLength(2);
});

test('an open page notices by itself that somebody else moved the clock', async () => {
  host.clock.instant += 2 * dayMs;
  await stands('Tuesday, November 24');
  expect(refused).toEqual([]);
});

test('while somebody else is on a long way, a page waits for the end of it', async () => {
  let arrive = () => {};
  // Half way the clock shows a day that nobody stays in: a token of that day would end with it.
  host.clock.advanceTo = (instant) =>
    new Promise((resolve) => {
      host.clock.instant += dayMs;
      arrive = () => {
        host.clock.instant = instant;
        resolve();
      };
    });
  const journey = fetch(`${host.origin}/_local/time`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-porchlight-local': '1' },
    body: JSON.stringify({ days: 7 }),
  });
  await page.reload();
  await page.waitForResponse((response) => response.url().endsWith('/_local/state.json'));
  await page.waitForResponse((response) => response.url().endsWith('/_local/state.json'));
  arrive();
  expect((await journey).status).toBe(200);
  await stands('Sunday, November 29');
  expect(refused).toEqual([]);
});

test('what the phone kept of the day before is not shown while the new day is on its way', async () => {
  const kept = () => page.evaluate<number>(countOfKeptReads);
  await expect.poll(kept).toBeGreaterThan(0);
  host.clock.instant += dayMs;
  // The app itself does not come up, so that whatever lies there afterwards is what the tools left.
  await page.route('**/api/**', (route) => route.abort());
  await page.reload();
  await expect.poll(kept).toBe(0);
});
