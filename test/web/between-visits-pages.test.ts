import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchBrowser, newVisitor, openSignedIn, settled, settledIn } from './support/browser.ts';
import { builtWeb } from './support/built-web.ts';
import { type Answers, refuse } from './support/mock-answers.ts';
import { type MockServer, startMockServer } from './support/mock-server.ts';
import { looksRight, overflowAt } from './support/page-checks.ts';
import {
  betweenVisits,
  everyPrompt,
  familyHopes,
  hopes,
  mine,
  offered,
  preparation,
  secondVisit,
  written,
} from './support/sample-between-visits.ts';
import { familyId, studentId } from './support/sample-class.ts';
import { emptyToday, visitId } from './support/sample-educator.ts';
import { me, sampleDistrictId } from './support/sample-people.ts';

let browser: Browser;
let server: MockServer;
let context: BrowserContext;
let page: Page;

beforeAll(async () => {
  server = await startMockServer({
    root: await builtWeb(),
    persona: { district: sampleDistrictId, roles: ['educator'] },
    answers: betweenVisits(),
  });
  browser = await launchBrowser();
  context = await newVisitor(browser);
  page = await openSignedIn(context, server.url, '/today');
});
afterAll(async () => {
  await browser.close();
  await server.close();
});

const familyPath = `/families/${familyId}`;
const hopesPath = `${familyPath}/students/${studentId}/hopes`;
const visitPath = `/visits/${visitId}`;
const reflectionPath = `${visitPath}/students/${studentId}/reflection`;
const lookBackPath = `${visitPath}/students/${studentId}/look-back`;
const withdrawn = hopes({ status: 'withdrawn', words: '', changedByFamilyAt: '2026-11-21T00:30:00Z' });
const byFamily = hopes({ changedByFamilyAt: '2026-11-21T00:30:00Z' });
const broken = () => {
  throw refuse('INTERNAL', 'Something went wrong on our side.', 'internal');
};

async function open(path: string, answers: Answers = {}): Promise<void> {
  server.answers = betweenVisits(answers);
  await page.goto(`${server.url}${path}`);
  await settled(page);
}
const press = (name: string | RegExp) => page.getByRole('button', { name, exact: true }).first().click();

const states: [name: string, path: string, answers?: Answers, act?: () => Promise<void>][] = [
  ['a reflection with every prompt', reflectionPath, { getMyReflection: () => everyPrompt }],
  [
    'a reflection that touches a protected area',
    reflectionPath,
    {},
    () => page.getByLabel(/one thing you will try/).fill('They go to church and he was arrested'),
  ],
  ['a reflection a colleague offers', reflectionPath, { getMyReflection: () => offered }],
  ['a reflection to be changed', reflectionPath, { getMyReflection: () => written() }],
  ['what was written before', `${reflectionPath}/versions`],
  [
    'what was written before, with nothing there',
    `${reflectionPath}/versions`,
    { listReflectionVersions: () => ({ items: [], cursor: null }) },
  ],
  ['looking back', lookBackPath, { getMyReflection: () => written() }],
  [
    'looking back without an answer',
    lookBackPath,
    { getMyReflection: () => written() },
    () => press('Keep this'),
  ],
  ['looking back before anything was written', lookBackPath, { getMyReflection: () => mine() }],
  [
    'today with something to look back on',
    '/today',
    { getToday: () => ({ ...emptyToday, lookBacks: [{ visitId, studentId, givenName: 'Ana' }] }) },
  ],
  ['a family between its visits', familyPath],
  ['a family whose contacts do not come', familyPath, { listContacts: broken, getHopes: broken }],
  ['a family without contacts', familyPath, { listContacts: () => ({ items: [], cursor: null }) }],
  ['writing down a contact', familyPath, {}, () => press('Write down a contact')],
  [
    'a contact with nothing filled in',
    familyPath,
    {},
    async () => {
      await press('Write down a contact');
      await press('Save');
    },
  ],
  ['changing a contact', familyPath, {}, () => press('Change')],
  ['removing a contact', familyPath, {}, () => press('Remove')],
  ['hopes to be written', hopesPath, { getHopes: () => familyHopes(null) }],
  [
    'hopes left empty',
    hopesPath,
    { getHopes: () => familyHopes(null) },
    () => press('Save for us and the family'),
  ],
  ['hopes the family wrote itself', hopesPath, { getHopes: () => familyHopes(byFamily) }],
  ['hopes the family took back', hopesPath, { getHopes: () => familyHopes(withdrawn) }],
  ['a first visit with its hopes', visitPath],
  ['a second visit and what it opens with', visitPath, { getVisit: () => secondVisit() }],
  [
    'asking what the family wants',
    visitPath,
    { getVisit: () => secondVisit(), getPreparation: () => preparation({ familyWants: null, rev: 0 }) },
    () => press('Write it down'),
  ],
  ['planning a second visit', `${familyPath}/schedule`],
];

test.each(states)(
  'axe finds nothing on %s, at day and at night, and it fits 320 px',
  async (_, path, answers, act) => {
    await open(path, answers);
    await act?.();
    await looksRight(page);
  },
);

test('these pages speak Spanish, and still fit the narrowest phone', async () => {
  const spanish = { getMe: () => me(['educator'], { language: 'es' as const }) };
  const titles: (string | null)[] = [];
  for (const path of [reflectionPath, `${reflectionPath}/versions`, lookBackPath, hopesPath, familyPath]) {
    await open(path, { ...spanish, getMyReflection: () => written() });
    await page.locator('html[lang=es]').waitFor();
    await settledIn(page, 'es');
    titles.push(await page.title());
    expect(await overflowAt(page, 320)).toBe(0);
  }
  expect(titles).toEqual([
    'Reflexión sobre Ana · Porchlight',
    'Lo que escribí sobre Ana · Porchlight',
    'Una mirada atrás: Ana · Porchlight',
    'Esperanzas para Ana · Porchlight',
    'La familia Rivera · Porchlight',
  ]);
});
