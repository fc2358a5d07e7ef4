import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { DistrictRole } from '#shared/domain/access/roles.ts';
import { desktop, launchBrowser, newVisitor, openSignedIn, settled, settledIn } from './support/browser.ts';
import { builtWeb } from './support/built-web.ts';
import { type Answers, refuse } from './support/mock-answers.ts';
import { type MockServer, startMockServer } from './support/mock-server.ts';
import { looksRight, overflowAt, violations } from './support/page-checks.ts';
import { visit } from './support/sample-educator.ts';
import { schools } from './support/sample-office.ts';
import { sampleDistrictId, school } from './support/sample-people.ts';
import { board, newBoard, schoolAnswers } from './support/sample-school.ts';

const roles: DistrictRole[] = ['educator', 'coordinator'];
let browser: Browser;
let server: MockServer;
let page: Page;
const complaints: string[] = [];

beforeAll(async () => {
  server = await startMockServer({
    root: await builtWeb(),
    persona: { district: sampleDistrictId, roles },
    answers: schoolAnswers(roles),
  });
  browser = await launchBrowser();
  page = await openSignedIn(await newVisitor(browser, { size: desktop }), server.url, '/school-board');
  page.on('console', (message) => {
    if (message.type() === 'error' && !message.text().includes('Failed to load resource'))
      complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(error.message));
});
afterAll(async () => {
  await browser.close();
  await server.close();
});

const boardPath = `/school-board/${school.schoolId}`;
const pairsPath = `${boardPath}/pairs`;
const broken = () => {
  throw refuse('INTERNAL', 'Something went wrong on our side.', 'internal');
};
const decidedAlready = () => {
  throw refuse('NOT_POSSIBLE', 'Somebody decided on this late entry already.', 'visit.not_waiting');
};

interface State {
  readonly answers?: Answers;
  readonly act?: () => Promise<void>;
}

const open = (summary: string) => page.locator('summary', { hasText: summary }).click();
const press = (name: string) => page.getByRole('button', { name, exact: true }).first().click();

const states: [name: string, path: string, state?: State][] = [
  ['a school in the middle of its year', boardPath],
  ['a school on its first day', boardPath, { answers: { getSchoolBoard: () => newBoard } }],
  ['a board that fails', boardPath, { answers: { getSchoolBoard: broken } }],
  [
    'a late entry that somebody else decided',
    boardPath,
    {
      answers: { decideLateVisit: decidedAlready },
      act: async () => {
        await press('Yes, it took place: the visit with the family of Mei');
        await page.locator('.pl-card .pl-notice-bad').waitFor();
      },
    },
  ],
  [
    'everything opened, and a goal that is none',
    boardPath,
    {
      act: async () => {
        await open('How this is worked out');
        await open('Change our goal');
        await open('2 more people work here');
      },
    },
  ],
  ['pairs', pairsPath],
  [
    'no pair on a Sunday',
    pairsPath,
    { act: async () => void (await page.getByLabel('Day of the week').selectOption('7')) },
  ],
  [
    'a choice of schools',
    '/school-board',
    { answers: { listSchools: () => ({ items: schools, cursor: null }) } },
  ],
  [
    'a coordinator without a school',
    '/school-board',
    { answers: { listSchools: () => ({ items: [], cursor: null }) } },
  ],
];

test.each(states)(
  'axe finds nothing on %s, at day and at night, and it fits 320 px',
  async (_, path, { answers, act } = {}) => {
    server.answers = schoolAnswers(roles, answers);
    complaints.length = 0;
    await page.goto(`${server.url}${path}`);
    await settled(page);
    await act?.();
    await looksRight(page);
    expect(complaints).toEqual([]);
  },
);

test('a school’s pages speak Spanish', async () => {
  const spoken = schoolAnswers(roles);
  server.answers = {
    ...spoken,
    getMe: async (request) => ({ ...(await spoken.getMe?.(request)), language: 'es' }) as never,
  };
  const heads: string[] = [];
  for (const path of [boardPath, pairsPath]) {
    await page.goto(`${server.url}${path}`);
    await settled(page);
    await settledIn(page, 'es');
    heads.push((await page.locator('main h2').first().textContent()) ?? '');
    expect(await violations(page)).toEqual([]);
    expect(await overflowAt(page, 320)).toBe(0);
  }
  expect(heads).toEqual(['Anotadas tarde', '2 parejas']);
});

test('one school opens at once, and a late entry is approved from there', async () => {
  server.answers = schoolAnswers(roles, {
    getSchoolBoard: () => ({ ...board, lateEntries: decided ? [] : board.lateEntries }),
    decideLateVisit: () => {
      decided = true;
      return visit({ status: 'completed' });
    },
  });
  let decided = false;
  server.requests.length = 0;
  await page.goto(`${server.url}/school-board`);
  await settled(page);
  await press('Yes, it took place: the visit with the family of Mei');
  await page
    .locator('.pl-notice-good', { hasText: 'The visit with the family of Mei counts now.' })
    .waitFor();
  const [sent] = server.requests.filter(({ id }) => id === 'decideLateVisit');
  expect(sent?.body).toEqual({ decision: 'approved', rev: 1 });
  expect(await page.getByText('Written down late').count()).toBe(0);
});

test('a goal is set for the school, and nothing there names a person', async () => {
  server.answers = schoolAnswers(roles);
  server.requests.length = 0;
  await page.goto(`${server.url}${boardPath}`);
  await settled(page);
  await open('Change our goal');
  await page.getByLabel('Percent of our students').fill('50');
  await press('Save our goal');
  await expect
    .poll(() => server.requests.find(({ id }) => id === 'setSchoolGoal')?.body)
    .toEqual({
      percent: 50,
      rev: 2,
    });
});
