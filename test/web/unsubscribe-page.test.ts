import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchBrowser, newVisitor, settled } from './support/browser.ts';
import { builtWeb } from './support/built-web.ts';
import { refuse } from './support/mock-answers.ts';
import { type MockServer, startMockServer } from './support/mock-server.ts';
import { overflowAt, violations, violationsAtNight } from './support/page-checks.ts';
import { sampleDistrictId } from './support/sample-people.ts';

const link = `${sampleDistrictId}.per_00000000000000000000000001.abcdefghijklmnopqrstuv`;
let browser: Browser;
let server: MockServer;
let stopped: string[] = [];

beforeAll(async () => {
  server = await startMockServer({
    root: await builtWeb(),
    persona: { district: sampleDistrictId, roles: ['educator'] },
    answers: {
      unsubscribe: ({ params }) => {
        if (params['link'] !== link) throw refuse('NOT_FOUND', 'This link does not exist.', 'not_found');
        stopped.push(params['link']);
        return { done: true as const };
      },
    },
  });
  browser = await launchBrowser();
});
afterAll(async () => {
  await browser.close();
  await server.close();
});

async function open(hash: string, language: 'en' | 'es' = 'en') {
  stopped = [];
  const page = await (await newVisitor(browser, { language })).newPage();
  await page.goto(`${server.url}/unsubscribe${hash}`);
  await settled(page);
  return page;
}

test('opening the link of a mail changes nothing; the button stops seasonal prompts, without a sign-in (I37)', async () => {
  const page = await open(`#${link}`);
  expect(stopped).toEqual([]);
  expect(await violations(page)).toEqual([]);
  expect(await violationsAtNight(page)).toEqual([]);
  expect(await overflowAt(page, 320)).toBe(0);
  await page.getByRole('button', { name: 'Stop the prompts' }).click();
  await page.getByRole('heading', { name: 'The prompts have stopped' }).waitFor();
  expect(stopped).toEqual([link]);
  expect(await violations(page)).toEqual([]);
});

test('a link that is unknown says so and keeps the button', async () => {
  const page = await open('#t_0.per_0.wrong', 'es');
  await page.getByRole('button', { name: 'Dejar los avisos' }).click();
  await page.getByRole('alert').locator('p').first().waitFor();
  expect(await page.getByRole('button', { name: 'Dejar los avisos' }).count()).toBe(1);
  expect(await violations(page)).toEqual([]);
});

test('a link cut off by a mail program is told in words', async () => {
  const page = await open('');
  await page.getByText('This link is not complete.').waitFor();
  expect(await page.getByRole('button', { name: 'Stop the prompts' }).count()).toBe(0);
  expect(await violations(page)).toEqual([]);
});
