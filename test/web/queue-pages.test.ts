import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { launchBrowser, newVisitor, openSignedIn, settled, settledIn } from './support/browser.ts';
import { builtWeb } from './support/built-web.ts';
import { type Answers, refuse } from './support/mock-answers.ts';
import { type MockServer, startMockServer } from './support/mock-server.ts';
import { looksRight, overflowAt } from './support/page-checks.ts';
import { readSquare } from './support/read-square.ts';
import { classId, family, familyId } from './support/sample-class.ts';
import { educatorAnswers } from './support/sample-educator.ts';
import { me, sampleDistrictId, school } from './support/sample-people.ts';
import { classQueue, emptyQueue, household, letterSet, links, schoolQueue } from './support/sample-queue.ts';

let server: MockServer;
let browser: Browser;
let context: BrowserContext;
let page: Page;
const complaints: string[] = [];

const answers = (changes: Answers = {}): Answers =>
  educatorAnswers({
    getClassQueue: () => classQueue,
    getSchoolQueue: () => schoolQueue,
    getFamily: () => household(),
    makeClassLetters: () => letterSet,
    makeFamilyLetter: () => ({ ...letterSet, className: null, letters: letterSet.letters.slice(0, 1) }),
    changeFamily: () => ({ ...household().family, rev: 2 }),
    addGuardian: () => guardian,
    changeGuardian: () => guardian,
    removeGuardian: () => ({ done: true }),
    listFamilyLinks: () => links,
    revokeFamilyLinks: () => ({ items: links.items.map((link) => ({ ...link, holds: false })) }),
    ...changes,
  });
const [guardian] = household().guardians as [ReturnType<typeof household>['guardians'][number]];

beforeAll(async () => {
  server = await startMockServer({
    root: await builtWeb(),
    persona: { district: sampleDistrictId, roles: ['educator'] },
    answers: answers(),
  });
  browser = await launchBrowser();
  context = await newVisitor(browser);
  page = await openSignedIn(context, server.url, '/today');
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
beforeEach(() => {
  server.answers = answers();
  server.requests.length = 0;
});

const queuePath = `/classes/${classId}/queue`;
const lettersPath = `/classes/${classId}/letters`;
const letterPath = `/families/${familyId}/letter`;
const householdPath = `/families/${familyId}/household`;
const press = (name: string | RegExp, exact = false) =>
  page.getByRole('button', { name, exact }).first().click();
const sent = (id: string) => server.requests.filter((request) => request.id === id);
async function open(path: string): Promise<void> {
  await page.goto(`${server.url}${path}`);
  await settled(page);
}
async function makeLetters(): Promise<void> {
  await page.locator('main button.pl-button-primary').click();
  await page.locator('.pl-sheet').first().waitFor();
}
async function openPanel(how: string): Promise<void> {
  await press(/^Invite/);
  await page.locator(`input[value=${how}]`).check();
}
const broken = () => {
  throw refuse('INTERNAL', 'Something went wrong on our side.', 'internal');
};
const protectedFamily = () => ({ ...household(), family: { ...household().family, doNotContact: true } });

const states: [name: string, path: string, answers?: Answers, act?: () => Promise<void>][] = [
  ['the order of a class', queuePath],
  ['the order with a call open', queuePath, {}, () => openPanel('phone')],
  ['the order with a letter to print first', queuePath, {}, () => openPanel('letter')],
  ['the order with an e-mail to send', queuePath, {}, () => openPanel('email')],
  ['the order with everything opened', queuePath, {}, openAll],
  ['an order that has come to its end', queuePath, { getClassQueue: () => ({ ...classQueue, next: [] }) }],
  ['an order without a family', queuePath, { getClassQueue: () => emptyQueue }],
  ['an order that the server fails to give', queuePath, { getClassQueue: broken }],
  ['the order of a school', `/schools/${school.schoolId}/queue`],
  ['letters to choose', lettersPath],
  ['letters for nobody', lettersPath, {}, chooseNobody],
  ['letters that are ready', lettersPath, {}, makeLetters],
  ['no family to write to', lettersPath, { getClassQueue: () => emptyQueue }],
  ['a letter for one family', letterPath, {}, makeLetters],
  ['contacts and language', householdPath],
  ['a household without a link', householdPath, { listFamilyLinks: () => ({ items: [] }) }],
  ['changing a guardian', householdPath, {}, () => press('Change Rosa Rivera')],
  ['a guardian whose mail comes back', householdPath, { getFamily: () => household('bounce') }],
  [
    'correcting an address from which mail comes back',
    householdPath,
    { getFamily: () => household('bounce') },
    () => press('Change Rosa Rivera'),
  ],
  ['adding a guardian without a name', householdPath, {}, addNobody],
  ['a guardian only a coordinator may open', householdPath, {}, () => press(/^Change Francisco/)],
  ['leaving a family alone', householdPath, {}, () => press('Do not contact this family')],
  ['a family left alone', householdPath, { getFamily: protectedFamily }],
];

async function openAll(): Promise<void> {
  for (const summary of await page.locator('summary').all()) await summary.click();
}
async function chooseNobody(): Promise<void> {
  const chosen = page.locator('input[type=checkbox]:checked');
  while ((await chosen.count()) > 0) await chosen.first().uncheck();
  await page.locator('main button.pl-button-primary').click();
}
async function addNobody(): Promise<void> {
  await press('Add somebody');
  await page.locator('dialog button.pl-button-primary').click();
}

test.each(states)('axe finds nothing on %s, and it fits 320 px', async (_, path, changes, act) => {
  server.answers = answers(changes);
  complaints.length = 0;
  await open(path);
  await act?.();
  await looksRight(page);
  expect(await page.locator('.pl-button-primary').count()).toBeLessThanOrEqual(1);
  expect(complaints).toEqual([]);
});

test('the pages speak Spanish, and still fit the narrowest phone', async () => {
  server.answers = answers({ getMe: () => me(['educator'], { language: 'es' }) });
  const titles: (string | null)[] = [];
  for (const path of [queuePath, lettersPath, letterPath, householdPath]) {
    await open(path);
    await page.locator('html[lang=es]').waitFor();
    await settledIn(page, 'es');
    titles.push(await page.locator('h1').textContent());
    expect(await overflowAt(page, 320)).toBe(0);
  }
  expect(titles).toEqual([
    'A quién invitar ahora',
    'Cartas para imprimir',
    'Una carta para imprimir',
    'Contactos e idioma',
  ]);
  server.answers = answers();
  await open(queuePath);
  await page.locator('html[lang=en]').waitFor();
});

describe('inviting from the order', () => {
  test('by phone notes the call and the answer in one step, and says so where the card was', async () => {
    await open(queuePath);
    await openPanel('phone');
    await page.getByText('They said yes').click();
    await press('Save the invitation');
    await page.getByText('Saved: The Rivera family said yes.').waitFor();
    expect(sent('inviteFamily').map(({ params, body }) => [params['familyId'], body])).toEqual([
      [familyId, { how: 'phone', rev: 0, answer: 'accepted' }],
    ]);
    expect(await page.locator(':focus').textContent()).toContain('Saved');
  });

  test('shows what to say in the family’s language, and no way to reach whom nobody may reach', async () => {
    await open(queuePath);
    await openPanel('phone');
    await page.getByText('What you could say: In Spanish').click();
    await page.locator('div[lang=es]').getByText('Ustedes deciden.').waitFor();
    expect(await page.locator('a[href^="tel:"], a[href^="mailto:"]').count()).toBe(2);
    expect(await page.getByText('Nothing of the program may reach this person.').count()).toBe(1);
  });

  test('offers no sorting, no filter and no search', async () => {
    await open(queuePath);
    expect(await page.locator('main').locator('select, input, [role=combobox], [aria-sort]').count()).toBe(0);
  });
});

describe('letters', () => {
  test('are asked for once, for the families that nobody invited yet', async () => {
    await open(lettersPath);
    await makeLetters();
    const unasked = classQueue.next.filter(({ invitation }) => invitation === 'not_invited');
    expect(sent('makeClassLetters').map(({ body }) => body)).toEqual([
      { familyIds: unasked.map((one) => one.familyId) },
    ]);
  });

  test('are in each family’s language, in two where it has none, and each carries its own square', async () => {
    await open(lettersPath);
    await makeLetters();
    const sheets = page.locator('.pl-sheet');
    const languages = await Promise.all((await sheets.all()).map((sheet) => sheet.getAttribute('lang')));
    expect(languages).toEqual(['es', 'en', 'en', 'es']);
    await page.getByText('English', { exact: true }).click();
    expect(await sheets.count()).toBe(3);
    const squares = await page.locator('.pl-qr').all();
    expect(await Promise.all(squares.map(readSquare))).toEqual(
      letterSet.letters.map(({ path }) => `${server.url}${path}`),
    );
    expect(await sheets.nth(2).textContent()).toContain('give it back to us');
  });

  test.each([
    ['letter', 'Letter (8.5 × 11 in)', [612, 792]],
    ['A4', 'A4', [595, 842]],
  ] as const)('fill one sheet of %s each, with the longest names', async (_, label, size) => {
    await open(lettersPath);
    await makeLetters();
    await page.getByText(label, { exact: true }).click();
    const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1');
    const pages = [...pdf.matchAll(/\/MediaBox \[([^\]]+)\]/g)].map(([, box = '']) =>
      box
        .split(' ')
        .slice(2)
        .map((side) => Math.round(Number(side))),
    );
    expect(pages).toEqual([size, size, size, size]);
  });

  test('become invitations once they are on their way, each family once', async () => {
    await open(lettersPath);
    await makeLetters();
    await press(/^They are on their way/);
    await page.getByText('Saved: 3 families are invited by letter.').waitFor();
    expect(sent('inviteFamily').map(({ body }) => body)).toEqual(
      letterSet.letters.map(() => ({ how: 'letter', rev: 0 })),
    );
    expect(await page.getByRole('button', { name: /^They are on their way/ }).count()).toBe(0);
  });
});

describe('a household', () => {
  test('sends only what was touched of a guardian, so that the rest follows the roster', async () => {
    await open(householdPath);
    await press('Change Rosa Rivera');
    await page.getByLabel('Phone').fill('303 555 0199');
    await press('Save', true);
    await page.getByText('Saved.').waitFor();
    expect(sent('changeGuardian').map(({ body }) => body)).toEqual([{ rev: 1, phone: '303 555 0199' }]);
  });

  test('says beside a guardian that mail comes back, and what to do where it is corrected', async () => {
    server.answers = answers({ getFamily: () => household('bounce') });
    await open(householdPath);
    await page.getByText('Mail to this address comes back').waitFor();
    await press('Change Rosa Rivera');
    const email = page.getByLabel('E-mail', { exact: false }).first();
    await page.getByText('Write the right address.').waitFor();
    await email.fill('rosa.new@example.org');
    await press('Save', true);
    await page.getByText('Saved.').waitFor();
    expect(sent('changeGuardian').map(({ body }) => body)).toEqual([
      { rev: 1, email: 'rosa.new@example.org' },
    ]);
  });

  test('takes a guardian out after a second press', async () => {
    await open(householdPath);
    await press('Change Rosa Rivera');
    await page.locator('dialog summary').click();
    await press('Yes, take Rosa Rivera out');
    await page.getByText('Taken out.').waitFor();
    expect(sent('removeGuardian').map(({ body }) => body)).toEqual([{ rev: 1 }]);
  });

  test('is left alone after a second press, and an educator cannot take that back', async () => {
    await open(householdPath);
    await press('Do not contact this family');
    expect(sent('changeFamily')).toEqual([]);
    server.answers = answers({ getFamily: protectedFamily });
    await press(/^Yes, leave them alone/);
    await page.getByText('Only your coordinator can change this.').first().waitFor();
    expect(sent('changeFamily').map(({ body }) => body)).toEqual([{ rev: 1, doNotContact: true }]);
    expect(await page.getByRole('button', { name: 'They may be contacted again' }).count()).toBe(0);
  });

  test('ends the links of a lost letter after a second press', async () => {
    await open(householdPath);
    await press('A letter was lost: end all links');
    expect(sent('revokeFamilyLinks')).toEqual([]);
    await press('Yes, end all links of this family');
    await page.getByText('All links are ended.').waitFor();
    expect(sent('revokeFamilyLinks').map(({ params }) => params['familyId'])).toEqual([familyId]);
  });

  test('keeps a home language, also one that the list did not have', async () => {
    server.answers = answers({
      getFamily: () => ({ ...family('not_invited'), family: { ...household().family, language: 'quc' } }),
    });
    await open(householdPath);
    expect(await page.getByLabel('Language at home').inputValue()).toBe('quc');
    await page.getByLabel('Language at home').selectOption('so');
    await press('Save the language');
    await page.getByText('Saved.').waitFor();
    expect(sent('changeFamily').map(({ body }) => body)).toEqual([{ rev: 1, language: 'so' }]);
  });
});
