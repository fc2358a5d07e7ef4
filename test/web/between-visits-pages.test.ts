import { expect, test } from 'vitest';
import { type Answers, refuse } from './support/mock-answers.ts';
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
import { looksRightIn, signedIn } from './support/signed-in.ts';

const person = signedIn({ answers: betweenVisits, once: true });
const { openInSpanish } = person;

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

const press = (name: string | RegExp) =>
  person.page.getByRole('button', { name, exact: true }).first().click();

const states: [name: string, path: string, answers?: Answers, act?: () => Promise<void>][] = [
  ['a reflection with every prompt', reflectionPath, { getMyReflection: () => everyPrompt }],
  [
    'a reflection that touches a protected area',
    reflectionPath,
    {},
    () => person.page.getByLabel(/one thing you will try/).fill('They go to church and he was arrested'),
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

looksRightIn(person, states);

test('these pages speak Spanish, and still fit the narrowest phone', async () => {
  const titles: (string | null)[] = [];
  for (const path of [reflectionPath, `${reflectionPath}/versions`, lookBackPath, hopesPath, familyPath]) {
    const page = await openInSpanish(path, { getMyReflection: () => written() });
    titles.push(await page.title());
  }
  expect(titles).toEqual([
    'Reflexión sobre Ana · Porchlight',
    'Lo que escribí sobre Ana · Porchlight',
    'Una mirada atrás: Ana · Porchlight',
    'Esperanzas para Ana · Porchlight',
    'La familia Rivera · Porchlight',
  ]);
});
