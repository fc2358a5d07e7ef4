import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { DistrictRole } from '#shared/domain/access/roles.ts';
import { launchBrowser, newVisitor, openSignedIn, settled, settledIn } from './support/browser.ts';
import { builtWeb } from './support/built-web.ts';
import { type Answers, refuse } from './support/mock-answers.ts';
import { type MockServer, startMockServer } from './support/mock-server.ts';
import { looksRight, overflowAt, violations } from './support/page-checks.ts';
import { educatorAnswers, emptyToday, fullToday } from './support/sample-educator.ts';
import { longName } from './support/sample-office.ts';
import { maria, me, sampleDistrictId, sampleId, school } from './support/sample-people.ts';
import { board, newBoard } from './support/sample-school.ts';

let browser: Browser;
let server: MockServer;
let context: BrowserContext;
let page: Page;

beforeAll(async () => {
  server = await startMockServer({
    root: await builtWeb(),
    persona: { district: sampleDistrictId, roles: ['educator', 'coordinator'] },
    answers: educatorAnswers(),
  });
  browser = await launchBrowser();
  context = await newVisitor(browser);
  page = await openSignedIn(context, server.url, '/today');
});
beforeEach(() => page.evaluate((key) => localStorage.removeItem(key), `porchlight.part.${maria.personId}`));
afterAll(async () => {
  await browser.close();
  await server.close();
});

const coordinator: DistrictRole[] = ['coordinator'];
const [firstClass] = fullToday.classes;
const oneClass = () => ({ ...emptyToday, classes: firstClass === undefined ? [] : [firstClass] });
const someday = '2026-08-01T15:00:00.000Z';
const asked = () => me(['educator'], { participation: null });
const saidNo = () => me(['educator'], { participation: { answer: 'no', since: someday } });
const coordinates = (changes: Answers = {}): Answers =>
  educatorAnswers({
    getMe: () => me(coordinator),
    getToday: () => emptyToday,
    getSchoolBoard: () => board,
    ...changes,
  });
const broken = () => {
  throw refuse('NOT_POSSIBLE', 'No school year holds that day.', 'year.none');
};
const other = { schoolId: sampleId('sch', 2), name: `${longName} Elementary`, rosterId: 'J-02' };
const twoSchools = coordinates({ getMe: () => me(coordinator, { schools: [school, other] }) });

async function open(answers: Answers): Promise<void> {
  server.answers = answers;
  await page.goto(`${server.url}/today`);
  await settled(page);
  await page.waitForLoadState('networkidle');
}

/** The amber buttons and the ways on, by their names. */
const amber = () => page.locator('main .pl-button-primary').allTextContents();
const ways = () => page.locator('main a').allTextContents();

const states: [name: string, answers: Answers, amber: string[]][] = [
  ['one quiet class', educatorAnswers({ getToday: oneClass }), ['Whom to invite next']],
  [
    'the question whether one takes part, on a quiet day',
    educatorAnswers({ getMe: asked, getToday: oneClass }),
    ['Yes, I would like to'],
  ],
  [
    'the question beside work',
    educatorAnswers({ getMe: asked, getToday: () => fullToday }),
    ['Log this visit'],
  ],
  ['a quiet day of somebody who takes no part', educatorAnswers({ getMe: saidNo, getToday: oneClass }), []],
  ['a coordinator with late entries to decide', coordinates(), ['Look and decide']],
  [
    'a coordinator with late entries and own work',
    coordinates({ getToday: () => fullToday }),
    ['Log this visit'],
  ],
  [
    'a coordinator who has not said whether to take part',
    coordinates({ getMe: () => me(coordinator, { participation: null }) }),
    ['Yes, I would like to'],
  ],
  ['a coordinator with nothing to do', coordinates({ getSchoolBoard: () => newBoard }), []],
  ['a coordinator whose school has no year', coordinates({ getSchoolBoard: broken }), []],
  ['a coordinator of two schools', twoSchools, ['Look and decide']],
];

test.each(states)('Today has at most one amber button: %s', async (_, answers, expected) => {
  await open(answers);
  expect(await amber()).toEqual(expected);
  await looksRight(page);
});

test('whom to invite next stands on a quiet Today once', async () => {
  await open(educatorAnswers({ getToday: oneClass }));
  expect((await ways()).filter((name) => name.includes('Whom to invite next'))).toHaveLength(1);
});

test('a coordinator without a class finds what waits at the school, and the way there', async () => {
  await open(coordinates());
  await page.getByText('One thing is waiting for you.').waitFor();
  await page.getByRole('heading', { name: 'A visit was written down late' }).waitFor();
  expect(await page.getByText('You have no class yet').count()).toBe(0);
  await page.getByRole('link', { name: 'Look and decide' }).click();
  await page.getByRole('heading', { level: 1, name: school.name }).waitFor();
});

test('with nothing to decide the way to the school is still there', async () => {
  await open(coordinates({ getSchoolBoard: () => newBoard }));
  expect(await page.getByText('You have no class yet').count()).toBe(0);
  await page.locator('main').getByRole('link', { name: school.name }).click();
  await page.waitForURL(new RegExp(`/school-board/${school.schoolId}$`));
  expect(new URL(page.url()).pathname).toBe(`/school-board/${school.schoolId}`);
});

test('an educator who coordinates nothing is not asked about a school, and hears that no class is there', async () => {
  server.requests.length = 0;
  await open(educatorAnswers({ getToday: () => emptyToday }));
  await page.getByText('You have no class yet').waitFor();
  expect(server.requests.filter(({ id }) => id === 'getSchoolBoard')).toEqual([]);
});

test('a coordinator’s Today speaks Spanish', async () => {
  await open(coordinates({ getMe: () => me(coordinator, { language: 'es' }) }));
  await settledIn(page, 'es');
  expect(await amber()).toEqual(['Ver y decidir']);
  expect(await violations(page)).toEqual([]);
  expect(await overflowAt(page, 320)).toBe(0);
});
