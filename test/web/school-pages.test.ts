import { expect, test } from 'vitest';
import type { DistrictRole } from '#shared/domain/access/roles.ts';
import { refuse } from './support/mock-answers.ts';
import { visit } from './support/sample-educator.ts';
import { schools } from './support/sample-office.ts';
import { sampleDistrictId, school } from './support/sample-people.ts';
import { board, newBoard, schoolAnswers } from './support/sample-school.ts';
import { looksRightIn, type State, signedIn } from './support/signed-in.ts';

const roles: DistrictRole[] = ['educator', 'coordinator'];

const person = signedIn({
  persona: { district: sampleDistrictId, roles },
  answers: (changes) => schoolAnswers(roles, changes),
  once: true,
});
const { open, openInSpanish, sent } = person;

const boardPath = `/school-board/${school.schoolId}`;
const pairsPath = `${boardPath}/pairs`;
const broken = () => {
  throw refuse('INTERNAL', 'Something went wrong on our side.', 'internal');
};
const decidedAlready = () => {
  throw refuse('NOT_POSSIBLE', 'Somebody decided on this late entry already.', 'visit.not_waiting');
};

const unfold = (summary: string) => person.page.locator('summary', { hasText: summary }).click();
const press = (name: string) => person.page.getByRole('button', { name, exact: true }).first().click();

const states: State[] = [
  ['a school in the middle of its year', boardPath],
  ['a school on its first day', boardPath, { getSchoolBoard: () => newBoard }],
  ['a board that fails', boardPath, { getSchoolBoard: broken }],
  [
    'a late entry that somebody else decided',
    boardPath,
    { decideLateVisit: decidedAlready },
    async () => {
      await press('Yes, it took place: the visit with the family of Mei');
      await person.page.locator('.pl-card .pl-notice-bad').waitFor();
    },
  ],
  [
    'everything opened, and a goal that is none',
    boardPath,
    {},
    async () => {
      await unfold('How this is worked out');
      await unfold('Change our goal');
      await unfold('2 more people work here');
    },
  ],
  ['pairs', pairsPath],
  [
    'no pair on a Sunday',
    pairsPath,
    {},
    async () => void (await person.page.getByLabel('Day of the week').selectOption('7')),
  ],
  ['a choice of schools', '/school-board', { listSchools: () => ({ items: schools, cursor: null }) }],
  ['a coordinator without a school', '/school-board', { listSchools: () => ({ items: [], cursor: null }) }],
];

looksRightIn(person, states);

test('a school’s pages speak Spanish', async () => {
  const heads: string[] = [];
  for (const path of [boardPath, pairsPath]) {
    const page = await openInSpanish(path);
    heads.push((await page.locator('main h2').first().textContent()) ?? '');
  }
  expect(heads).toEqual(['Anotadas tarde', '2 parejas']);
});

test('one school opens at once, and a late entry is approved from there', async () => {
  let decided = false;
  await open('/school-board', {
    getSchoolBoard: () => ({ ...board, lateEntries: decided ? [] : board.lateEntries }),
    decideLateVisit: () => {
      decided = true;
      return visit({ status: 'completed' });
    },
  });
  await press('Yes, it took place: the visit with the family of Mei');
  await person.page
    .locator('.pl-notice-good', { hasText: 'The visit with the family of Mei counts now.' })
    .waitFor();
  expect(sent('decideLateVisit')).toEqual([{ decision: 'approved', rev: 1 }]);
  expect(await person.page.getByText('Written down late').count()).toBe(0);
});

test('a goal is set for the school, and nothing there names a person', async () => {
  await open(boardPath);
  await unfold('Change our goal');
  await person.page.getByLabel('Percent of our students').fill('50');
  await press('Save our goal');
  await expect.poll(() => sent('setSchoolGoal')).toEqual([{ percent: 50, rev: 2 }]);
});
