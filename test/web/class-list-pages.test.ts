import { describe, expect, test } from 'vitest';
import type { DistrictRole } from '#shared/domain/access/roles.ts';
import { type Answers, type BodyOf, refuse } from './support/mock-answers.ts';
import { known, listAnswers, listId, noLists, openStudentId } from './support/sample-lists.ts';
import { sampleDistrictId, school } from './support/sample-people.ts';
import { looksRightIn, type State, signedIn } from './support/signed-in.ts';

const coordinator: DistrictRole = 'coordinator';
const admin: DistrictRole = 'district_admin';
const person = signedIn({
  persona: { district: sampleDistrictId, roles: [coordinator] },
  answers: (changes) => listAnswers([coordinator], changes),
  once: true,
});
const { open, openInSpanish, requests, sent } = person;
const lists = (role: DistrictRole, changes: Answers = {}) => listAnswers([role], changes);

const listsPath = `/class-lists/schools/${school.schoolId}`;
const listPath = `/class-lists/${listId}`;
const openPath = `${listsPath}/open/${openStudentId}`;
const broken = () => {
  throw refuse('INTERNAL', 'Something went wrong on our side.', 'internal');
};
const bothVisited = () => {
  throw refuse('NOT_POSSIBLE', 'Both were visited.', 'merge.both_visited');
};
const press = (name: string) => person.page.getByRole('button', { name, exact: true }).first().click();

const pasted = [
  'First name\tLast name\tParent\tPhone\tEmail\tHome language\tReading level',
  'Ana\tRivera\tRosa Rivera\t555-201-3344\trosa@home.example\tSpanish\tB',
  'Mei\tTran\t\t\t\t\tC',
  'Omar\t\t\t\t\t\tA',
  'Sofía\tIbarra\tLuz Ibarra\tcall me\tluz(at)home\tKlingon\tA',
].join('\n');
async function paste(text = pasted): Promise<void> {
  await person.page.getByLabel('Rows from a spreadsheet or a CSV file').fill(text);
  await press('Read the rows');
  await person.page.locator('.pl-status .pl-notice').first().waitFor();
}

const states: State[] = [
  ['the choice of a school', '/class-lists', lists(admin)],
  [
    'a district without a school',
    '/class-lists',
    lists(admin, { listSchools: () => ({ items: [], cursor: null }) }),
  ],
  ['the class lists of a school', listsPath],
  ['a school without class lists', listsPath, { getClassLists: () => noLists }],
  ['class lists that fail', listsPath, { getClassLists: broken }],
  ['a new class list', `${listsPath}/new`],
  [
    'a new class list while no school year is open',
    `${listsPath}/new`,
    { getClassLists: () => ({ ...noLists, years: [] }) },
  ],
  ['a new class list without a name', `${listsPath}/new`, {}, () => press('Go on to the students')],
  ['a class list', listPath],
  ['rows that were read, some of them in part', listPath, {}, () => paste()],
  [
    'one student with faults',
    listPath,
    {},
    async () => {
      await person.page.locator('summary', { hasText: 'Write one student' }).click();
      await person.page.getByLabel('Phone').fill('12');
      await press('Add to the rows below');
    },
  ],
  ['taking a student off', listPath, {}, () => press('Take off: Ana Rivera')],
  ['a student whom the roster did not find', openPath],
  [
    'a merge that is refused',
    openPath,
    { mergeStudent: bothVisited },
    async () => {
      await press('The same child: Ana Rivera');
      await press('Yes, one child');
      await person.page.locator('dialog .pl-notice-bad').waitFor();
    },
  ],
  ['a student who is settled already', openPath, { getClassLists: () => noLists }],
  ['adding a school', '/schools', lists(admin), () => press('Add a school')],
];

looksRightIn(person, states);

test('class lists speak Spanish', async () => {
  const titles: string[] = [];
  for (const path of [listsPath, `${listsPath}/new`, listPath, openPath]) {
    const page = await openInSpanish(path);
    titles.push((await page.locator('h1').textContent()) ?? '');
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
    await open(listPath);
    await paste();
    expect(await person.page.getByLabel('Rows from a spreadsheet or a CSV file').inputValue()).toBe(
      [pasted.split('\n')[0], pasted.split('\n')[3], pasted.split('\n')[4]].join('\n'),
    );
    expect(await person.page.getByText('2 rows are ready below.').count()).toBe(1);
    expect(await person.page.getByText('This language is not known here.').count()).toBe(1);
    expect(
      await person.page.getByText('Not taken, for a class list never holds it: Reading level.').count(),
    ).toBe(1);
    // Two children of the name are known: nobody guesses which.
    await press('Put 2 students on the list');
    await person.page.getByText('Say whether it is the same child.').waitFor();
    expect(sent('addExpectedStudents')).toEqual([]);
    await person.page.getByLabel('Who is Mei Tran?').selectOption('Another child of that name');
    await press('Put 2 students on the list');
    await person.page.getByText('2 students are on the list.').waitFor();
    expect(sent('addExpectedStudents')).toEqual([
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
    await open(listPath, {
      addExpectedStudents: () => {
        calls += 1;
        if (calls === 2) throw refuse('BUSY', 'Busy', 'busy');
        return { students: [] };
      },
    });
    await paste(Array.from({ length: 24 }, (_, n) => `Kid${n},Family${n}`).join('\n'));
    await press('Put 24 students on the list');
    await person.page.getByText('10 students were saved before this happened.').waitFor();
    await press('Put 14 students on the list');
    await person.page.getByText('14 students are on the list.').waitFor();
    const [, lost, again, last] = requests('addExpectedStudents');
    expect(again?.body).toEqual(lost?.body);
    expect(again?.idempotencyKey).toBe(lost?.idempotencyKey);
    expect(last?.body).toMatchObject({ students: Array(4).fill({}) });
  });

  test('that could not be looked up stay where they are', async () => {
    await open(listPath, { lookUpStudents: broken });
    await person.page.getByLabel('Rows from a spreadsheet or a CSV file').fill('Ana,Rivera');
    await press('Read the rows');
    await person.page.locator('[role=alert] .pl-notice-bad').waitFor();
    expect(await person.page.getByLabel('Rows from a spreadsheet or a CSV file').inputValue()).toBe(
      'Ana,Rivera',
    );
  });
});

test('a class is made with its educators, then leads to its students', async () => {
  await open(`${listsPath}/new`);
  await person.page.getByLabel('Name of the class').fill('Room 12');
  await person.page.getByRole('checkbox', { name: 'Maria Delgado' }).check();
  await press('Go on to the students');
  await person.page.getByRole('heading', { name: 'Grade 3, Room 12' }).waitFor();
  const [asked] = sent('addClassList');
  expect(asked).toMatchObject({ name: 'Room 12', year: '2026-27' });
  expect(asked?.educatorIds).toHaveLength(1);
});

test('two records become one only after it was said what that means', async () => {
  await open(openPath);
  await person.page.getByLabel('Find a name').fill('rivera');
  await press('The same child: Ana Rivera');
  expect(sent('mergeStudent')).toEqual([]);
  await press('Yes, one child');
  await person.page.getByText('Ana Rivera is one record now.').waitFor();
  expect(requests('mergeStudent').map(({ params, body }) => [params['studentId'], body])).toEqual([
    [openStudentId, { into: known.studentId }],
  ]);
});
