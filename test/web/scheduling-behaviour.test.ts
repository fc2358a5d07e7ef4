import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import type { RouteId } from '#shared/contract/contract.ts';
import { settledIn } from './support/browser.ts';
import { type Answers, refuse } from './support/mock-answers.ts';
import { looksRight } from './support/page-checks.ts';
import { family, familyId, studentId } from './support/sample-class.ts';
import { educatorAnswers, visitId } from './support/sample-educator.ts';
import { longName } from './support/sample-office.ts';
import { lena, maria, me, noor, school } from './support/sample-people.ts';
import { amina } from './support/sample-times.ts';
import { askedByNoor, proposal, visitAnswers, wishes } from './support/sample-visits.ts';
import { signedIn } from './support/signed-in.ts';

const answers = (changes: Answers = {}) =>
  educatorAnswers({ ...visitAnswers, getFamily: () => family('accepted'), ...changes });

const person = signedIn({ answers });
const { open, requests, sent } = person;

const asked = (id: RouteId) => requests(id).map(({ query }) => query);
const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click();
const said = (page: Page, words: RegExp) => page.getByRole('status').filter({ hasText: words }).waitFor();
const schedulePath = `/families/${familyId}/schedule`;

test('a visit planned with a colleague and an interpreter is sent once, with the time that was chosen', async () => {
  const page = await open(schedulePath);
  await page.getByRole('checkbox', { name: 'Tomás' }).uncheck();
  await page.getByLabel('Who comes with you?').selectOption(noor.personId);
  await page.getByLabel('Does somebody interpret?').selectOption(amina.personId);
  await page.getByLabel('Day').fill('2026-12-04');
  await page.getByLabel('Time', { exact: true }).fill('17:15');
  await page.getByRole('radio', { name: /library/ }).check();
  await page.getByLabel('Which place?').fill('East Library');
  await press(page, 'Ask everybody');
  await page.waitForURL(/\/visits\//);
  expect(sent('proposeVisit')).toEqual([
    {
      familyId,
      studentIds: [studentId],
      date: '2026-12-04',
      time: '17:15',
      minutes: 40,
      type: 'neutral',
      place: 'East Library',
      partnerIds: [noor.personId],
      interpreterId: amina.personId,
    },
  ]);
  await said(page, /asked by mail/);
  // Loaded again, the page no longer says so: it may be scheduled meanwhile.
  await page.reload();
  await page.getByRole('heading', { name: 'Team' }).waitFor();
  expect(await page.getByText(/asked by mail/).count()).toBe(0);
});

test('colleagues are those of the own school, also when a sister at another one is named first', async () => {
  const data = family('accepted');
  const students = data.students.map((one, index) =>
    index === 0 ? { ...one, schoolId: 'sch_00000000000000000000000099' } : one,
  );
  person.server.answers = answers({ getFamily: () => ({ ...data, students }) });
  const page = await open(schedulePath);
  await page.getByLabel('Who comes with you?').selectOption(noor.personId);
  expect(requests('listColleagues').map(({ params }) => params['schoolId'])).toEqual([school.schoolId]);
});

test('a time that suits everybody is looked for with the team, and one press fills in day and time', async () => {
  const page = await open(schedulePath);
  await page.getByLabel('Who comes with you?').selectOption(noor.personId);
  await expect.poll(() => asked('getCommonTimes').at(-1)).toEqual({ with: noor.personId, minutes: '40' });
  await page.getByRole('radio', { name: 'Thu, Dec 3, 4:30 PM' }).check();
  expect(await page.getByLabel('Day').inputValue()).toBe('2026-12-03');
  expect(await page.getByLabel('Time', { exact: true }).inputValue()).toBe('16:30');
  await page.getByLabel('Time', { exact: true }).fill('16:45');
  expect(await page.getByRole('radio', { name: 'Thu, Dec 3, 4:30 PM' }).isChecked()).toBe(false);
});

test('what the family wished for is filled in, and its language is looked for among the interpreters', async () => {
  const data = family('accepted');
  person.server.answers = answers({
    getFamily: () => ({ ...data, invitation: { ...data.invitation, wishes } }),
  });
  const page = await open(schedulePath);
  await page.getByText('Tuesday, 4:00 PM to 6:30 PM').waitFor();
  expect(await page.getByLabel('Which place?').inputValue()).toBe(wishes.place);
  const interpreters = page.getByLabel('Does somebody interpret?').locator('option');
  expect(await interpreters.allTextContents()).toEqual([
    'Nobody',
    'Jorge Ibarra · Spanish',
    'Amina Warsame-Abdirahman · Somali and Arabic',
  ]);
});

test('an unfinished plan is not sent; the first field to mend takes the focus', async () => {
  const page = await open(schedulePath);
  await page.getByRole('checkbox', { name: 'Ana' }).uncheck();
  await page.getByRole('checkbox', { name: 'Tomás' }).uncheck();
  await press(page, 'Ask everybody');
  expect(await page.locator(':focus').getAttribute('type')).toBe('checkbox');
  expect(sent('proposeVisit')).toEqual([]);
});

test('each colleague is named with the certificate of the visit’s day; whoever takes no part cannot be chosen', async () => {
  const page = await open(schedulePath);
  await page.getByLabel('Who comes with you?').waitFor();
  const options = page.getByLabel('Who comes with you?').locator('option');
  const labels = await options.allTextContents();
  expect([...labels].sort()).toEqual([
    'Choose a colleague',
    'Lena Fischer · not taking part for now',
    'Noor Haddad · Certified until Aug 20, 2029',
  ]);
  expect(await options.filter({ hasText: lena.name }).isDisabled()).toBe(true);
  await page.getByLabel('Day').fill('2029-09-01');
  await expect
    .poll(() => options.filter({ hasText: noor.name }).textContent())
    .toBe('Noor Haddad · Certificate ended on Aug 20, 2029');
});

test('whoever did not arrange a visit moves it, and leaves the team as it is', async () => {
  person.server.answers = answers({ getVisit: () => proposal({ team: askedByNoor }) });
  const page = await open(`/visits/${visitId}/change`);
  await page.getByText('The team stays as it is').waitFor();
  expect(await page.getByLabel('Who comes with you?').count()).toBe(0);
  await page.getByLabel('Time', { exact: true }).fill('17:30');
  await press(page, 'Save the new plan');
  await expect
    .poll(() => sent('changeVisit'))
    .toEqual([expect.objectContaining({ time: '17:30', partnerIds: [maria.personId], interpreterId: null })]);
});

test.each(['en', 'es'] as const)(
  'a conflict says who is busy (%s), and the plan is still there',
  async (language) => {
    person.server.answers = answers({
      changeVisit: () => {
        throw refuse('NOT_POSSIBLE', 'Not then.', 'visit.person_busy', [noor.name, longName]);
      },
      getVisit: () => proposal(),
      getMe: () => me(['educator'], { language }),
    });
    const page = await open(`/visits/${visitId}/change`);
    await settledIn(page, language);
    const time = page.locator('input[type=time]');
    await time.fill('17:30');
    await press(page, language === 'en' ? 'Save the new plan' : 'Guardar el nuevo plan');
    const sentence =
      language === 'en'
        ? `another visit for ${noor.name} and ${longName}.`
        : `otra visita para ${noor.name} y ${longName}.`;
    await page.getByRole('alert').filter({ hasText: sentence }).waitFor();
    expect(await time.inputValue()).toBe('17:30');
    await looksRight(page);
  },
);

test('how long is usual is said of a first visit only', async () => {
  const usual = 'Most first visits take 30 to 40 minutes.';
  const page = await open(schedulePath);
  await page.getByText(usual).waitFor();
  const { students, ...rest } = family('accepted');
  const second = { ...rest, students: students.map((one) => ({ ...one, nextVisit: 2 })) };
  for (const [language, words] of [
    ['en', 'As long as suits the family and you.'],
    ['es', 'Lo que le venga bien a la familia y a usted.'],
  ] as const) {
    person.server.answers = answers({ getFamily: () => second, getMe: () => me(['educator'], { language }) });
    await page.reload();
    await settledIn(page, language);
    await page.getByText(words).waitFor();
    expect(await page.getByText(usual).count()).toBe(0);
    await looksRight(page);
  }
  person.server.answers = answers({
    getVisit: () => proposal({ students: [{ studentId, givenName: 'Ana', number: 2 }] }),
  });
  await page.goto(`${person.server.url}/visits/${visitId}/change`);
  await page.getByText('As long as suits the family and you.').waitFor();
});
