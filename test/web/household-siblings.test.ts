import { expect, test } from 'vitest';
import type { DistrictRole } from '#shared/domain/access/roles.ts';
import { settledIn } from './support/browser.ts';
import { type Answers, refuse } from './support/mock-answers.ts';
import { looksRight } from './support/page-checks.ts';
import { family, familyId } from './support/sample-class.ts';
import { educatorAnswers } from './support/sample-educator.ts';
import { students } from './support/sample-office.ts';
import { me, sampleId, school } from './support/sample-people.ts';
import { household, links } from './support/sample-queue.ts';
import { signedIn } from './support/signed-in.ts';

const path = `/families/${familyId}/household`;
const [own] = family('not_invited').students;
const neighbor = { ...school, schoolId: sampleId('sch', 7), name: 'Middle School of the Valley' };
const joined = () => ({ familyId });
const answers = (changes: Answers = {}): Answers =>
  educatorAnswers({
    getFamily: () => household(),
    listFamilyLinks: () => links,
    listSchools: () => ({ items: [school, neighbor], cursor: null }),
    listStudents: ({ params }) => ({
      items: params['schoolId'] === school.schoolId ? students : students.slice(1, 2),
      cursor: null,
    }),
    joinHouseholds: joined,
    ...changes,
  });
const reader = (role: DistrictRole, language: 'en' | 'es' = 'en'): Answers => ({
  getMe: () => me([role], { language }),
});
const person = signedIn({ answers, once: true });
const button = (name: string | RegExp) => person.page.getByRole('button', { name });

test('a coordinator says that another child lives here, and is told what that means', async () => {
  await person.open(path, reader('coordinator'));
  await person.page.getByRole('heading', { name: 'Brothers and sisters' }).waitFor();
  await looksRight(person.page);
  await person.page.getByRole('link', { name: 'Another child lives here' }).click();
  await person.page.getByRole('heading', { name: 'Who lives in this home too?' }).waitFor();
  await button(/^Lives here too: Luis/).waitFor();
  // Who is in this household already is not asked for.
  expect(await button(`Lives here too: ${own?.givenName} ${own?.familyName}`).count()).toBe(0);
  await looksRight(person.page);
  await button(/^Lives here too: Luis/).click();
  await person.page.getByText('Every adult of both households will then see all of the children').waitFor();
  await looksRight(person.page);
  await button('Yes, one household').click();
  await person.page.getByText('Luis Ortega is in this household now. Nothing was lost.').waitFor();
  expect(person.requests('joinHouseholds').map(({ params, body }) => [params, body])).toEqual([
    [{ studentId: own?.studentId }, { sibling: students[1]?.studentId }],
  ]);
});

test('a child of another school is found there', async () => {
  await person.open(`${path}/siblings`, reader('coordinator'));
  await button(/^Lives here too: Max/).waitFor();
  await person.page.getByLabel('School of the child').selectOption(neighbor.name);
  await button(/^Lives here too: Luis/).waitFor();
  expect(await button(/^Lives here too: Max/).count()).toBe(0);
});

test('what stands against it is said where it was asked', async () => {
  const declined = () => {
    throw refuse('NOT_POSSIBLE', 'One of the families declined.', 'merge.declined');
  };
  await person.open(`${path}/siblings`, { ...reader('coordinator'), joinHouseholds: declined });
  await button(/^Lives here too: Luis/).click();
  await button('Yes, one household').click();
  await person.page.getByText('Cancel that visit first').waitFor();
  await looksRight(person.page);
});

test('an educator is not asked', async () => {
  await person.open(path, reader('educator'));
  await person.page.getByRole('heading', { name: 'The home' }).waitFor();
  expect(await person.page.getByText('Brothers and sisters').count()).toBe(0);
});

test('it is said in Spanish, and fits the narrowest phone', async () => {
  await person.open(`${path}/siblings`, reader('coordinator', 'es'));
  await settledIn(person.page, 'es');
  await button(/^También vive aquí: Luis/).click();
  await person.page.getByText('Esto no se puede deshacer.').waitFor();
  await looksRight(person.page);
  await person.page.screenshot({ path: new URL('../../.tmp/joining-es.png', import.meta.url).pathname });
});
