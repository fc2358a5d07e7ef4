import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { settled } from './support/browser.ts';
import { refuse } from './support/mock-answers.ts';
import { violations } from './support/page-checks.ts';
import { classId } from './support/sample-class.ts';
import { claim, educatorAnswers } from './support/sample-educator.ts';
import { me } from './support/sample-people.ts';
import { signedIn } from './support/signed-in.ts';

const person = signedIn({ answers: educatorAnswers });
const { open, sent } = person;

const press = (page: Page, name: string) => page.getByRole('button', { name }).click();

test('whoever asks for a page first signs in and then lands on it', async () => {
  const page = await open(`/classes/${classId}`);
  expect(await page.locator('h1').textContent()).toBe('Grade 3, Room 12');
});

test('the door leads an educator to Today, and a second tab is signed in too', async () => {
  await open('/today');
  const second = await person.context.newPage();
  await second.goto(person.server.url);
  await second.waitForURL(/\/today$/);
  expect(new URL(second.url()).pathname).toBe('/today');
});

test('signing out leaves nothing behind', async () => {
  const page = await open('/more');
  await press(page, 'Sign out');
  await page.getByRole('button', { name: 'Sign in' }).waitFor();
  await page.goto(`${person.server.url}/today`);
  await page.getByRole('heading', { name: 'Please sign in' }).waitFor();
  expect(sent('getToday')).toEqual([]);
});

test('the language changes at once and is kept with the person', async () => {
  const page = await open('/more');
  await page.getByRole('radio', { name: 'Español' }).check();
  await page.getByRole('heading', { name: 'Más' }).waitFor();
  await expect.poll(() => sent('changeMyLanguage')).toEqual([{ language: 'es' }]);
});

test('a language kept with the person wins over the one of the browser', async () => {
  person.server.answers = educatorAnswers({ getMe: () => me(['educator'], { language: 'es' }) });
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
  person.server.answers = educatorAnswers({
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
  person.server.answers = educatorAnswers({
    listMyClaims: () => {
      throw refuse('NOT_SIGNED_IN', 'This sign-in is no longer good.', 'not_signed_in');
    },
  });
  const page = await open('/my-pay');
  await page.getByText('You have been signed out').waitFor();
  person.server.answers = educatorAnswers();
  await press(page, 'Sign in');
  await page.getByRole('heading', { name: 'Sent and paid' }).waitFor();
  expect(new URL(page.url()).pathname).toBe('/my-pay');
});

test('someone of the national office who opens a district’s page is led back', async () => {
  person.server.persona = { national_roles: ['national_admin'] };
  person.server.answers = {
    getNationalMe: () => ({ name: 'Naomi', roles: ['national_admin'], permissions: ['national:read'] }),
  };
  const page = await open('/today');
  expect(await page.locator('h1').textContent()).toBe('This page belongs to a district');
  expect(await violations(page)).toEqual([]);
});

test('an account without a district is told whom to ask', async () => {
  person.server.persona = {};
  const page = await person.context.newPage();
  await page.goto(`${person.server.url}/today`);
  await press(page, 'Sign in');
  await page.getByRole('heading', { name: 'Your account has no district yet' }).waitFor();
  expect(person.server.requests).toEqual([]);
});
