import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchBrowser, newVisitor, openSignedIn, settled } from './support/browser.ts';
import { builtWeb } from './support/built-web.ts';
import type { Answers, BodyOf } from './support/mock-answers.ts';
import { type MockServer, startMockServer } from './support/mock-server.ts';
import {
  betweenVisits,
  everyPrompt,
  familyHopes,
  hopes,
  offered,
  secondVisit,
  written,
} from './support/sample-between-visits.ts';
import { familyId, studentId } from './support/sample-class.ts';
import { visitId } from './support/sample-educator.ts';
import { noor, sampleDistrictId } from './support/sample-people.ts';

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

async function open(path: string, answers: Answers = {}): Promise<void> {
  server.answers = betweenVisits(answers);
  await page.goto(`${server.url}${path}`);
  await settled(page);
}
const press = (name: string | RegExp) => page.getByRole('button', { name, exact: true }).first().click();
const sent = <
  Id extends
    | 'addContact'
    | 'writeReflection'
    | 'takeOverReflection'
    | 'writeLookBack'
    | 'writeHopes'
    | 'setFamilyWants',
>(
  id: Id,
) => server.requests.findLast((request) => request.id === id)?.body as BodyOf<Id>;

test('a reflection shows two prompts, and each of the other five is one tap away', async () => {
  await open(reflectionPath);
  expect(await page.getByRole('textbox').count()).toBe(3);
  await press('Hard moments');
  const added = page.getByLabel(/hard moment comes/);
  expect(await added.evaluate((field) => field === field.ownerDocument.activeElement)).toBe(true);
  await added.fill('Ask her what she needs first');
  await page.getByLabel(/one thing you will try/).fill('A quiet corner');
  await page.getByLabel('We wrote this together').check();
  await press('Save my reflection');
  await page.waitForURL(`**${visitPath}`);
  expect(sent('writeReflection')).toEqual({
    words: {
      answers: [{ shift: 'hard_moments', text: 'Ask her what she needs first' }],
      apply: 'A quiet corner',
    },
    together: true,
    rev: 1,
  });
});

test('no prompt asks for grades, behavior or attendance (I11)', async () => {
  await open(reflectionPath, { getMyReflection: () => everyPrompt });
  expect(await page.getByRole('textbox').count()).toBe(8);
  expect(await page.locator('form').textContent()).not.toMatch(/grade|behavio|attendance|absen|score/i);
});

test('words that touch a protected area are noted, and can be saved all the same', async () => {
  await open(reflectionPath);
  await page.getByLabel(/one thing you will try/).fill('Their church picnic is a place to meet');
  await page.getByText('“church” may touch').waitFor();
  await press('Save my reflection');
  await page.waitForURL(`**${visitPath}`);
  expect(sent('writeReflection').words.apply).toContain('church');
});

test('what a colleague wrote with one is taken over with one tap', async () => {
  await open(reflectionPath, { getMyReflection: () => offered });
  await press('Take it over as mine');
  await page.waitForURL(`**${visitPath}`);
  expect(sent('takeOverReflection')).toEqual({ from: noor.personId, rev: 1 });
});

test('looking back shows what one wanted to try, and keeps how it went', async () => {
  await open(lookBackPath, { getMyReflection: () => written() });
  await page.getByText('bird of the week').waitFor();
  await page.getByLabel('It helped').check();
  await press('Keep this');
  await page.waitForURL(`**${visitPath}`);
  expect(sent('writeLookBack')).toEqual({ lookBack: { how: 'helped', text: '' }, rev: 4 });
});

test('a contact is written down in one line: the rest is chosen already', async () => {
  await open(familyPath);
  await press('Write down a contact');
  await page.getByLabel('In one line').fill('Ana read her first whole book');
  await press('Save');
  await page.getByText('Written down.').waitFor();
  expect(sent('addContact')).toEqual({
    with: 'Rosa Rivera',
    how: 'phone',
    direction: 'to_family',
    line: 'Ana read her first whole book',
    on: '2026-11-22',
    askedForVisit: false,
  });
});

test('only one’s own line of the log can be changed', async () => {
  await open(familyPath);
  expect(await page.getByRole('button', { name: 'Remove', exact: true }).count()).toBe(1);
});

test('hopes are saved for the family to read, and asked again of nobody who took them back', async () => {
  await open(hopesPath, { getHopes: () => familyHopes(null) });
  await page.getByLabel('The family hopes that').fill('Ana learns to swim');
  await press('Save for us and the family');
  await page.getByText('The family can read them.').waitFor();
  expect(sent('writeHopes')).toEqual({ words: 'Ana learns to swim', rev: 0 });
  await open(hopesPath, { getHopes: () => familyHopes(withdrawn) });
  expect(await page.getByRole('textbox').count()).toBe(0);
});

test('a second visit opens with the hopes of the first, before anything else of the plan', async () => {
  await open(visitPath, { getVisit: () => secondVisit() });
  const headings = await page.getByRole('heading', { level: 2 }).allTextContents();
  const opening = headings.indexOf('Hopes of the family');
  expect(opening).toBeGreaterThanOrEqual(0);
  expect(headings[opening + 1]).toBe('What the family would like to talk about');
  await page.getByText('keeps asking why').waitFor();
});

test('a first visit has no field for a subject', async () => {
  await open(visitPath);
  expect(await page.getByText('would like to talk about').count()).toBe(0);
  expect(await page.getByRole('textbox').count()).toBe(0);
});
