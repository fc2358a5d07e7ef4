import type { Page } from 'playwright-core';
import { beforeEach, expect, test } from 'vitest';
import { refuse } from './support/mock-answers.ts';
import {
  carried,
  first,
  goTo,
  keptOn,
  logAway,
  patient,
  press,
  reconnect,
  safe,
  save,
} from './support/offline-phone.ts';
import { looksRight } from './support/page-checks.ts';
import { betweenVisits } from './support/sample-between-visits.ts';
import { family, familyId, studentId } from './support/sample-class.ts';
import { visit, visitId } from './support/sample-educator.ts';
import { visitsToLog } from './support/sample-offline.ts';
import { noor, sampleId } from './support/sample-people.ts';
import { signedIn } from './support/signed-in.ts';

let scene = visitsToLog(3);
const person = signedIn({ answers: (changes) => ({ ...scene.answers, ...changes }) });
const { open, sent } = person;
beforeEach(() => {
  scene = visitsToLog(3);
  person.server.answers = scene.answers;
});

test('a visit logged without a connection is shown as waiting, and goes out by itself', async () => {
  const page = await open(`/visits/${first}/log`);
  await logAway(person, page);
  expect(scene.stored).toEqual([]);
  await page.getByRole('link', { name: 'Today', exact: true }).first().click();
  await page.getByRole('link', { name: '1 change waits on this phone' }).waitFor();
  expect(await page.getByText('No connection right now').count()).toBe(1);
  person.server.away = false;
  await page.getByText('1 change waits on this phone').waitFor({ state: 'detached' });
  expect(scene.stored).toEqual([{ visitId: first, minutes: 60 }]);
  expect(await page.getByText('No connection').count()).toBe(0);
});

test('without a connection Today and the next visits are still there, and nothing asks twice', async () => {
  const page = await open('/today');
  await carried(person, 3);
  person.server.away = true;
  await page.reload();
  await page.getByText('No connection').waitFor();
  await page.getByRole('link', { name: 'Log this visit' }).click();
  await save(page);
  await safe(page);
  await goTo(person, page, '/today');
  // The first of three is written down: two are left to ask about.
  await page.getByRole('heading', { name: 'Did this visit take place?' }).waitFor();
  expect(await page.locator('a[href$="/log"]').count()).toBe(2);
});

test('a change that never left the phone can be taken back', async () => {
  const page = await open('/today');
  await carried(person, 3);
  person.server.away = true;
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
  await carried(person, 3);
  const two = await person.context.newPage();
  await goTo(person, two, '/today');
  person.server.away = true;
  await one.reload();
  await one.getByText('No connection').waitFor();
  for (const number of [100, 101, 102]) {
    await one.goto(`${person.server.url}/visits/${sampleId('vis', number)}/log`);
    await save(one);
    await safe(one);
  }
  // The tab that stood by knows of them too.
  await two.getByText('3 changes wait on this phone').waitFor();
  person.server.away = false;
  const online = (page: Page) => page.evaluate(() => window.dispatchEvent(new Event('online')));
  await Promise.all([online(one), online(two)]);
  for (const page of [one, two]) await page.locator('.pl-strip').waitFor({ state: 'detached' });
  expect(sent('completeVisit')).toHaveLength(3);
  expect(scene.stored).toHaveLength(3);
});

test('a visit that nobody opened the door to is kept with its reason', async () => {
  const page = await open(`/visits/${first}/cancel`);
  person.server.away = true;
  await page.getByRole('radio', { name: /We were there/ }).check();
  await page.getByRole('radio', { name: 'Neither' }).check();
  await page.getByRole('radio', { name: 'Nobody was there' }).check();
  await press(page, 'Save');
  await safe(page);
  await page.getByText('1 change waits on this phone').waitFor();
  person.server.answers = {
    ...scene.answers,
    cancelVisit: () => visit({ visitId: first, status: 'no_show' }),
  };
  await reconnect(person, page);
  await page.locator('.pl-strip').waitFor({ state: 'detached' });
  expect(sent('cancelVisit')).toEqual([
    { outcome: 'no_show', side: 'other', reason: 'nobody_there', rev: 1 },
  ]);
});

test('a reflection written on the way home is kept, and its words leave the phone once they have arrived', async () => {
  const page = await open(`/visits/${visitId}/students/${studentId}/reflection`);
  person.server.away = true;
  await page.getByLabel(/one thing you will try/i).fill('Greet Ana in Spanish each morning.');
  await press(page, 'Save my reflection');
  await page.getByText('1 change waits on this phone').waitFor();
  expect(JSON.stringify(await keptOn(page))).toContain('Greet Ana in Spanish');
  await reconnect(person, page);
  await page.locator('.pl-strip').waitFor({ state: 'detached' });
  expect(sent('writeReflection')).toHaveLength(1);
  expect(JSON.stringify(await keptOn(page))).not.toContain('Greet Ana in Spanish');
});

test('a contact is written down without a connection', async () => {
  person.server.answers = betweenVisits({
    getFamily: () => family('accepted'),
    getHealth: scene.answers.getHealth,
  });
  const page = await open(`/families/${familyId}`);
  person.server.away = true;
  await press(page, 'Write down a contact');
  await page.getByLabel('In one line').fill('A good word about her drawings.');
  await press(page, 'Save');
  await page.getByRole('status').filter({ hasText: 'Safe on this phone.' }).waitFor();
  await page.getByText('1 change waits on this phone').waitFor();
  await reconnect(person, page);
  await page.locator('.pl-strip').waitFor({ state: 'detached' });
  expect(sent('addContact')).toMatchObject([{ line: 'A good word about her drawings.' }]);
});

test('somebody else was faster: both accounts are shown, and the person decides', async () => {
  const page = await open(`/visits/${first}/log`);
  await logAway(person, page);
  const logged = visit({ visitId: first, status: 'completed', actualMinutes: 40, rev: 2 });
  person.server.answers = {
    ...scene.answers,
    getVisit: () => logged,
    completeVisit: () => {
      throw refuse('CHANGED_MEANWHILE', 'This was changed meanwhile.', 'changed_meanwhile');
    },
  };
  await reconnect(person, page);
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
  await logAway(person, page);
  person.server.answers = {
    ...scene.answers,
    completeVisit: () => {
      throw refuse('NOT_POSSIBLE', 'Too few were there.', 'visit.too_few_present');
    },
  };
  await reconnect(person, page);
  await page.getByRole('link', { name: '1 change needs you' }).click();
  person.server.answers = scene.answers;
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
  person.server.answers = {
    ...scene.answers,
    completeVisit: () => {
      throw refuse('NOT_SIGNED_IN', 'Sign in again.', 'not_signed_in');
    },
  };
  await save(page);
  await safe(page);
  person.server.answers = scene.answers;
  await goTo(person, page, '/waiting');
  await expect.poll(() => scene.stored.length, patient).toBe(1);
});

test('axe finds nothing on what a phone shows without a connection, and it fits 320 px', async () => {
  const page = await open(`/visits/${first}/log`);
  await logAway(person, page);
  await looksRight(page);
  await goTo(person, page, '/waiting');
  await looksRight(page);
  await page.getByRole('link', { name: 'More' }).click();
  await press(page, 'Sign out');
  await looksRight(page);
  await press(page, 'Stay signed in');
  person.server.answers = {
    ...scene.answers,
    completeVisit: () => {
      throw refuse('CHANGED_MEANWHILE', 'This was changed meanwhile.', 'changed_meanwhile');
    },
  };
  await reconnect(person, page);
  await page.getByRole('link', { name: '1 change needs you' }).click();
  await page.getByRole('heading', { name: 'These need you' }).waitFor();
  await looksRight(page);
  await press(page, 'Leave it as it is, delete mine');
  await looksRight(page);
  await press(page, 'Delete it');
  await page.getByText('Nothing waits here.').waitFor();
  await looksRight(page);
});
