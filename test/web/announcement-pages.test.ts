import { expect, test } from 'vitest';
import type { DistrictRole } from '#shared/domain/access/roles.ts';
import { refuse } from './support/mock-answers.ts';
import { classData } from './support/sample-class.ts';
import { sampleDistrictId, sampleId, school } from './support/sample-people.ts';
import { schoolAnswers } from './support/sample-school.ts';
import { looksRightIn, type State, signedIn } from './support/signed-in.ts';

const roles: DistrictRole[] = ['educator', 'coordinator'];

const listPath = `/school-board/${school.schoolId}/announcements`;
const writePath = `${listPath}/new`;

const person = signedIn({
  persona: { district: sampleDistrictId, roles },
  answers: (changes) => schoolAnswers(roles, changes),
  once: true,
});
const { open, openInSpanish, sent } = person;

const press = (name: string | RegExp) => person.page.getByRole('button', { name }).first().click();
const write = async (subject: string, body: string, language = 0) => {
  await person.page.getByLabel('Subject').nth(language).fill(subject);
  await person.page.getByLabel('What you would like to say').nth(language).fill(body);
};
const look = async () => {
  await write('Home visits begin again', 'This fall our educators would like to meet you.');
  await press('See how it looks');
  await person.page.getByRole('button', { name: 'Send it to 388 families' }).waitFor();
};
const broken = () => {
  throw refuse('INTERNAL', 'Something went wrong on our side.', 'internal');
};
const nobody = () => {
  throw refuse('NOT_POSSIBLE', 'There is no family to write to here.', 'announcement.nobody');
};

const states: State[] = [
  ['what was written', listPath, {}, async () => void (await person.page.locator('summary').first().click())],
  ['nothing written yet', listPath, { listAnnouncements: () => ({ items: [], cursor: null }) }],
  ['a list that fails', listPath, { listAnnouncements: broken }],
  ['an empty form', writePath, {}, () => press('See how it looks')],
  [
    'a subject without words',
    writePath,
    {},
    async () => {
      await write('Hello families', '');
      await press('See how it looks');
    },
  ],
  ['words of duty', writePath, {}, () => write('Required visits', 'You must choose a day. Es obligatorio.')],
  ['the preview', writePath, {}, look],
  [
    'nobody to write to',
    writePath,
    { previewAnnouncement: nobody },
    async () => {
      await write('Home visits begin again', 'This fall our educators would like to meet you.');
      await press('See how it looks');
      await person.page.locator('[role=alert] .pl-notice-bad').waitFor();
    },
  ],
  ['writing to one class', `${writePath}?class=${sampleId('cls', 1)}`, { getClass: () => classData }],
];

looksRightIn(person, states);

test('words of duty are named while they are written, and do not get as far as the preview', async () => {
  await open(writePath);
  await write('Home visits begin', 'Every family must choose a day.');
  const notice = person.page.locator('.pl-notice-bad', { hasText: 'visits are voluntary for all' });
  await notice.waitFor();
  expect(await notice.textContent()).toContain('“must” sounds like a duty');
  await press('See how it looks');
  expect(sent('previewAnnouncement')).toEqual([]);
  await write('Home visits begin', 'Every family may choose a day.');
  await notice.waitFor({ state: 'detached' });
});

test('what was seen is what is sent, in the languages that were written', async () => {
  await open(writePath);
  await look();
  await press('Send it to 388 families');
  await person.page.locator('.pl-notice-good', { hasText: 'It is on its way.' }).waitFor();
  expect(sent('sendAnnouncement')[0]).toEqual(sent('previewAnnouncement')[0]);
  expect(sent('sendAnnouncement')[0]).toMatchObject({ audience: { kind: 'school' }, versions: { es: null } });
});

test('going back from the preview keeps the words', async () => {
  await open(writePath);
  await look();
  await press('Change it');
  expect(await person.page.getByLabel('Subject').first().inputValue()).toBe('Home visits begin again');
});

test('writing to families speaks Spanish', async () => {
  const titles: string[] = [];
  for (const path of [listPath, writePath]) {
    const page = await openInSpanish(path);
    titles.push((await page.locator('h1').textContent()) ?? '');
  }
  expect(titles).toEqual(['Escrito a las familias', 'Escribir a las familias']);
});
