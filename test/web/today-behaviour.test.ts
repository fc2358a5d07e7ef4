import { afterEach, expect, test } from 'vitest';
import type { DistrictRole } from '#shared/domain/access/roles.ts';
import { type Answers, refuse } from './support/mock-answers.ts';
import { looksRight } from './support/page-checks.ts';
import { educatorAnswers, emptyToday, fullToday } from './support/sample-educator.ts';
import { longName } from './support/sample-office.ts';
import { maria, me, sampleDistrictId, sampleId, school } from './support/sample-people.ts';
import { board, newBoard } from './support/sample-school.ts';
import { lineOf, proposal, team } from './support/sample-visits.ts';
import { signedIn } from './support/signed-in.ts';

const person = signedIn({
  persona: { district: sampleDistrictId, roles: ['educator', 'coordinator'] },
  answers: educatorAnswers,
  once: true,
});
// What was put off rests for two weeks, on this very phone.
afterEach(() =>
  person.page.evaluate((key) => localStorage.removeItem(key), `porchlight.part.${maria.personId}`),
);

const coordinator: DistrictRole[] = ['coordinator'];
const [firstClass] = fullToday.classes;
const oneClass = () => ({ ...emptyToday, classes: firstClass === undefined ? [] : [firstClass] });
const someday = '2026-08-01T15:00:00.000Z';
const asked = () => me(['educator'], { participation: null });
const saidNo = () => me(['educator'], { participation: { answer: 'no', since: someday } });
const coordinates = (changes: Answers = {}): Answers =>
  educatorAnswers({
    getMe: () => me(coordinator),
    getToday: () => emptyToday,
    getSchoolBoard: () => board,
    ...changes,
  });
const broken = () => {
  throw refuse('NOT_POSSIBLE', 'No school year holds that day.', 'year.none');
};
const other = { schoolId: sampleId('sch', 2), name: `${longName} Elementary`, rosterId: 'J-02' };
const twoSchools = coordinates({ getMe: () => me(coordinator, { schools: [school, other] }) });

async function open(answers: Answers): Promise<void> {
  const page = await person.open('/today', answers);
  await page.waitForLoadState('networkidle');
}

/** The amber buttons and the ways on, by their names. */
const amber = () => person.page.locator('main .pl-button-primary').allTextContents();
const ways = () => person.page.locator('main a').allTextContents();

const states: [name: string, answers: Answers, amber: string[]][] = [
  ['one quiet class', educatorAnswers({ getToday: oneClass }), ['Whom to invite next']],
  [
    'the question whether one takes part, on a quiet day',
    educatorAnswers({ getMe: asked, getToday: oneClass }),
    ['Yes, I would like to'],
  ],
  [
    'the question beside work',
    educatorAnswers({ getMe: asked, getToday: () => fullToday }),
    ['Log this visit'],
  ],
  ['a quiet day of somebody who takes no part', educatorAnswers({ getMe: saidNo, getToday: oneClass }), []],
  ['a coordinator with late entries to decide', coordinates(), ['Look and decide']],
  [
    'a coordinator with late entries and own work',
    coordinates({ getToday: () => fullToday }),
    ['Log this visit'],
  ],
  [
    'a coordinator who has not said whether to take part',
    coordinates({ getMe: () => me(coordinator, { participation: null }) }),
    ['Yes, I would like to'],
  ],
  ['a coordinator with nothing to do', coordinates({ getSchoolBoard: () => newBoard }), []],
  ['a coordinator whose school has no year', coordinates({ getSchoolBoard: broken }), []],
  ['a coordinator of two schools', twoSchools, ['Look and decide']],
];

test.each(states)('Today has at most one amber button: %s', async (_, answers, expected) => {
  await open(answers);
  expect(await amber()).toEqual(expected);
  await looksRight(person.page);
});

/** Noor said no, and the family asked for another time: the plan wants mending. */
const gap = lineOf(proposal({ team: team('no'), otherTimeAskedAt: '2026-11-20T15:00:00Z' }));
test.each<[DistrictRole, string[]]>([
  ['educator', ['Find another time']],
  ['interpreter', []],
])('a plan that wants mending is mended by whoever may plan: %s', async (role, expected) => {
  const getToday = () => ({ ...emptyToday, waiting: [gap] });
  await open(educatorAnswers({ getMe: () => me([role]), getToday }));
  expect(await amber()).toEqual(expected);
  await person.page.getByText('The family would like another time').first().waitFor();
});

test('whom to invite next stands on a quiet Today once', async () => {
  await open(educatorAnswers({ getToday: oneClass }));
  expect((await ways()).filter((name) => name.includes('Whom to invite next'))).toHaveLength(1);
});

test('a coordinator without a class finds what waits at the school, and the way there', async () => {
  await open(coordinates());
  await person.page.getByText('One thing is waiting for you.').waitFor();
  await person.page.getByRole('heading', { name: 'A visit was written down late' }).waitFor();
  expect(await person.page.getByText('You have no class yet').count()).toBe(0);
  await person.page.getByRole('link', { name: 'Look and decide' }).click();
  await person.page.getByRole('heading', { level: 1, name: school.name }).waitFor();
});

test('with nothing to decide the way to the school is still there', async () => {
  await open(coordinates({ getSchoolBoard: () => newBoard }));
  expect(await person.page.getByText('You have no class yet').count()).toBe(0);
  await person.page.locator('main').getByRole('link', { name: school.name }).click();
  await person.page.waitForURL(new RegExp(`/school-board/${school.schoolId}$`));
  expect(new URL(person.page.url()).pathname).toBe(`/school-board/${school.schoolId}`);
});

test('an educator who coordinates nothing is not asked about a school, and hears that no class is there', async () => {
  await open(educatorAnswers({ getToday: () => emptyToday }));
  await person.page.getByText('You have no class yet').waitFor();
  expect(person.requests('getSchoolBoard')).toEqual([]);
});

test('a coordinator’s Today speaks Spanish', async () => {
  await person.openInSpanish('/today', coordinates());
  await expect.poll(amber).toEqual(['Ver y decidir']);
});
