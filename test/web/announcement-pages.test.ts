import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { DistrictRole } from '#shared/domain/access/roles.ts';
import { desktop, launchBrowser, newVisitor, openSignedIn, settled, settledIn } from './support/browser.ts';
import { builtWeb } from './support/built-web.ts';
import { type Answers, refuse } from './support/mock-answers.ts';
import { type MockServer, startMockServer } from './support/mock-server.ts';
import { looksRight, overflowAt, violations } from './support/page-checks.ts';
import { classData } from './support/sample-class.ts';
import { sampleDistrictId, sampleId, school } from './support/sample-people.ts';
import { schoolAnswers } from './support/sample-school.ts';

const roles: DistrictRole[] = ['educator', 'coordinator'];
let browser: Browser;
let server: MockServer;
let page: Page;

const listPath = `/school-board/${school.schoolId}/announcements`;
const writePath = `${listPath}/new`;

beforeAll(async () => {
  server = await startMockServer({
    root: await builtWeb(),
    persona: { district: sampleDistrictId, roles },
    answers: schoolAnswers(roles),
  });
  browser = await launchBrowser();
  page = await openSignedIn(await newVisitor(browser, { size: desktop }), server.url, listPath);
});
afterAll(async () => {
  await browser.close();
  await server.close();
});

const press = (name: string | RegExp) => page.getByRole('button', { name }).first().click();
const write = async (subject: string, body: string, language = 0) => {
  await page.getByLabel('Subject').nth(language).fill(subject);
  await page.getByLabel('What you would like to say').nth(language).fill(body);
};
const look = async () => {
  await write('Home visits begin again', 'This fall our educators would like to meet you.');
  await press('See how it looks');
  await page.getByRole('button', { name: 'Send it to 388 families' }).waitFor();
};
const broken = () => {
  throw refuse('INTERNAL', 'Something went wrong on our side.', 'internal');
};
const nobody = () => {
  throw refuse('NOT_POSSIBLE', 'There is no family to write to here.', 'announcement.nobody');
};

interface State {
  readonly answers?: Answers;
  readonly act?: () => Promise<void>;
}
const states: [name: string, path: string, state?: State][] = [
  ['what was written', listPath, { act: async () => void (await page.locator('summary').first().click()) }],
  ['nothing written yet', listPath, { answers: { listAnnouncements: () => ({ items: [], cursor: null }) } }],
  ['a list that fails', listPath, { answers: { listAnnouncements: broken } }],
  ['an empty form', writePath, { act: () => press('See how it looks') }],
  [
    'a subject without words',
    writePath,
    {
      act: async () => {
        await write('Hello families', '');
        await press('See how it looks');
      },
    },
  ],
  [
    'words of duty',
    writePath,
    { act: () => write('Required visits', 'You must choose a day. Es obligatorio.') },
  ],
  ['the preview', writePath, { act: look }],
  [
    'nobody to write to',
    writePath,
    {
      answers: { previewAnnouncement: nobody },
      act: async () => {
        await write('Home visits begin again', 'This fall our educators would like to meet you.');
        await press('See how it looks');
        await page.locator('[role=alert] .pl-notice-bad').waitFor();
      },
    },
  ],
  [
    'writing to one class',
    `${writePath}?class=${sampleId('cls', 1)}`,
    { answers: { getClass: () => classData } },
  ],
];

test.each(states)(
  'axe finds nothing on %s, at day and at night, and it fits 320 px',
  async (_, path, { answers, act } = {}) => {
    server.answers = schoolAnswers(roles, answers);
    await page.goto(`${server.url}${path}`);
    await settled(page);
    await act?.();
    await looksRight(page);
  },
);

test('words of duty are named while they are written, and do not get as far as the preview', async () => {
  server.answers = schoolAnswers(roles);
  server.requests.length = 0;
  await page.goto(`${server.url}${writePath}`);
  await settled(page);
  await write('Home visits begin', 'Every family must choose a day.');
  const notice = page.locator('.pl-notice-bad', { hasText: 'visits are voluntary for all' });
  await notice.waitFor();
  expect(await notice.textContent()).toContain('“must” sounds like a duty');
  await press('See how it looks');
  expect(server.requests.map(({ id }) => id)).not.toContain('previewAnnouncement');
  await write('Home visits begin', 'Every family may choose a day.');
  await notice.waitFor({ state: 'detached' });
});

test('what was seen is what is sent, in the languages that were written', async () => {
  server.answers = schoolAnswers(roles);
  server.requests.length = 0;
  await page.goto(`${server.url}${writePath}`);
  await settled(page);
  await look();
  await press('Send it to 388 families');
  await page.locator('.pl-notice-good', { hasText: 'It is on its way.' }).waitFor();
  const bodyOf = (wanted: string) => server.requests.find(({ id }) => id === wanted)?.body;
  expect(bodyOf('sendAnnouncement')).toEqual(bodyOf('previewAnnouncement'));
  expect(bodyOf('sendAnnouncement')).toMatchObject({ audience: { kind: 'school' }, versions: { es: null } });
});

test('going back from the preview keeps the words', async () => {
  server.answers = schoolAnswers(roles);
  await page.goto(`${server.url}${writePath}`);
  await settled(page);
  await look();
  await press('Change it');
  expect(await page.getByLabel('Subject').first().inputValue()).toBe('Home visits begin again');
});

test('writing to families speaks Spanish', async () => {
  const spoken = schoolAnswers(roles);
  server.answers = {
    ...spoken,
    getMe: async (request) => ({ ...(await spoken.getMe?.(request)), language: 'es' }) as never,
  };
  const titles: string[] = [];
  for (const path of [listPath, writePath]) {
    await page.goto(`${server.url}${path}`);
    await settledIn(page, 'es');
    titles.push((await page.locator('h1').textContent()) ?? '');
    expect(await violations(page)).toEqual([]);
    expect(await overflowAt(page, 320)).toBe(0);
  }
  expect(titles).toEqual(['Escrito a las familias', 'Escribir a las familias']);
});
