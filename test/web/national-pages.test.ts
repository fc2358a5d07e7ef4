import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { desktop, launchBrowser, newVisitor, openSignedIn, settled } from './support/browser.ts';
import { builtWeb } from './support/built-web.ts';
import { type Answers, type BodyOf, Refused, refuse } from './support/mock-answers.ts';
import { type MockServer, startMockServer } from './support/mock-server.ts';
import { looksRight } from './support/page-checks.ts';
import { districtLine, districts, nationalAnswers } from './support/sample-national.ts';

let browser: Browser;
let server: MockServer;
let context: BrowserContext;
let page: Page;

beforeAll(async () => {
  server = await startMockServer({
    root: await builtWeb(),
    persona: { national_roles: ['national_admin'] },
    answers: nationalAnswers(),
  });
  browser = await launchBrowser();
  context = await newVisitor(browser, { size: desktop });
  page = await openSignedIn(context, server.url, '/districts');
});
afterAll(async () => {
  await browser.close();
  await server.close();
});
beforeEach(() => {
  server.answers = nationalAnswers();
  server.requests.length = 0;
});

const preparing = districtLine(3, 'Seven Lakes', { status: 'preparing' });
const districtPath = `/districts/${preparing.districtId}`;
const sent = (id: string) => server.requests.filter((request) => request.id === id);
const press = (name: string) => page.getByRole('button', { name, exact: true }).click();

async function open(path: string, answers: Answers = {}): Promise<void> {
  server.answers = nationalAnswers('national_admin', answers);
  await page.goto(`${server.url}${path}`);
  await settled(page);
}

function fieldsRefused(...paths: string[]): () => never {
  return () => {
    const { problem } = refuse('BAD_REQUEST', 'Some fields need another look.', 'bad_request');
    throw new Refused({ ...problem, fields: paths.map((path) => ({ path, message: 'Too small' })) });
  };
}

const states: [name: string, path: string, answers?: Answers, act?: () => Promise<void>][] = [
  ['the districts', '/districts'],
  ['no districts', '/districts', { listDistricts: () => ({ items: [], cursor: null }) }],
  [
    'districts when the server fails',
    '/districts',
    {
      listDistricts: () => {
        throw refuse('INTERNAL', 'Something went wrong on our side.', 'internal');
      },
    },
  ],
  ['opening a district', '/districts/new'],
  [
    'opening a district with nothing filled in',
    '/districts/new',
    { createDistrict: fieldsRefused('name', 'state', 'timeZone', 'fund.name', 'policy.pay.cents') },
    async () => {
      await press('Open this district');
      await page.locator('.pl-notice-bad').waitFor();
    },
  ],
  ['a district', `/districts/${districts[0]?.districtId}`],
  ['a district being prepared', districtPath, { getDistrict: () => preparing }],
];

test.each(states)(
  'axe finds nothing on %s, at day and at night, and it fits 320 px',
  async (_, path, answers, act) => {
    await open(path, answers);
    await act?.();
    await looksRight(page);
  },
);

test('all districts together have the rate of all their students, not the mean of the rates', async () => {
  await open('/districts');
  const figure = page.locator('.pl-figures > div', { hasText: 'Two-visit rate' });
  // 121 + 4,210 of 290 + 9,876
  expect(await figure.locator('dd').allTextContents()).toEqual(['43%', '4,331 of 10,166 students']);
});

test('an analyst sees the counts and is not offered to open a district', async () => {
  await page.goto('about:blank');
  server.answers = nationalAnswers('national_analyst');
  await page.goto(`${server.url}/districts`);
  await settled(page);
  expect(await page.getByRole('link', { name: 'Open a district' }).count()).toBe(0);
  expect(await page.getByRole('link', { name: 'Prairie View Public Schools' }).count()).toBe(1);
});

test('a district is opened with a usual year, the zone of its state, and hours at a rate in cents', async () => {
  await open('/districts/new');
  await page.getByLabel('Name', { exact: true }).fill('Rio Verde Schools');
  await page.getByLabel('State').selectOption('AZ');
  await page.getByLabel('Name of the fund').fill('Title I');
  await page.getByLabel('Account code').fill('11-2190');
  await page.getByRole('radio', { name: 'A fixed number of hours at an hourly rate' }).check();
  await page.getByLabel('Dollars for each hour').fill('28.49');
  await page.getByRole('button', { name: 'Remove Nov 11,' }).click();
  await press('Open this district');
  await page.getByText('The district is open.').waitFor();
  const body = sent('createDistrict')[0]?.body as BodyOf<'createDistrict'>;
  expect(body).toMatchObject({
    name: 'Rio Verde Schools',
    state: 'AZ',
    timeZone: 'America/Phoenix',
    fund: { name: 'Title I', accountCode: '11-2190' },
    policy: {
      minTeam: 2,
      maxTeam: 3,
      pay: { kind: 'hours', hundredthsOfHour: 100, centsPerHour: 2_849, per: 'event' },
    },
  });
  expect(body.schoolYear.holidays.some((day) => day.endsWith('-11-11'))).toBe(false);
});

test('each field the server did not accept says what to mend, and the first takes the focus', async () => {
  await open('/districts/new', { createDistrict: fieldsRefused('name', 'schoolYear.secondVisitUntil') });
  await press('Open this district');
  await page.getByText('Write the name of the district.').waitFor();
  expect(await page.getByText('must lie between the first and the last day of school').count()).toBe(1);
  expect(await page.locator(':focus').getAttribute('aria-invalid')).toBe('true');
});

test('a district being prepared is asked about until it is ready, and the page then says so', async () => {
  let asked = 0;
  await open(districtPath, {
    getDistrict: () => {
      asked += 1;
      return asked < 3 ? preparing : { ...preparing, status: 'ready' };
    },
  });
  await page.getByText('Porchlight is preparing this district.').waitFor();
  await page.getByText('This district is ready.').waitFor();
  expect(asked).toBeGreaterThanOrEqual(3);
});

test('the first coordinator can be invited while the district is still being prepared', async () => {
  await open(districtPath, { getDistrict: () => preparing });
  await page.getByLabel('Name').fill('Pat Lindholm');
  await page.getByLabel('E-mail').fill('pat@sevenlakes.example');
  await press('Send the invitation');
  await page.getByText('goes to pat@sevenlakes.example as soon as the district is ready').waitFor();
  expect(sent('inviteDistrictAdmin').map(({ body }) => body)).toEqual([
    { name: 'Pat Lindholm', email: 'pat@sevenlakes.example' },
  ]);
});
