import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openSignedIn, type Phone, settled, startPhone } from './support/browser.ts';
import { builtWeb } from './support/built-web.ts';
import type { Answers } from './support/mock-answers.ts';
import { type MockServer, startMockServer } from './support/mock-server.ts';
import { visitsToLog } from './support/sample-offline.ts';
import { sampleDistrictId, sampleId } from './support/sample-people.ts';

let folder: string;
let server: MockServer;
let phone: Phone | undefined;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'porchlight-phone-'));
});
afterEach(async () => {
  await phone?.context.close();
  await server.close();
  rmSync(folder, { recursive: true, force: true });
});

async function serve(answers: Answers, port = 0): Promise<void> {
  const root = await builtWeb();
  server = await startMockServer({
    root,
    port,
    persona: { district: sampleDistrictId, roles: ['educator'] },
    answers,
  });
}

const visitOf = (number: number) => sampleId('vis', 100 + number);

/** Opens the app of a phone that is signed in; there may be nobody to answer it. */
async function reopen(path: string): Promise<Page> {
  phone = await startPhone(folder);
  const page = await phone.context.newPage();
  await page.goto(`${server.url}${path}`);
  await settled(page);
  return page;
}

async function logWithout(page: Page, number: number): Promise<void> {
  await page.goto(`${server.url}/visits/${visitOf(number)}/log`);
  await settled(page);
  await page.getByRole('radio', { name: number % 2 === 0 ? '45 min' : '60 min' }).check();
  await page.getByRole('button', { name: 'It took place: save' }).click();
  await page.getByRole('heading', { name: 'Safe on this phone' }).waitFor();
}

const waits = (page: Page, count: number) => page.getByText(`${count} changes wait on this phone`).waitFor();

test('twenty visits logged without a connection outlive three restarts; none is lost and none counts twice', {
  timeout: 240_000,
}, async () => {
  const scene = visitsToLog(20);
  await serve(scene.answers);
  const port = Number(new URL(server.url).port);
  phone = await startPhone(folder);
  const first = await openSignedIn(phone.context, server.url, '/today');
  // Everything is on the phone: the pages, and the twenty visits.
  await first.evaluate(() => navigator.serviceWorker.ready.then(() => true));
  await expect
    .poll(() => server.requests.filter(({ id }) => id === 'getVisit').length, { timeout: 30_000 })
    .toBe(20);
  await first.reload();
  await settled(first);
  // The service is dead, not only slow: nothing listens any more.
  await server.close();

  for (let number = 0; number < 7; number += 1) await logWithout(first, number);
  await waits(first, 7);
  await phone.context.close();

  const second = await reopen('/today');
  await waits(second, 7);
  for (let number = 7; number < 14; number += 1) await logWithout(second, number);
  await phone.kill();

  const third = await reopen('/today');
  await waits(third, 14);
  for (let number = 14; number < 20; number += 1) await logWithout(third, number);
  await waits(third, 20);
  await phone.context.close();

  // Back again; the answer to the sixth is lost on the way, although it was stored.
  let cut = false;
  const complete = scene.answers.completeVisit;
  await serve(
    {
      ...scene.answers,
      completeVisit: async (request) => {
        const answer = await complete?.(request);
        if (answer === undefined) throw new Error('The scene completes visits');
        if (scene.stored.length !== 6 || cut) return answer;
        cut = true;
        server.hangUp();
        return new Promise<never>(() => undefined);
      },
    },
    port,
  );
  const back = await reopen('/waiting');
  await back.getByText('Nothing waits here.').waitFor({ timeout: 60_000 });

  const expected = Array.from({ length: 20 }, (_, number) => ({
    visitId: visitOf(number),
    minutes: number % 2 === 0 ? 45 : 60,
  }));
  expect(scene.stored).toEqual(expected);
  const keys = server.requests.filter(({ id }) => id === 'completeVisit').map((one) => one.idempotencyKey);
  expect(keys).toHaveLength(21);
  expect(new Set(keys).size).toBe(20);
});
