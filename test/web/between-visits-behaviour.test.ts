import { expect, test } from 'vitest';
import type { RouteId } from '#shared/contract/contract.ts';
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
import { noor } from './support/sample-people.ts';
import { signedIn } from './support/signed-in.ts';

const person = signedIn({ answers: betweenVisits, once: true });
const { open } = person;
const sent = <Id extends RouteId>(id: Id) => person.sent(id).at(-1);

const familyPath = `/families/${familyId}`;
const hopesPath = `${familyPath}/students/${studentId}/hopes`;
const visitPath = `/visits/${visitId}`;
const reflectionPath = `${visitPath}/students/${studentId}/reflection`;
const lookBackPath = `${visitPath}/students/${studentId}/look-back`;
const withdrawn = hopes({ status: 'withdrawn', words: '', changedByFamilyAt: '2026-11-21T00:30:00Z' });

const press = (name: string | RegExp) =>
  person.page.getByRole('button', { name, exact: true }).first().click();

test('a reflection shows two prompts, and each of the other five is one tap away', async () => {
  await open(reflectionPath);
  expect(await person.page.getByRole('textbox').count()).toBe(3);
  await press('Hard moments');
  const added = person.page.getByLabel(/hard moment comes/);
  expect(await added.evaluate((field) => field === field.ownerDocument.activeElement)).toBe(true);
  await added.fill('Ask her what she needs first');
  await person.page.getByLabel(/one thing you will try/).fill('A quiet corner');
  await person.page.getByLabel('We wrote this together').check();
  await press('Save my reflection');
  await person.page.waitForURL(`**${visitPath}`);
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
  expect(await person.page.getByRole('textbox').count()).toBe(8);
  expect(await person.page.locator('form').textContent()).not.toMatch(
    /grade|behavio|attendance|absen|score/i,
  );
});

test('words that touch a protected area are noted, and can be saved all the same', async () => {
  await open(reflectionPath);
  await person.page.getByLabel(/one thing you will try/).fill('Their church picnic is a place to meet');
  await person.page.getByText('“church” may touch').waitFor();
  await press('Save my reflection');
  await person.page.waitForURL(`**${visitPath}`);
  expect(sent('writeReflection')?.words.apply).toContain('church');
});

test('what a colleague wrote with one is taken over with one tap', async () => {
  await open(reflectionPath, { getMyReflection: () => offered });
  await press('Take it over as mine');
  await person.page.waitForURL(`**${visitPath}`);
  expect(sent('takeOverReflection')).toEqual({ from: noor.personId, rev: 1 });
});

test('looking back shows what one wanted to try, and keeps how it went', async () => {
  await open(lookBackPath, { getMyReflection: () => written() });
  await person.page.getByText('bird of the week').waitFor();
  await person.page.getByLabel('It helped').check();
  await press('Keep this');
  await person.page.waitForURL(`**${visitPath}`);
  expect(sent('writeLookBack')).toEqual({ lookBack: { how: 'helped', text: '' }, rev: 4 });
});

test('a contact is written down in one line: the rest is chosen already', async () => {
  await open(familyPath);
  await press('Write down a contact');
  await person.page.getByLabel('In one line').fill('Ana read her first whole book');
  await press('Save');
  await person.page.getByText('Written down.').waitFor();
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
  expect(await person.page.getByRole('button', { name: 'Remove', exact: true }).count()).toBe(1);
});

test('hopes are saved for the family to read, and asked again of nobody who took them back', async () => {
  await open(hopesPath, { getHopes: () => familyHopes(null) });
  await person.page.getByLabel('The family hopes that').fill('Ana learns to swim');
  await press('Save for us and the family');
  await person.page.getByText('The family can read them.').waitFor();
  expect(sent('writeHopes')).toEqual({ words: 'Ana learns to swim', rev: 0 });
  await open(hopesPath, { getHopes: () => familyHopes(withdrawn) });
  expect(await person.page.getByRole('textbox').count()).toBe(0);
});

test('a second visit opens with the hopes of the first, before anything else of the plan', async () => {
  await open(visitPath, { getVisit: () => secondVisit() });
  const headings = await person.page.getByRole('heading', { level: 2 }).allTextContents();
  const opening = headings.indexOf('Hopes of the family');
  expect(opening).toBeGreaterThanOrEqual(0);
  expect(headings[opening + 1]).toBe('What the family would like to talk about');
  await person.page.getByText('keeps asking why').waitFor();
});

test('a first visit has no field for a subject', async () => {
  await open(visitPath);
  expect(await person.page.getByText('would like to talk about').count()).toBe(0);
  expect(await person.page.getByRole('textbox').count()).toBe(0);
});
