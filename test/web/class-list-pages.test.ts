import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { DistrictRole } from '#shared/domain/access/roles.ts';
import { desktop, launchBrowser, newVisitor, openSignedIn, settled, settledIn } from './support/browser.ts';
import { builtWeb } from './support/built-web.ts';
import { type Answers, type BodyOf, refuse } from './support/mock-answers.ts';
import { type MockServer, startMockServer } from './support/mock-server.ts';
import { looksRight, overflowAt, violations } from './support/page-checks.ts';
import { known, listAnswers, listId, noLists, openStudentId } from './support/sample-lists.ts';
import { sampleDistrictId, school } from './support/sample-people.ts';

let browser: Browser;
let server: MockServer;
let page: Page;
const complaints: string[] = [];

beforeAll(async () => {
  server = await startMockServer({
    root: await builtWeb(),
    persona: { district: sampleDistrictId, roles: ['coordinator'] },
    answers: listAnswers(['coordinator']),
  });
  browser = await launchBrowser();
  page = await openSignedIn(await newVisitor(browser, { size: desktop }), server.url, '/class-lists');
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

const listsPath = `/class-lists/schools/${school.schoolId}`;
const listPath = `/class-lists/${listId}`;
const openPath = `${listsPath}/open/${openStudentId}`;
const broken = () => {
  throw refuse('INTERNAL', 'Something went wrong on our side.', 'internal');
};
const bothVisited = () => {
  throw refuse('NOT_POSSIBLE', 'Both were visited.', 'merge.both_visited');
};
const press = (name: string) => page.getByRole('button', { name, exact: true }).first().click();
const sent = (id: string) => server.requests.filter((request) => request.id === id);

const pasted = [
  'First name\tLast name\tParent\tPhone\tEmail\tHome language\tReading level',
  'Ana\tRivera\tRosa Rivera\t555-201-3344\trosa@home.example\tSpanish\tB',
  'Mei\tTran\t\t\t\t\tC',
  'Omar\t\t\t\t\t\tA',
  'Sofía\tIbarra\tLuz Ibarra\tcall me\tluz(at)home\tKlingon\tA',
].join('\n');
async function paste(text = pasted): Promise<void> {
  await page.getByLabel('Rows from a spreadsheet or a CSV file').fill(text);
  await press('Read the rows');
  await page.locator('.pl-status .pl-notice').first().waitFor();
}

interface State {
  readonly answers?: Answers;
  readonly act?: () => Promise<void>;
}
const coordinator: DistrictRole = 'coordinator';
const admin: DistrictRole = 'district_admin';
const states: [name: string, role: DistrictRole, path: string, state?: State][] = [
  ['the choice of a school', admin, '/class-lists'],
  [
    'a district without a school',
    admin,
    '/class-lists',
    { answers: { listSchools: () => ({ items: [], cursor: null }) } },
  ],
  ['the class lists of a school', coordinator, listsPath],
  ['a school without class lists', coordinator, listsPath, { answers: { getClassLists: () => noLists } }],
  ['class lists that fail', coordinator, listsPath, { answers: { getClassLists: broken } }],
  ['a new class list', coordinator, `${listsPath}/new`],
  [
    'a new class list without a name',
    coordinator,
    `${listsPath}/new`,
    { act: () => press('Go on to the students') },
  ],
  ['a class list', coordinator, listPath],
  ['rows that were read, some of them in part', coordinator, listPath, { act: () => paste() }],
  [
    'one student with faults',
    coordinator,
    listPath,
    {
      act: async () => {
        await page.locator('summary', { hasText: 'Write one student' }).click();
        await page.getByLabel('Phone').fill('12');
        await press('Add to the rows below');
      },
    },
  ],
  ['taking a student off', coordinator, listPath, { act: () => press('Take off: Ana Rivera') }],
  ['a student whom the roster did not find', coordinator, openPath],
  [
    'a merge that is refused',
    coordinator,
    openPath,
    {
      answers: { mergeStudent: bothVisited },
      act: async () => {
        await press('The same child: Ana Rivera');
        await press('Yes, one child');
        await page.locator('dialog .pl-notice-bad').waitFor();
      },
    },
  ],
  ['a student who is settled already', coordinator, openPath, { answers: { getClassLists: () => noLists } }],
  ['adding a school', admin, '/schools', { act: () => press('Add a school') }],
];

async function show(role: DistrictRole, path: string, answers: Answers = {}): Promise<void> {
  server.answers = listAnswers([role], answers);
  server.requests.length = 0;
  complaints.length = 0;
  await page.goto(`${server.url}${path}`);
  await settled(page);
}

test.each(states)(
  'axe finds nothing on %s, at day and at night, and it fits 320 px',
  async (_, role, path, { answers, act } = {}) => {
    await show(role, path, answers);
    await act?.();
    await looksRight(page);
    expect(complaints).toEqual([]);
  },
);

test('class lists speak Spanish', async () => {
  const spoken = listAnswers([coordinator]);
  const titles: string[] = [];
  for (const path of [listsPath, `${listsPath}/new`, listPath, openPath]) {
    await show(coordinator, path, {
      getMe: async (request) => ({ ...(await spoken.getMe?.(request)), language: 'es' }) as never,
    });
    await settledIn(page, 'es');
    titles.push((await page.locator('h1').textContent()) ?? '');
    expect(await violations(page)).toEqual([]);
    expect(await overflowAt(page, 320)).toBe(0);
  }
  expect(titles).toEqual([
    'Listas de clase',
    'Una nueva lista de clase',
    'Grade 3, Room 12',
    '¿Quién es Annie Rivera?',
  ]);
});

describe('pasted rows', () => {
  test('are taken or stay in the field word for word, each with what to mend; no column of grades is taken', async () => {
    await show(coordinator, listPath);
    await paste();
    expect(await page.getByLabel('Rows from a spreadsheet or a CSV file').inputValue()).toBe(
      [pasted.split('\n')[0], pasted.split('\n')[3], pasted.split('\n')[4]].join('\n'),
    );
    expect(await page.getByText('2 rows are ready below.').count()).toBe(1);
    expect(await page.getByText('This language is not known here.').count()).toBe(1);
    expect(await page.getByText('Not taken, for a class list never holds it: Reading level.').count()).toBe(
      1,
    );
    // Two children of the name are known: nobody guesses which.
    await press('Put 2 students on the list');
    await page.getByText('Say whether it is the same child.').waitFor();
    expect(sent('addExpectedStudents')).toEqual([]);
    await page.getByLabel('Who is Mei Tran?').selectOption('Another child of that name');
    await press('Put 2 students on the list');
    await page.getByText('2 students are on the list.').waitFor();
    expect(sent('addExpectedStudents').map(({ body }) => body)).toEqual([
      {
        students: [
          {
            studentId: known.studentId,
            givenName: 'Ana',
            familyName: 'Rivera',
            guardian: { name: 'Rosa Rivera', phone: '555-201-3344', email: 'rosa@home.example' },
            language: 'es',
          },
          { studentId: null, givenName: 'Mei', familyName: 'Tran', guardian: null, language: null },
        ],
      },
    ] satisfies BodyOf<'addExpectedStudents'>[]);
  });

  test('go up in parts; when the connection goes in between, the others stay and are sent once', async () => {
    let calls = 0;
    await show(coordinator, listPath, {
      addExpectedStudents: () => {
        calls += 1;
        if (calls === 2) throw refuse('BUSY', 'Busy', 'busy');
        return { students: [] };
      },
    });
    await paste(Array.from({ length: 24 }, (_, n) => `Kid${n},Family${n}`).join('\n'));
    await press('Put 24 students on the list');
    await page.getByText('10 students were saved before this happened.').waitFor();
    await press('Put 14 students on the list');
    await page.getByText('14 students are on the list.').waitFor();
    const [, lost, again, last] = sent('addExpectedStudents');
    expect(again?.body).toEqual(lost?.body);
    expect(again?.idempotencyKey).toBe(lost?.idempotencyKey);
    expect(last?.body).toMatchObject({ students: Array(4).fill({}) });
  });

  test('that could not be looked up stay where they are', async () => {
    await show(coordinator, listPath, { lookUpStudents: broken });
    await page.getByLabel('Rows from a spreadsheet or a CSV file').fill('Ana,Rivera');
    await press('Read the rows');
    await page.locator('[role=alert] .pl-notice-bad').waitFor();
    expect(await page.getByLabel('Rows from a spreadsheet or a CSV file').inputValue()).toBe('Ana,Rivera');
  });
});

test('a class is made with its educators, then leads to its students', async () => {
  await show(coordinator, `${listsPath}/new`);
  await page.getByLabel('Name of the class').fill('Room 12');
  await page.getByRole('checkbox', { name: 'Maria Delgado' }).check();
  await press('Go on to the students');
  await page.getByRole('heading', { name: 'Grade 3, Room 12' }).waitFor();
  const [asked] = sent('addClassList').map(({ body }) => body as BodyOf<'addClassList'>);
  expect(asked).toMatchObject({ name: 'Room 12', year: '2026-27' });
  expect(asked?.educatorIds).toHaveLength(1);
});

test('two records become one only after it was said what that means', async () => {
  await show(coordinator, openPath);
  await page.getByLabel('Find a name').fill('rivera');
  await press('The same child: Ana Rivera');
  expect(sent('mergeStudent')).toEqual([]);
  await press('Yes, one child');
  await page.getByText('Ana Rivera is one record now.').waitFor();
  expect(sent('mergeStudent').map(({ params, body }) => [params['studentId'], body])).toEqual([
    [openStudentId, { into: known.studentId }],
  ]);
});
