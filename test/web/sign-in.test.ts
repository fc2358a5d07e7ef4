import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { launchBrowser, newVisitor, openSignedIn, settled } from './support/browser.ts';
import { builtWeb } from './support/built-web.ts';
import { refuse } from './support/mock-answers.ts';
import { type MockServer, startMockServer } from './support/mock-server.ts';
import { violations } from './support/page-checks.ts';
import { classId } from './support/sample-class.ts';
import { claim, educatorAnswers } from './support/sample-educator.ts';
import { me, sampleDistrictId } from './support/sample-people.ts';

let browser: Browser;
let server: MockServer;
let context: BrowserContext;

beforeAll(async () => {
  server = await startMockServer({
    root: await builtWeb(),
    persona: { district: sampleDistrictId, roles: ['educator'] },
    answers: educatorAnswers(),
  });
  browser = await launchBrowser();
});
afterAll(async () => {
  await browser.close();
  await server.close();
});
beforeEach(async () => {
  server.answers = educatorAnswers();
  server.away = false;
  server.requests.length = 0;
  context = await newVisitor(browser);
});
afterEach(() => context.close());

const open = (path: string): Promise<Page> => openSignedIn(context, server.url, path);
const sent = (id: string) => server.requests.filter((request) => request.id === id);
const press = (page: Page, name: string) => page.getByRole('button', { name }).click();

test('whoever asks for a page first signs in and then lands on it', async () => {
  const page = await open(`/classes/${classId}`);
  expect(await page.locator('h1').textContent()).toBe('Grade 3, Room 12');
});

test('the door leads an educator to Today, and a second tab is signed in too', async () => {
  await open('/today');
  const second = await context.newPage();
  await second.goto(server.url);
  await second.waitForURL(/\/today$/);
  expect(new URL(second.url()).pathname).toBe('/today');
});

test('signing out leaves nothing behind', async () => {
  const page = await open('/more');
  await press(page, 'Sign out');
  await page.getByRole('button', { name: 'Sign in' }).waitFor();
  await page.goto(`${server.url}/today`);
  await page.getByRole('heading', { name: 'Please sign in' }).waitFor();
  expect(sent('getToday')).toEqual([]);
});

test('the language changes at once and is kept with the person', async () => {
  const page = await open('/more');
  await page.getByRole('radio', { name: 'Español' }).check();
  await page.getByRole('heading', { name: 'Más' }).waitFor();
  await expect.poll(() => sent('changeMyLanguage').map(({ body }) => body)).toEqual([{ language: 'es' }]);
});

test('a language kept with the person wins over the one of the browser', async () => {
  server.answers = educatorAnswers({ getMe: () => me(['educator'], { language: 'es' }) });
  const page = await open('/my-pay');
  await page.getByRole('heading', { name: 'Mi pago' }).waitFor();
  expect(await page.locator('html').getAttribute('lang')).toBe('es');
});

test('night stays chosen after loading again', async () => {
  const page = await open('/more');
  await page.getByRole('radio', { name: 'Dark' }).check();
  await page.reload();
  await settled(page);
  expect(await page.locator('html').getAttribute('data-mantine-color-scheme')).toBe('dark');
});

test('a token that the server refuses is renewed once, and the person notices nothing', async () => {
  let refusals = 0;
  server.answers = educatorAnswers({
    listMyClaims: () => {
      refusals += 1;
      if (refusals === 1) throw refuse('NOT_SIGNED_IN', 'This sign-in is no longer good.', 'not_signed_in');
      return { items: [claim(2)], cursor: null };
    },
  });
  const page = await open('/my-pay');
  await page.getByRole('button', { name: 'Send for approval' }).waitFor();
  expect(refusals).toBe(2);
  expect(await page.getByRole('alert').allTextContents()).not.toContain(
    expect.stringContaining('signed out'),
  );
});

test('whoever is signed out for good is asked to sign in, and comes back to the same page', async () => {
  server.answers = educatorAnswers({
    listMyClaims: () => {
      throw refuse('NOT_SIGNED_IN', 'This sign-in is no longer good.', 'not_signed_in');
    },
  });
  const page = await open('/my-pay');
  await page.getByText('You have been signed out').waitFor();
  server.answers = educatorAnswers();
  await press(page, 'Sign in');
  await page.getByRole('heading', { name: 'Sent and paid' }).waitFor();
  expect(new URL(page.url()).pathname).toBe('/my-pay');
});

test('someone of the national office who opens a district’s page is led back', async () => {
  server.persona = { national_roles: ['national_admin'] };
  server.answers = {
    getNationalMe: () => ({ name: 'Naomi', roles: ['national_admin'], permissions: ['national:read'] }),
  };
  const page = await open('/today');
  server.persona = { district: sampleDistrictId, roles: ['educator'] };
  expect(await page.locator('h1').textContent()).toBe('This page belongs to a district');
  expect(await violations(page)).toEqual([]);
});

test('an account without a district is told whom to ask', async () => {
  server.persona = {};
  const page = await context.newPage();
  await page.goto(`${server.url}/today`);
  await press(page, 'Sign in');
  await page.getByRole('heading', { name: 'Your account has no district yet' }).waitFor();
  server.persona = { district: sampleDistrictId, roles: ['educator'] };
  expect(server.requests).toEqual([]);
});
