import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchBrowser, newVisitor, openSignedIn, settled, settledIn } from './support/browser.ts';
import { builtWeb } from './support/built-web.ts';
import { type Answers, refuse } from './support/mock-answers.ts';
import { type MockServer, startMockServer } from './support/mock-server.ts';
import { looksRight, overflowAt, violations } from './support/page-checks.ts';
import { classId, family, familyId, studentId } from './support/sample-class.ts';
import {
  completedVisit,
  educatorAnswers,
  emptyToday,
  fullToday,
  visit,
  visitId,
} from './support/sample-educator.ts';
import { me, sampleDistrictId } from './support/sample-people.ts';

let browser: Browser;
let server: MockServer;
let context: BrowserContext;
let page: Page;
const complaints: string[] = [];

beforeAll(async () => {
  server = await startMockServer({
    root: await builtWeb(),
    persona: { district: sampleDistrictId, roles: ['educator'] },
    answers: educatorAnswers(),
  });
  browser = await launchBrowser();
  context = await newVisitor(browser);
  page = await openSignedIn(context, server.url, '/today');
  page.on('console', (message) => {
    if (message.type() === 'error' && !message.text().includes('Failed to load resource')) {
      complaints.push(message.text());
    }
  });
  page.on('pageerror', (error) => complaints.push(error.message));
});
afterAll(async () => {
  await browser.close();
  await server.close();
});

const familyPath = `/families/${familyId}`;
const visitPath = `/visits/${visitId}`;
const reflectionPath = `${visitPath}/students/${studentId}/reflection`;
const notPossible = () => {
  throw refuse('NOT_POSSIBLE', 'This family has not said yes yet.', 'not_accepted');
};
const broken = () => {
  throw refuse('INTERNAL', 'Something went wrong on our side.', 'internal');
};

/** Page, what the server answers, and what the person does there before the page is looked at. */
const states: [name: string, path: string, answers?: Answers, act?: () => Promise<void>][] = [
  ['today', '/today'],
  ['today with a reflection first', '/today', { getToday: () => ({ ...fullToday, toLog: [] }) }],
  [
    'today with pay first',
    '/today',
    { getToday: () => ({ ...emptyToday, claimsOpen: fullToday.claimsOpen }) },
  ],
  ['a quiet today', '/today', { getToday: () => ({ ...emptyToday, classes: fullToday.classes }) }],
  ['today with nothing on it', '/today', { getToday: () => emptyToday }],
  ['today when the server fails', '/today', { getToday: broken }],
  ['classes', '/classes'],
  ['classes without a class', '/classes', { getToday: () => emptyToday }],
  ['a class', `/classes/${classId}`],
  ['a class that is not there', '/classes/cls_0', { getClass: undefined }],
  ['a family not invited yet', familyPath],
  ['an invitation without an answer how', familyPath, {}, async () => press('.pl-button-primary')],
  ['a family that was invited', familyPath, { getFamily: () => family('invited') }],
  ['a family that said yes', familyPath, { getFamily: () => family('accepted') }],
  ['a family that said no', familyPath, { getFamily: () => family('declined') }],
  ['a family nobody may contact', familyPath, { getFamily: () => doNotContact() }],
  ['planning a visit', `${familyPath}/schedule`, { getFamily: () => family('accepted') }],
  [
    'planning a visit with nothing filled in',
    `${familyPath}/schedule`,
    { getFamily: () => family('accepted') },
    async () => press('.pl-button-primary'),
  ],
  ['a planned visit', visitPath],
  ['a visit that is done', visitPath, { getVisit: () => completedVisit() }],
  ['a visit that did not take place', visitPath, { getVisit: () => visit({ status: 'no_show' }) }],
  ['logging a visit', `${visitPath}/log`],
  [
    'logging refused',
    `${visitPath}/log`,
    { completeVisit: notPossible },
    async () => press('.pl-button-primary', '.pl-notice-bad'),
  ],
  ['cancelling a visit', `${visitPath}/cancel`],
  ['a reflection', reflectionPath],
  ['a reflection without words', reflectionPath, {}, async () => press('.pl-button-primary')],
  ['my pay', '/my-pay'],
  ['a claim just sent', '/my-pay', {}, async () => press('.pl-button-primary', '.pl-notice-good')],
  ['my pay without pay', '/my-pay', { listMyClaims: () => ({ items: [], cursor: null }) }],
  ['what is on this phone, with nothing waiting', '/waiting'],
  ['more', '/more'],
  ['an address that does not exist', '/nowhere'],
];

function doNotContact() {
  const data = family('accepted');
  return { ...data, family: { ...data.family, doNotContact: true } };
}

async function press(button: string, then?: string): Promise<void> {
  await page.locator(button).first().click();
  if (then !== undefined) await page.locator(then).first().waitFor();
}

test.each(states)(
  'axe finds nothing on %s, at day and at night, and it fits 320 px',
  async (_, path, answers, act) => {
    server.answers = educatorAnswers(answers);
    complaints.length = 0;
    await page.goto(`${server.url}${path}`);
    await settled(page);
    await act?.();
    await looksRight(page);
    // The pages are served without any leave for inline styles or scripts: a breach would be logged here.
    expect(complaints).toEqual([]);
  },
);

test('axe finds nothing on the pages outside the frame', async () => {
  const stranger = await newVisitor(browser, { language: 'es' });
  const welcome = await stranger.newPage();
  await welcome.goto(server.url);
  await settled(welcome);
  expect(await violations(welcome)).toEqual([]);
  server.persona = {};
  await welcome.locator('.pl-button-primary').click();
  await welcome.waitForURL(/\/more$/);
  await settled(welcome);
  expect(await welcome.locator('h1').textContent()).toBe('Su cuenta todavía no tiene distrito');
  expect(await violations(welcome)).toEqual([]);
  server.persona = { district: sampleDistrictId, roles: ['educator'] };
  await stranger.close();
});

test('every page of the educator speaks Spanish', async () => {
  server.answers = educatorAnswers({ getMe: () => me(['educator'], { language: 'es' }) });
  const paths = [
    '/today',
    '/classes',
    familyPath,
    visitPath,
    `${visitPath}/log`,
    reflectionPath,
    '/my-pay',
    '/more',
  ];
  const titles: (string | null)[] = [];
  for (const path of paths) {
    await page.goto(`${server.url}${path}`);
    await settled(page);
    await page.locator('html[lang=es]').waitFor();
    await settledIn(page, 'es');
    titles.push(await page.title());
    // Spanish is longer: it still fits the narrowest phone.
    expect(await overflowAt(page, 320)).toBe(0);
  }
  expect(titles).toEqual([
    expect.stringMatching(/^Buen[ao]s (días|tardes|noches), Maria · Porchlight$/),
    'Clases · Porchlight',
    'La familia Rivera · Porchlight',
    'Visita con Ana · Porchlight',
    'Anotar la visita · Porchlight',
    'Reflexión sobre Ana · Porchlight',
    'Mi pago · Porchlight',
    'Más · Porchlight',
  ]);
});
