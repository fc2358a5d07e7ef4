import { beforeEach, expect, test } from 'vitest';
import { settled } from './support/browser.ts';
import { carried, first, goTo, keptOn, logAway, patient, press } from './support/offline-phone.ts';
import { written } from './support/sample-between-visits.ts';
import { studentId } from './support/sample-class.ts';
import { educatorAnswers, fullToday, visit, visitId } from './support/sample-educator.ts';
import { visitsToLog } from './support/sample-offline.ts';
import { sampleDistrictId } from './support/sample-people.ts';
import { signedIn } from './support/signed-in.ts';

let scene = visitsToLog(3);
const person = signedIn({ answers: (changes) => ({ ...scene.answers, ...changes }) });
const { open, sent } = person;
beforeEach(() => {
  scene = visitsToLog(3);
  person.server.answers = scene.answers;
});

test('what a phone kept of another release’s answers is not read by this one', async () => {
  const page = await open('/today');
  await carried(person, 3);
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
  person.server.away = true;
  await page.reload();
  await page.getByRole('button', { name: 'Try again' }).waitFor();
  person.server.away = false;
  await page.getByRole('button', { name: 'Try again' }).click();
  await page.getByRole('link', { name: 'Log this visit' }).waitFor();
});

test('leaving asks about what waits; then nothing of the person stays', async () => {
  const page = await open('/today');
  await carried(person, 3);
  await goTo(person, page, `/visits/${first}/log`);
  await logAway(person, page);
  await page.getByRole('link', { name: 'More' }).click();
  await press(page, 'Sign out');
  await page.getByRole('heading', { name: '1 change is only on this phone' }).waitFor();
  await press(page, 'Stay signed in');
  await press(page, 'Sign out');
  person.server.away = false;
  await press(page, 'Send, then sign out');
  await page.waitForURL(`${person.server.url}/`);
  expect(scene.stored).toEqual([{ visitId: first, minutes: 60 }]);
  expect(await keptOn(page)).toEqual({ reads: [], changes: [] });
});

test('who deletes and leaves, deletes', async () => {
  const page = await open(`/visits/${first}/log`);
  await logAway(person, page);
  await page.getByRole('link', { name: 'More' }).click();
  await press(page, 'Sign out');
  await press(page, 'Delete and sign out');
  await page.waitForURL(`${person.server.url}/`);
  expect(await keptOn(page)).toEqual({ reads: [], changes: [] });
  expect(sent('completeVisit')).toEqual([]);
});

test('another person on the same phone sees and sends nothing of the one before', async () => {
  const page = await open('/today');
  await carried(person, 3);
  await goTo(person, page, `/visits/${first}/log`);
  await logAway(person, page);
  // The session ended by itself; nobody signed out.
  await page.evaluate(() => localStorage.clear());
  person.server.persona = { district: sampleDistrictId, roles: ['educator'], sub: 'somebody-else' };
  person.server.away = false;
  await page.goto(`${person.server.url}/today`);
  await page.locator('.pl-door .pl-button-primary').click();
  await settled(page);
  await expect
    .poll(async () => JSON.stringify((await keptOn(page)).reads), patient)
    .toContain('somebody-else');
  const kept = await keptOn(page);
  expect(JSON.stringify(kept.reads)).not.toContain('"owner":"mock"');
  expect(kept.changes).toMatchObject([{ owner: 'mock' }]);
  expect(await page.getByText('waits on this phone').count()).toBe(0);
  await goTo(person, page, '/waiting');
  await page.getByText('Nothing waits here.').waitFor();
  expect(sent('completeVisit')).toEqual([]);
});

test('the phone keeps what a visit needs, and nothing of pay, other families or written reflections', async () => {
  const { reflectionsOwed } = fullToday;
  person.server.answers = educatorAnswers({
    getVisit: ({ params }) => visit({ visitId: params['visitId'] ?? '' }),
  });
  const page = await open('/today');
  const expected = fullToday.toLog.length + fullToday.upcoming.length + reflectionsOwed.length + 2;
  await expect.poll(async () => (await keptOn(page)).reads.length, patient).toBe(expected);
  const text = JSON.stringify((await keptOn(page)).reads);
  expect(text).toContain('Ana');
  expect(text).not.toMatch(/"cents":2000,"fundId"|accountCode|Wren|"words":\{/);
});

test('a reflection that was written is shown, and not kept', async () => {
  person.server.answers = { ...scene.answers, getMyReflection: () => written() };
  const page = await open(`/visits/${visitId}/students/${studentId}/reflection`);
  expect(await page.getByLabel(/one thing you will try/i).inputValue()).not.toBe('');
  await expect.poll(async () => JSON.stringify(await keptOn(page)), patient).toContain('getMe');
  expect(JSON.stringify(await keptOn(page))).not.toContain('getMyReflection');
});
