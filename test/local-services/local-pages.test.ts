import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { localServices } from '#infra/local/local-services.ts';
import type { EmbeddedService } from '#infra/local/service.ts';
import { answerPage } from '#infra/local/services/answer.ts';
import { html } from '#infra/local/services/markup.ts';
import { desktop, launchBrowser, newVisitor, phone } from '#test/web/support/browser.ts';
import { violations } from '#test/web/support/page-checks.ts';
import { type Harness, resource, serve } from './harness.ts';

const clientId = 'client-1';
const stack = [
  resource('AWS::Cognito::UserPoolClient', clientId, {
    CallbackURLs: ['https://visits.example/callback'],
    LogoutURLs: ['https://visits.example/'],
  }),
];
/** A page of the app as far as the tools are concerned: under the app's policy, with a navigation at the bottom. */
const app: EmbeddedService = {
  name: 'app',
  mounts: ['/', '/callback'].map((path) => ({
    path,
    handle: (_, response) =>
      answerPage(
        response,
        200,
        html`<html lang="en"><head><title>Today</title><meta name="viewport" content="width=device-width"><link rel="icon" href="data:,"><script type="module" src="/_local/toolbar.js"></script></head><body><main><h1>Today</h1></main></body></html>`,
      ),
  })),
};

let browser: Browser;
let visitor: BrowserContext;
let host: Harness;
let page: Page;
let parts: ReturnType<typeof localServices>;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());
beforeEach(async () => {
  parts = localServices();
  host = await serve([...parts.all, app], stack);
  host.clock.instant = Date.parse('2026-11-22T18:00:00Z');
});
afterEach(async () => {
  await visitor.close();
  await host.stop();
});

async function open(path: string, size = phone, colorScheme: 'light' | 'dark' = 'light'): Promise<void> {
  visitor = await newVisitor(browser, { size, colorScheme });
  page = await visitor.newPage();
  await page.goto(`${host.origin}${path}`);
}
const keep = (to: string, subject: string) =>
  parts.ses.store.keep(
    {
      id: `${Math.random()}`.slice(2),
      at: host.clock.instant,
      from: 'mail@visits.example',
      to: [to],
      subject,
      configurationSet: null,
      tags: {},
      size: 9,
    },
    Buffer.from(`Subject: ${subject}\r\n\r\nHello there`),
  );
const authorize = () =>
  `/oidc/auth?${new URLSearchParams({
    client_id: clientId,
    redirect_uri: `${host.origin}/callback`,
    response_type: 'code',
    scope: 'openid',
    code_challenge: 'x'.repeat(43),
    code_challenge_method: 'S256',
  })}`;

test('the tools take no room on paper: letters fill their sheets, and no empty one comes after them', async () => {
  await open('/');
  await page.getByRole('button', { name: /Tools of this machine/ }).waitFor();
  const room = () => page.evaluate('getComputedStyle(document.body).paddingBottom');
  expect(await room()).toBe('56px');
  await page.emulateMedia({ media: 'print' });
  expect(await room()).toBe('0px');
});

describe.each([
  ['a phone', phone, 'light'],
  ['a desktop in the dark', desktop, 'dark'],
] as const)('on %s', (_, size, scheme) => {
  test('the inbox shows mail to everyone or to one, without a fault for assistive technology', async () => {
    await keep('maya@district.example', 'A visit is planned');
    await keep('tomas@district.example', 'Your way in');
    await open('/_local/inbox', size, scheme);
    expect(await violations(page)).toEqual([]);
    await page.getByLabel('To').selectOption('maya@district.example');
    await page.getByRole('button', { name: 'Show' }).click();
    expect(await page.getByRole('listitem').count()).toBe(1);
    await page.getByRole('link', { name: /A visit is planned/ }).click();
    await page.getByText('Hello there').waitFor();
    expect(await violations(page)).toEqual([]);
  });

  test('the sign-in page lists people and lets one in', async () => {
    await parts.cognito.users.create({ email: 'maya.ortiz@marlowe-springs.example' }, 0);
    await parts.cognito.users.create({ email: 'new@invited.example' }, 0);
    await open(authorize(), size, scheme);
    await page.getByRole('heading', { name: 'Who are you today?' }).waitFor();
    expect(await violations(page)).toEqual([]);
    await page.getByRole('button', { name: /Maya Ortiz/ }).click();
    await page.waitForURL(/\/callback\?code=/);
  });

  test('the tools say who and when, travel in time, and give way', async () => {
    await open('/', size, scheme);
    const tools = page.getByRole('button', { name: /Tools of this machine/ });
    await tools.click();
    await page.getByText('Nobody is signed in.').waitFor();
    await page.getByRole('link', { name: 'Inbox (0 mails)' }).waitFor();
    expect(await violations(page)).toEqual([]);
    await page.keyboard.press('Escape');
    expect(await tools.getAttribute('aria-expanded')).toBe('false');
    await tools.click();
    await page.getByRole('button', { name: '15 January' }).click();
    await page.getByRole('button', { name: 'Tools of this machine, Jan 15' }).waitFor();
    expect(new Date(host.clock.instant).toISOString()).toBe('2027-01-15T17:00:00.000Z');
  });
});

test('a journey lets the page renew its token, and switching person forgets the one before', async () => {
  await open('/');
  const key = `oidc.user:${host.origin}/oidc:${clientId}`;
  const stored = () => page.evaluate((name) => localStorage.getItem(name), key);
  await page.evaluate(
    ([name, user]) => localStorage.setItem(name ?? '', user ?? ''),
    [
      key,
      JSON.stringify({ profile: { email: 'maya.ortiz@marlowe-springs.example' }, expires_at: 9_999_999_999 }),
    ],
  );
  await page.getByRole('button', { name: /Tools of this machine/ }).click();
  await page.getByText('Maya Ortiz, Educator, certified').waitFor();
  await page.getByRole('button', { name: 'Next week' }).click();
  await page.getByRole('button', { name: 'Tools of this machine, Nov 29' }).waitFor();
  const { expires_at: expiresAt } = JSON.parse((await stored()) ?? '{}') as { expires_at: number };
  expect(expiresAt * 1000 - Date.now()).toBeLessThan(31_000);
  await page.getByRole('button', { name: /Tools of this machine/ }).click();
  await page.getByRole('button', { name: 'Switch person' }).click();
  await page.waitForFunction((name) => localStorage.getItem(name) === null, key);
  expect(await stored()).toBeNull();
});
