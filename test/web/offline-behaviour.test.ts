import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { launchBrowser, newVisitor, openSignedIn, settled } from './support/browser.ts';
import { builtWeb } from './support/built-web.ts';
import { refuse } from './support/mock-answers.ts';
import { type MockServer, startMockServer } from './support/mock-server.ts';
import { looksRight } from './support/page-checks.ts';
import { betweenVisits, written } from './support/sample-between-visits.ts';
import { family, familyId, studentId } from './support/sample-class.ts';
import { educatorAnswers, fullToday, visit, visitId } from './support/sample-educator.ts';
import { type OfflineScene, visitsToLog } from './support/sample-offline.ts';
import { noor, sampleDistrictId, sampleId } from './support/sample-people.ts';

const educator = { district: sampleDistrictId, roles: ['educator'] } as const;
/** A busy machine may take a while. */
const patient = { timeout: 15_000 };
let browser: Browser;
let server: MockServer;
let context: BrowserContext;
let scene: OfflineScene;

beforeAll(async () => {
  server = await startMockServer({ root: await builtWeb(), persona: educator, answers: {} });
  browser = await launchBrowser();
});
afterAll(async () => {
  await browser.close();
  await server.close();
});
beforeEach(async () => {
  scene = visitsToLog(3);
  server.answers = scene.answers;
  server.persona = educator;
  server.away = false;
  server.requests.length = 0;
  context = await newVisitor(browser);
});
afterEach(() => context.close());

const first = sampleId('vis', 100);
const open = (path: string): Promise<Page> => openSignedIn(context, server.url, path);
const sent = (id: string) => server.requests.filter((request) => request.id === id);
const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click();
const save = (page: Page) => press(page, 'It took place: save');
const safe = (page: Page) => page.getByRole('heading', { name: 'Safe on this phone' }).waitFor();
/** Until the phone has read, on the side, the visits it takes along. */
const carried = (visits: number) => expect.poll(() => sent('getVisit').length, patient).toBe(visits);
const goTo = async (page: Page, path: string) => {
  await page.goto(`${server.url}${path}`);
  await settled(page);
};

/** Everything that this browser keeps, as text. */
const keptOn = (page: Page) =>
  page.evaluate(async () => {
    const store = await new Promise<IDBDatabase>((resolve, reject) => {
      const request = indexedDB.open('porchlight');
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
    const all = (room: string) =>
      new Promise<unknown[]>((resolve) => {
        const request = store.transaction(room).objectStore(room).getAll();
        request.onsuccess = () => resolve(request.result);
      });
    const rooms = { reads: await all('reads'), changes: await all('changes') };
    store.close();
    return rooms;
  });

/** Logs the first visit as 60 minutes while nobody answers. */
async function logAway(page: Page): Promise<void> {
  server.away = true;
  await page.getByRole('radio', { name: '60 min' }).check();
  await save(page);
  await safe(page);
}

test('a visit logged without a connection is shown as waiting, and goes out by itself', async () => {
  const page = await open(`/visits/${first}/log`);
  await logAway(page);
  expect(scene.stored).toEqual([]);
  await page.getByRole('link', { name: 'Today', exact: true }).first().click();
  await page.getByRole('link', { name: '1 change waits on this phone' }).waitFor();
  expect(await page.getByText('No connection right now').count()).toBe(1);
  server.away = false;
  await page.getByText('1 change waits on this phone').waitFor({ state: 'detached' });
  expect(scene.stored).toEqual([{ visitId: first, minutes: 60 }]);
  expect(await page.getByText('No connection').count()).toBe(0);
});

test('without a connection Today and the next visits are still there, and nothing asks twice', async () => {
  const page = await open('/today');
  await carried(3);
  server.away = true;
  await page.reload();
  await page.getByText('No connection').waitFor();
  await page.getByRole('link', { name: 'Log this visit' }).click();
  await save(page);
  await safe(page);
  await goTo(page, '/today');
  // The first of three is written down: two are left to ask about.
  await page.getByRole('heading', { name: 'Did this visit take place?' }).waitFor();
  expect(await page.locator('a[href$="/log"]').count()).toBe(2);
});

test('what a phone kept of another release’s answers is not read by this one', async () => {
  const page = await open('/today');
  await carried(3);
  await page.evaluate(async () => {
    const store = await new Promise<IDBDatabase>((resolve) => {
      const request = indexedDB.open('porchlight');
      request.onsuccess = () => resolve(request.result);
    });
    const reads = store.transaction('reads', 'readwrite').objectStore('reads');
    const rows = await new Promise<{ contract: string }[]>((resolve) => {
      const request = reads.getAll();
      request.onsuccess = () => resolve(request.result);
    });
    for (const row of rows) reads.put({ ...row, contract: 'of last year', data: {} });
    await new Promise((resolve) => {
      reads.transaction.oncomplete = resolve;
    });
    store.close();
  });
  server.away = true;
  await page.reload();
  await page.getByRole('button', { name: 'Try again' }).waitFor();
  server.away = false;
  await page.getByRole('button', { name: 'Try again' }).click();
  await page.getByRole('link', { name: 'Log this visit' }).waitFor();
});

test('a change that never left the phone can be taken back', async () => {
  const page = await open('/today');
  await carried(3);
  server.away = true;
  await page.reload();
  await page.getByText('No connection').waitFor();
  await page.getByRole('link', { name: 'Log this visit' }).click();
  await save(page);
  await safe(page);
  await press(page, 'Take it back');
  await page.getByRole('link', { name: 'Log this visit' }).waitFor();
  expect((await keptOn(page)).changes).toEqual([]);
});

test('two tabs with the same queue send each change once', async () => {
  const one = await open('/today');
  await carried(3);
  const two = await context.newPage();
  await goTo(two, '/today');
  server.away = true;
  await one.reload();
  await one.getByText('No connection').waitFor();
  for (const number of [100, 101, 102]) {
    await one.goto(`${server.url}/visits/${sampleId('vis', number)}/log`);
    await save(one);
    await safe(one);
  }
  // The tab that stood by knows of them too.
  await two.getByText('3 changes wait on this phone').waitFor();
  server.away = false;
  const online = (page: Page) => page.evaluate(() => window.dispatchEvent(new Event('online')));
  await Promise.all([online(one), online(two)]);
  for (const page of [one, two]) await page.locator('.pl-strip').waitFor({ state: 'detached' });
  expect(sent('completeVisit')).toHaveLength(3);
  expect(scene.stored).toHaveLength(3);
});

test('a visit that nobody opened the door to is kept with its reason', async () => {
  const page = await open(`/visits/${first}/cancel`);
  server.away = true;
  await page.getByRole('radio', { name: /We were there/ }).check();
  await page.getByRole('radio', { name: 'Neither' }).check();
  await page.getByRole('radio', { name: 'Nobody was there' }).check();
  await press(page, 'Save');
  await safe(page);
  await page.getByText('1 change waits on this phone').waitFor();
  server.answers = { ...scene.answers, cancelVisit: () => visit({ visitId: first, status: 'no_show' }) };
  server.away = false;
  await page.locator('.pl-strip').waitFor({ state: 'detached' });
  expect(sent('cancelVisit').map(({ body }) => body)).toEqual([
    { outcome: 'no_show', side: 'other', reason: 'nobody_there', rev: 1 },
  ]);
});

test('a reflection written on the way home is kept, and its words leave the phone once they have arrived', async () => {
  const page = await open(`/visits/${visitId}/students/${studentId}/reflection`);
  server.away = true;
  await page.getByLabel(/one thing you will try/i).fill('Greet Ana in Spanish each morning.');
  await press(page, 'Save my reflection');
  await page.getByText('1 change waits on this phone').waitFor();
  expect(JSON.stringify(await keptOn(page))).toContain('Greet Ana in Spanish');
  server.away = false;
  await page.locator('.pl-strip').waitFor({ state: 'detached' });
  expect(sent('writeReflection')).toHaveLength(1);
  expect(JSON.stringify(await keptOn(page))).not.toContain('Greet Ana in Spanish');
});

test('a contact is written down without a connection', async () => {
  server.answers = betweenVisits({ getFamily: () => family('accepted'), getHealth: scene.answers.getHealth });
  const page = await open(`/families/${familyId}`);
  server.away = true;
  await press(page, 'Write down a contact');
  await page.getByLabel('In one line').fill('A good word about her drawings.');
  await press(page, 'Save');
  await page.getByRole('status').filter({ hasText: 'Safe on this phone.' }).waitFor();
  await page.getByText('1 change waits on this phone').waitFor();
  server.away = false;
  await page.locator('.pl-strip').waitFor({ state: 'detached' });
  expect(sent('addContact').map(({ body }) => body)).toMatchObject([
    { line: 'A good word about her drawings.' },
  ]);
});

test('somebody else was faster: both accounts are shown, and the person decides', async () => {
  const page = await open(`/visits/${first}/log`);
  await logAway(page);
  const logged = visit({ visitId: first, status: 'completed', actualMinutes: 40, rev: 2 });
  server.answers = {
    ...scene.answers,
    getVisit: () => logged,
    completeVisit: () => {
      throw refuse('CHANGED_MEANWHILE', 'This was changed meanwhile.', 'changed_meanwhile');
    },
  };
  server.away = false;
  await page.getByRole('link', { name: '1 change needs you' }).click();
  await page.getByRole('heading', { name: 'These need you' }).waitFor();
  await page.getByText('Done · 40 minutes · Maria Delgado and Noor Haddad').waitFor();
  expect(await page.getByText('60 minutes', { exact: true }).count()).toBe(1);
  expect(await page.getByText('Someone else changed this a moment ago').count()).toBe(1);
  // It is asked about until the person has decided: not sent again, not forgotten.
  await page.reload();
  await page.getByRole('heading', { name: 'These need you' }).waitFor();
  expect(sent('completeVisit')).toHaveLength(1);
  await press(page, 'Leave it as it is, delete mine');
  await press(page, 'Delete it');
  await page.getByText('Nothing waits here.').waitFor();
  expect((await keptOn(page)).changes).toEqual([]);
});

test('what was refused can be written anew from what stands there, and replaces itself', async () => {
  const page = await open(`/visits/${first}/log`);
  await page.getByRole('checkbox', { name: noor.name }).uncheck();
  await logAway(page);
  server.answers = {
    ...scene.answers,
    completeVisit: () => {
      throw refuse('NOT_POSSIBLE', 'Too few were there.', 'visit.too_few_present');
    },
  };
  server.away = false;
  await page.getByRole('link', { name: '1 change needs you' }).click();
  server.answers = scene.answers;
  await page.getByRole('link', { name: 'Look at it and write it anew' }).click();
  await page.getByRole('radio', { name: '60 min', checked: true }).waitFor();
  expect(await page.getByRole('checkbox', { name: noor.name }).isChecked()).toBe(false);
  await page.getByRole('checkbox', { name: noor.name }).check();
  await save(page);
  await page.getByText('Logged. Thank you for visiting.').waitFor();
  expect(scene.stored).toEqual([{ visitId: first, minutes: 60 }]);
  expect((await keptOn(page)).changes).toEqual([]);
});

test('a session that ended keeps what waits until the person is back', async () => {
  const page = await open(`/visits/${first}/log`);
  server.answers = {
    ...scene.answers,
    completeVisit: () => {
      throw refuse('NOT_SIGNED_IN', 'Sign in again.', 'not_signed_in');
    },
  };
  await save(page);
  await safe(page);
  server.answers = scene.answers;
  await goTo(page, '/waiting');
  await expect.poll(() => scene.stored.length, patient).toBe(1);
});

test('leaving asks about what waits; then nothing of the person stays', async () => {
  const page = await open('/today');
  await carried(3);
  await goTo(page, `/visits/${first}/log`);
  await logAway(page);
  await page.getByRole('link', { name: 'More' }).click();
  await press(page, 'Sign out');
  await page.getByRole('heading', { name: '1 change is only on this phone' }).waitFor();
  await press(page, 'Stay signed in');
  await press(page, 'Sign out');
  server.away = false;
  await press(page, 'Send, then sign out');
  await page.waitForURL(`${server.url}/`);
  expect(scene.stored).toEqual([{ visitId: first, minutes: 60 }]);
  expect(await keptOn(page)).toEqual({ reads: [], changes: [] });
});

test('who deletes and leaves, deletes', async () => {
  const page = await open(`/visits/${first}/log`);
  await logAway(page);
  await page.getByRole('link', { name: 'More' }).click();
  await press(page, 'Sign out');
  await press(page, 'Delete and sign out');
  await page.waitForURL(`${server.url}/`);
  expect(await keptOn(page)).toEqual({ reads: [], changes: [] });
  expect(sent('completeVisit')).toEqual([]);
});

test('another person on the same phone sees and sends nothing of the one before', async () => {
  const page = await open('/today');
  await carried(3);
  await goTo(page, `/visits/${first}/log`);
  await logAway(page);
  // The session ended by itself; nobody signed out.
  await page.evaluate(() => localStorage.clear());
  server.persona = { ...educator, sub: 'somebody-else' };
  server.away = false;
  await page.goto(`${server.url}/today`);
  await page.locator('.pl-door .pl-button-primary').click();
  await settled(page);
  await expect
    .poll(async () => JSON.stringify((await keptOn(page)).reads), patient)
    .toContain('somebody-else');
  const kept = await keptOn(page);
  expect(JSON.stringify(kept.reads)).not.toContain('"owner":"mock"');
  expect(kept.changes).toMatchObject([{ owner: 'mock' }]);
  expect(await page.getByText('waits on this phone').count()).toBe(0);
  await goTo(page, '/waiting');
  await page.getByText('Nothing waits here.').waitFor();
  expect(sent('completeVisit')).toEqual([]);
});

test('the phone keeps what a visit needs, and nothing of pay, other families or written reflections', async () => {
  const { reflectionsOwed } = fullToday;
  server.answers = educatorAnswers({ getVisit: ({ params }) => visit({ visitId: params['visitId'] ?? '' }) });
  const page = await open('/today');
  const expected = fullToday.toLog.length + fullToday.upcoming.length + reflectionsOwed.length + 2;
  await expect.poll(async () => (await keptOn(page)).reads.length, patient).toBe(expected);
  const text = JSON.stringify((await keptOn(page)).reads);
  expect(text).toContain('Ana');
  expect(text).not.toMatch(/"cents":2000,"fundId"|accountCode|Wren|"words":\{/);
});

test('a reflection that was written is shown, and not kept', async () => {
  server.answers = { ...scene.answers, getMyReflection: () => written() };
  const page = await open(`/visits/${visitId}/students/${studentId}/reflection`);
  expect(await page.getByLabel(/one thing you will try/i).inputValue()).not.toBe('');
  await expect.poll(async () => JSON.stringify(await keptOn(page)), patient).toContain('getMe');
  expect(JSON.stringify(await keptOn(page))).not.toContain('getMyReflection');
});

test('axe finds nothing on what a phone shows without a connection, and it fits 320 px', async () => {
  const page = await open(`/visits/${first}/log`);
  await logAway(page);
  await looksRight(page);
  await goTo(page, '/waiting');
  await looksRight(page);
  await page.getByRole('link', { name: 'More' }).click();
  await press(page, 'Sign out');
  await looksRight(page);
  await press(page, 'Stay signed in');
  server.answers = {
    ...scene.answers,
    completeVisit: () => {
      throw refuse('CHANGED_MEANWHILE', 'This was changed meanwhile.', 'changed_meanwhile');
    },
  };
  server.away = false;
  await page.getByRole('link', { name: '1 change needs you' }).click();
  await page.getByRole('heading', { name: 'These need you' }).waitFor();
  await looksRight(page);
  await press(page, 'Leave it as it is, delete mine');
  await looksRight(page);
  await press(page, 'Delete it');
  await page.getByText('Nothing waits here.').waitFor();
  await looksRight(page);
});
