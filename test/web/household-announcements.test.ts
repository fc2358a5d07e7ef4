import { expect, test } from 'vitest';
import type { DistrictRole } from '#shared/domain/access/roles.ts';
import { settledIn } from './support/browser.ts';
import type { Answers } from './support/mock-answers.ts';
import { looksRight } from './support/page-checks.ts';
import { familyId } from './support/sample-class.ts';
import { educatorAnswers } from './support/sample-educator.ts';
import { me } from './support/sample-people.ts';
import { household, links } from './support/sample-queue.ts';
import { signedIn } from './support/signed-in.ts';

const path = `/families/${familyId}/household`;
const [first, ...others] = household().guardians;
const home = (announcementsStopped: boolean) => () => ({
  ...household(),
  guardians: first === undefined ? [] : [{ ...first, announcementsStopped }, ...others],
});
const reader = (role: DistrictRole, language: 'en' | 'es' = 'en'): Answers => ({
  getMe: () => me([role], { language }),
});
const person = signedIn({
  answers: (changes) => educatorAnswers({ getFamily: home(true), listFamilyLinks: () => links, ...changes }),
  once: true,
});

test('a coordinator writes down that a guardian asked for announcements again', async () => {
  let stopped = true;
  await person.open(path, {
    ...reader('coordinator'),
    getFamily: () => home(stopped)(),
    resumeAnnouncements: () => {
      stopped = false;
      return { done: true };
    },
  });
  await looksRight(person.page);
  await person.page.getByRole('button', { name: 'Asked for them again: Rosa Rivera' }).click();
  await person.page.getByText('Rosa Rivera gets announcements again.').waitFor();
  expect(person.requests('resumeAnnouncements').map(({ params }) => params)).toEqual([
    { familyId, guardianId: first?.guardianId },
  ]);
  expect(await person.page.getByText('Asked for no announcements').count()).toBe(0);
});

test('an educator sees it, and who can change it', async () => {
  await person.open(path, reader('educator'));
  await person.page.getByRole('heading', { name: 'Asked for no announcements' }).waitFor();
  expect(await person.page.getByRole('button', { name: /^Asked for them again/ }).count()).toBe(0);
  await person.page.getByText('Only your coordinator can change this.').waitFor();
  await looksRight(person.page);
});

test('nothing is said where nobody stopped them', async () => {
  await person.open(path, { ...reader('coordinator'), getFamily: home(false) });
  expect(await person.page.getByText('Asked for no announcements').count()).toBe(0);
});

test('it is said in Spanish, and fits the narrowest phone', async () => {
  await person.open(path, reader('coordinator', 'es'));
  await settledIn(person.page, 'es');
  await person.page.getByRole('button', { name: 'Los pidió de nuevo: Rosa Rivera' }).waitFor();
  await looksRight(person.page);
});
