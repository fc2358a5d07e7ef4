import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import type { Answers } from './support/mock-answers.ts';
import { family, studentId } from './support/sample-class.ts';
import { completedVisit, educatorAnswers, owed, visit, visitId } from './support/sample-educator.ts';
import { lena, maria, me, noor } from './support/sample-people.ts';
import { amina } from './support/sample-times.ts';
import { askedByNoor, lateEntry, proposal, visitAnswers } from './support/sample-visits.ts';
import { signedIn } from './support/signed-in.ts';

const answers = (changes: Answers = {}) =>
  educatorAnswers({ ...visitAnswers, getFamily: () => family('accepted'), ...changes });

const person = signedIn({ answers });
const { open, sent } = person;

const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click();
const said = (page: Page, words: RegExp) => page.getByRole('status').filter({ hasText: words }).waitFor();

test('a visit that does not take place is kept with whose side could not and why', async () => {
  const page = await open(`/visits/${visitId}/cancel`);
  await page.getByRole('radio', { name: /We were there/ }).check();
  await page.getByRole('radio', { name: 'The family', exact: true }).check();
  await page.getByRole('radio', { name: 'Nobody was there' }).check();
  await press(page, 'Save');
  await page.waitForURL(new RegExp(`${visitId}$`));
  expect(sent('cancelVisit')).toEqual([
    { outcome: 'no_show', side: 'family', reason: 'nobody_there', rev: 1 },
  ]);
  // No mail goes out, so none is promised.
  await said(page, /plan another day whenever it suits/);
});

test('before its day nobody can have been absent: the page does not ask', async () => {
  person.server.answers = answers({ getVisit: () => visit({ localDate: '2026-12-03' }) });
  const page = await open(`/visits/${visitId}/cancel`);
  await page.getByRole('radio', { name: 'Our team' }).check();
  expect(await page.getByRole('radio', { name: /We were there/ }).count()).toBe(0);
  await page.getByRole('radio', { name: 'Somebody is ill' }).check();
  await press(page, 'Save');
  await expect
    .poll(() => sent('cancelVisit'))
    .toEqual([{ outcome: 'cancelled', side: 'team', reason: 'illness', rev: 1 }]);
});

test('a proposal that took place all the same is written down with a reason', async () => {
  person.server.answers = answers({
    getVisit: () => proposal({ localDate: '2026-11-20', startsAt: '2026-11-20T23:30:00Z' }),
  });
  const page = await open(`/visits/${visitId}`);
  await page.getByRole('link', { name: 'It took place: write it down' }).click();
  await press(page, 'Send it for approval');
  await page.getByText('Write one sentence').waitFor();
  expect(sent('logLate')).toEqual([]);
  await page.getByLabel('Why was it not arranged here first?').fill('Noor had said yes in the hallway.');
  await press(page, 'Send it for approval');
  await said(page, /outside the team approves it/);
  expect(sent('logLate')).toEqual([
    {
      present: [maria.personId, noor.personId, amina.personId],
      actualMinutes: 40,
      reason: 'Noor had said yes in the hallway.',
      rev: 1,
    },
  ]);
});

test('a late entry is approved by somebody outside the team, and by nobody of it', async () => {
  person.server.answers = answers({ getVisit: () => lateEntry(), getMe: () => me(['coordinator']) });
  const own = await open(`/visits/${visitId}`);
  await own.getByText('Until then it does not count').waitFor();
  expect(await own.getByRole('button', { name: /Approve/ }).count()).toBe(0);
  const entry = lateEntry({ team: askedByNoor.map((one) => (one.lead ? one : { ...one, ...lena })) });
  person.server.answers = answers({
    getVisit: () => ({ ...entry, late: entry.late && { ...entry.late, by: noor.personId } }),
    getMe: () => me(['coordinator']),
  });
  await own.reload();
  await press(own, 'Approve: it took place');
  await said(own, /Thank you for looking at it/);
  expect(sent('decideLateVisit')).toEqual([{ decision: 'approved', rev: 1 }]);
});

test('a late entry that was not approved is called neither a visit that did not take place nor paid', async () => {
  const entry = lateEntry({ status: 'cancelled', actualMinutes: null });
  const decided = { decidedBy: lena.personId, decidedAt: '2026-11-22T18:00:00Z' };
  person.server.answers = answers({
    getVisit: () => ({ ...entry, late: entry.late && { ...entry.late, ...decided } }),
  });
  const page = await open(`/visits/${visitId}`);
  await page.getByText(/does not count and is not paid/).waitFor();
  expect(await page.getByText(/It did not take place/).count()).toBe(0);
});

test('a reflection whose day has passed says so, and is welcome all the same', async () => {
  const done = completedVisit();
  const reflections = done.reflections.map((one) => ({ ...one, dueOn: '2026-11-19' }));
  person.server.answers = answers({ getVisit: () => ({ ...done, reflections }) });
  const page = await open(`/visits/${visitId}`);
  await page.getByText('Was due Nov 19').first().waitFor();
  const mine = { reflection: { ...owed(1, 'Ana', '2026-11-19'), rev: 1 }, visitNumber: 1 };
  person.server.answers = answers({
    getMyReflection: () => ({ ...mine, words: null, lookBack: null, offered: [] }),
  });
  const form = await open(`/visits/${visitId}/students/${studentId}/reflection`);
  await form.getByText(/welcome all the same/).waitFor();
  expect(await form.getByText(/Please write it by/).count()).toBe(0);
});

test('what took place can neither be called off nor written down late any more: the pages say so', async () => {
  person.server.answers = answers({ getVisit: () => completedVisit() });
  const page = await open(`/visits/${visitId}/cancel`);
  await page.getByText('There is nothing to cancel any more').waitFor();
  expect(await page.getByRole('button', { name: 'Save' }).count()).toBe(0);
  const late = await open(`/visits/${visitId}/late`);
  await late.getByText('This visit can no longer be changed').waitFor();
});
