import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { settled } from './support/browser.ts';
import { refuse } from './support/mock-answers.ts';
import { family, familyId } from './support/sample-class.ts';
import { claim, educatorAnswers, emptyToday, fullToday, visit, visitId } from './support/sample-educator.ts';
import { me } from './support/sample-people.ts';
import { classQueue, emptyQueue } from './support/sample-queue.ts';
import { signedIn } from './support/signed-in.ts';

const person = signedIn({ answers: educatorAnswers });
const { open, requests, sent } = person;

const press = (page: Page, name: string) => page.getByRole('button', { name }).click();

test('a new page takes the focus to its heading and sets the title', async () => {
  const page = await open('/today');
  await page.getByRole('link', { name: 'My pay', exact: true }).click();
  await page.getByRole('heading', { name: 'My pay' }).waitFor();
  expect(await page.locator(':focus').textContent()).toBe('My pay');
  expect(await page.title()).toBe('My pay · Porchlight');
});

test('the first press of Tab offers to skip the navigation', async () => {
  const page = await open('/today');
  await page.reload();
  await settled(page);
  await page.keyboard.press('Tab');
  expect(await page.locator(':focus').textContent()).toBe('Skip to the page');
});

test('a family that said yes and has no visit planned yet is among what waits today', async () => {
  const quietDay = () => ({ ...emptyToday, classes: fullToday.classes });
  const accepted = classQueue.next.filter(({ invitation }) => invitation === 'accepted');
  person.server.answers = educatorAnswers({
    getToday: quietDay,
    getClassQueue: () => ({ ...emptyQueue, next: accepted }),
  });
  const page = await open('/today');
  await page.getByText('One thing is waiting for you.').waitFor();
  await page.getByRole('link', { name: 'Amara’s family' }).click();
  await page.waitForURL(/\/families\//);
  expect(page.url()).toContain(accepted[0]?.familyId);
});

const changePath = `/visits/${visitId}/change`;
const tomorrow = () => visit({ localDate: '2026-11-23', startsAt: '2026-11-23T23:30:00Z' });

test('a try whose answer was lost is repeated under the same key', async () => {
  person.server.answers = educatorAnswers({ getVisit: tomorrow });
  const page = await open(changePath);
  await page.getByLabel('Who comes with you?').waitFor();
  person.server.away = true;
  await press(page, 'Save the new plan');
  await page.getByText('cannot be reached').first().waitFor();
  person.server.away = false;
  person.server.answers = educatorAnswers({
    getVisit: tomorrow,
    changeVisit: () => {
      throw refuse('BUSY', 'Busy.', 'busy');
    },
  });
  await press(page, 'Save the new plan');
  await page.getByText('did not answer').first().waitFor();
  person.server.answers = educatorAnswers({ getVisit: tomorrow, changeVisit: tomorrow });
  await press(page, 'Save the new plan');
  await page.waitForURL(new RegExp(`/visits/${visitId}$`));
  const keys = requests('changeVisit').map(({ idempotencyKey }) => idempotencyKey);
  expect(keys).toHaveLength(2);
  expect(new Set(keys).size).toBe(1);
});

test('a try that was plainly refused leaves its key: the next one is a new attempt', async () => {
  person.server.answers = educatorAnswers({
    getVisit: tomorrow,
    changeVisit: () => {
      throw refuse('NOT_POSSIBLE', 'Somebody of this team is busy.');
    },
  });
  const page = await open(changePath);
  await press(page, 'Save the new plan');
  await page.getByText('Somebody of this team').waitFor();
  await press(page, 'Save the new plan');
  await expect.poll(() => sent('changeVisit').length).toBe(2);
  const keys = requests('changeVisit').map(({ idempotencyKey }) => idempotencyKey);
  expect(new Set(keys).size).toBe(2);
});

test('a claim that was sent moves on, and the page says so', async () => {
  let status: 'open' | 'submitted' = 'open';
  person.server.answers = educatorAnswers({
    listMyClaims: () => ({ items: [claim(2, { status })], cursor: null }),
    submitClaim: () => {
      status = 'submitted';
      return claim(2, { status });
    },
  });
  const page = await open('/my-pay');
  await press(page, 'Send for approval');
  await page.getByRole('status').filter({ hasText: 'Sent. Your coordinator' }).waitFor();
  expect(await page.getByText('With your coordinator').count()).toBe(1);
  expect(await page.getByRole('button', { name: 'Send for approval' }).count()).toBe(0);
});

test('a family that said yes may still say no', async () => {
  person.server.answers = educatorAnswers({ getFamily: () => family('accepted') });
  const page = await open(`/families/${familyId}`);
  await press(page, 'They would rather not after all');
  await page.getByText('Thank you for asking kindly').waitFor();
  expect(sent('recordAnswer')).toEqual([{ answer: 'declined', rev: 1 }]);
});

test('when someone else was faster, the page shows what they did', async () => {
  let stands: 'invited' | 'declined' = 'invited';
  person.server.answers = educatorAnswers({
    getFamily: () => family(stands),
    recordAnswer: () => {
      stands = 'declined';
      throw refuse('CHANGED_MEANWHILE', 'This was changed meanwhile.', 'changed_meanwhile');
    },
  });
  const page = await open(`/families/${familyId}`);
  await press(page, 'They said yes');
  await page.getByRole('alert').filter({ hasText: 'Someone else changed this a moment ago' }).waitFor();
  await page.getByRole('heading', { name: 'The family said no for this year' }).waitFor();
  expect(sent('recordAnswer')).toHaveLength(1);
});

test('a refusal is said in the reader’s language', async () => {
  person.server.answers = educatorAnswers({
    getMe: () => me(['educator'], { language: 'es' }),
    getVisit: tomorrow,
    changeVisit: () => {
      throw refuse('NOT_POSSIBLE', 'Too few of this team are certified.', 'visit.team_not_certified');
    },
  });
  const page = await open(changePath);
  await press(page, 'Guardar el nuevo plan');
  const alert = page.getByRole('alert').filter({ hasText: /equipo/ });
  await alert.waitFor();
  expect(await alert.textContent()).not.toContain('Too few');
});

test('while the server is away the page says so, and shows everything once it is back', async () => {
  const page = await open('/today');
  person.server.away = true;
  await page.goto(`${person.server.url}/my-pay`);
  await page.getByText('cannot be reached').waitFor();
  person.server.away = false;
  await press(page, 'Try again');
  await page.getByRole('heading', { name: 'My pay' }).waitFor();
  expect(await page.title()).toBe('My pay · Porchlight');
});

test('words of a reflection are not lost by a stray tap', async () => {
  const { students } = family('accepted');
  const page = await open(`/visits/${visitId}/students/${students[0]?.studentId ?? ''}/reflection`);
  await page.getByLabel(/one thing you will try/).fill('Greet Ana in Spanish each morning.');
  const questions: string[] = [];
  page.on('dialog', (dialog) => {
    questions.push(dialog.message());
    void dialog.dismiss();
  });
  await page.getByRole('link', { name: 'Today' }).click();
  await expect.poll(() => questions.length).toBe(1);
  expect(await page.getByLabel(/one thing you will try/).inputValue()).toBe(
    'Greet Ana in Spanish each morning.',
  );
});
