import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import type { RouteId } from '#shared/contract/contract.ts';
import type { Answers } from './support/mock-answers.ts';
import { family } from './support/sample-class.ts';
import { educatorAnswers, emptyToday, visit, visitId } from './support/sample-educator.ts';
import { noor } from './support/sample-people.ts';
import { amina } from './support/sample-times.ts';
import { askedByNoor, lineOf, proposal, team, visitAnswers } from './support/sample-visits.ts';
import { signedIn } from './support/signed-in.ts';

const answers = (changes: Answers = {}) =>
  educatorAnswers({ ...visitAnswers, getFamily: () => family('accepted'), ...changes });

const person = signedIn({ answers });
const { open, requests, sent } = person;

const asked = (id: RouteId) => requests(id).map(({ query }) => query);
const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click();
const said = (page: Page, words: RegExp) => page.getByRole('status').filter({ hasText: words }).waitFor();

test('a request is answered with one press, to the plan as it stands', async () => {
  let requests = [lineOf(proposal({ team: askedByNoor }))];
  person.server.answers = answers({
    getToday: () => ({ ...emptyToday, requests }),
    getVisit: () => proposal({ team: askedByNoor, rev: 7 }),
    answerVisit: () => {
      requests = [];
      return visit({ team: askedByNoor.map((one) => ({ ...one, answer: 'yes' })) });
    },
  });
  const page = await open('/today');
  expect(await page.locator('main').textContent()).not.toMatch(/street|avenue|address/i);
  await press(page, 'Yes, I will come');
  await said(page, /the visit stands/);
  expect(sent('answerVisit')).toEqual([{ answer: 'yes', rev: 7 }]);
  expect(await page.getByRole('button', { name: 'Yes, I will come' }).count()).toBe(0);
});

test('a request is read and answered with the keyboard alone, in the order in which it stands', async () => {
  person.server.answers = answers({
    getToday: () => ({ ...emptyToday, requests: [lineOf(proposal({ team: askedByNoor }))] }),
    getVisit: () => proposal({ team: askedByNoor }),
  });
  const page = await open('/today');
  await page.getByRole('button', { name: 'Yes, I will come' }).waitFor();
  await page.locator('h1').focus();
  const passed: (string | null)[] = [];
  for (let presses = 0; presses < 3; presses += 1) {
    await page.keyboard.press('Tab');
    passed.push(await page.locator(':focus').textContent());
  }
  expect(passed).toEqual(['Yes, I will come', 'No, not this time', 'Look at the whole visit']);
  await page.keyboard.press('Shift+Tab');
  await page.keyboard.press('Enter');
  await expect.poll(() => sent('answerVisit')).toEqual([{ answer: 'no', rev: 1 }]);
});

test('a no asks for no reason, and leads back to the day', async () => {
  person.server.answers = answers({ getVisit: () => proposal({ team: askedByNoor }) });
  const page = await open(`/visits/${visitId}`);
  await press(page, 'No, not this time');
  await page.waitForURL(/\/today$/);
  await said(page, /hour is free again/);
  expect(sent('answerVisit')).toEqual([{ answer: 'no', rev: 1 }]);
});

test('whoever can no longer come says so before anything is sent', async () => {
  person.server.answers = answers({
    getVisit: () =>
      visit({ localDate: '2026-12-03', team: askedByNoor.map((one) => ({ ...one, answer: 'yes' })) }),
  });
  const page = await open(`/visits/${visitId}`);
  await press(page, 'I can no longer come');
  await press(page, 'I will come after all');
  expect(sent('answerVisit')).toEqual([]);
  await press(page, 'I can no longer come');
  await press(page, 'Tell them that I cannot come');
  await expect.poll(() => sent('answerVisit')).toEqual([{ answer: 'no', rev: 1 }]);
});

test('after a no somebody else is asked; the one who cannot come is named no more', async () => {
  person.server.answers = answers({ getVisit: () => proposal({ team: team('no') }) });
  const page = await open(`/visits/${visitId}`);
  await page.getByRole('link', { name: 'Ask somebody else' }).click();
  await page.getByLabel('Who comes with you?').waitFor();
  expect(await page.getByLabel('Who comes with you?').inputValue()).toBe('');
  expect(await page.getByLabel('Does somebody interpret?').inputValue()).toBe(amina.personId);
  expect(await page.getByLabel('Day').inputValue()).toBe('2026-12-03');
  expect(await page.getByLabel('Time', { exact: true }).inputValue()).toBe('16:30');
  await page.getByLabel('Who comes with you?').selectOption(noor.personId);
  await press(page, 'Save the new plan');
  await said(page, /hears about it by mail/);
  expect(sent('changeVisit')).toEqual([
    {
      date: '2026-12-03',
      time: '16:30',
      minutes: 40,
      type: 'neutral',
      place: 'East Library',
      partnerIds: [noor.personId],
      interpreterId: amina.personId,
      rev: 1,
    },
  ]);
  // The visit's own hour does not stand in its own way.
  expect(asked('getCommonTimes').at(-1)).toMatchObject({ moving: visitId });
});
