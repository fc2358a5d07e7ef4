import { expect, test } from 'vitest';
import { type Answers, refuse } from './support/mock-answers.ts';
import { family, familyId } from './support/sample-class.ts';
import { educatorAnswers, emptyToday, fullToday, visit, visitId } from './support/sample-educator.ts';
import { me, noor } from './support/sample-people.ts';
import { noCommonTimes } from './support/sample-times.ts';
import {
  askedByNoor,
  lateEntry,
  lineOf,
  proposal,
  team,
  visitAnswers,
  wishes,
} from './support/sample-visits.ts';
import { looksRightIn, signedIn } from './support/signed-in.ts';

const person = signedIn({
  answers: (changes) => educatorAnswers({ ...visitAnswers, ...changes }),
  once: true,
});

const visitPath = `/visits/${visitId}`;
const schedulePath = `/families/${familyId}/schedule`;
const saidYes = () => family('accepted');
const withWishes = () => {
  const data = family('accepted');
  return { ...data, invitation: { ...data.invitation, wishes } };
};
const asked = proposal({ team: askedByNoor });
const toInterpret = proposal({
  team: askedByNoor.map((one) => (one.lead ? one : { ...one, as: 'interpreter' })),
});
const gap = proposal({ team: team('no') });
const passed = proposal({ startsAt: '2026-11-20T23:30:00Z', localDate: '2026-11-20' });
const moved = visit({
  startsAt: '2026-12-03T23:30:00Z',
  localDate: '2026-12-03',
  otherTimeAskedAt: '2026-11-21T18:00:00Z',
});
const noorIsBusy = () => {
  throw refuse('NOT_POSSIBLE', 'Not then.', 'visit.person_busy', [noor.name]);
};
const oneselfIsBusy = () => {
  throw refuse('NOT_POSSIBLE', 'Not then.', 'visit.you_busy');
};
const todayWith = (changes: Partial<typeof emptyToday>): Answers => ({
  getToday: () => ({ ...emptyToday, ...changes }),
});

/** Page, what the server answers, and what the person does there before the page is looked at. */
const states: [name: string, path: string, answers?: Answers, act?: () => Promise<void>][] = [
  [
    'today with a request first',
    '/today',
    { ...todayWith({ requests: [lineOf(asked)] }), getVisit: () => asked },
  ],
  [
    'today with a visit to log, a request and all that waits',
    '/today',
    {
      getToday: () => ({
        ...fullToday,
        requests: [lineOf(asked)],
        waiting: [lineOf(gap), lineOf(proposal())],
        passed: [lineOf(passed)],
      }),
      getVisit: () => asked,
    },
  ],
  ['today with somebody who cannot come', '/today', todayWith({ waiting: [lineOf(gap)] })],
  ['today with a proposal that has passed', '/today', todayWith({ passed: [lineOf(passed)] })],
  ['today with a family that wants another time', '/today', todayWith({ upcoming: [lineOf(moved)] })],
  [
    'a request answered with yes',
    '/today',
    { ...todayWith({ requests: [lineOf(asked)] }), getVisit: () => asked },
    () => press('Yes, I will come', 'the visit stands'),
  ],
  [
    'a yes that does not fit',
    '/today',
    { ...todayWith({ requests: [lineOf(asked)] }), getVisit: () => asked, answerVisit: oneselfIsBusy },
    () => press('Yes, I will come', 'You have another visit at that time'),
  ],
  [
    'the day of an interpreter who is asked',
    '/today',
    {
      ...todayWith({ requests: [lineOf(asked)] }),
      getMe: () => me(['interpreter']),
      getVisit: () => toInterpret,
    },
  ],
  [
    'a visit as its interpreter sees it',
    visitPath,
    { getMe: () => me(['interpreter']), getVisit: () => toInterpret },
  ],
  ['a request', visitPath, { getVisit: () => asked }],
  ['a proposal that waits', visitPath, { getVisit: () => proposal() }],
  ['a proposal with a no', visitPath, { getVisit: () => gap }],
  [
    'a proposal to which one said no',
    visitPath,
    {
      getVisit: () =>
        proposal({ team: askedByNoor.map((one) => (one.lead ? one : { ...one, answer: 'no' })) }),
    },
  ],
  ['a proposal whose time has passed', visitPath, { getVisit: () => passed }],
  ['a visit for which the family wants another time', visitPath, { getVisit: () => moved }],
  [
    'a visit that one leaves',
    visitPath,
    { getVisit: () => visit({ localDate: '2026-12-03', team: askedByNoor }) },
    () => press('I can no longer come', 'hears about it'),
  ],
  [
    'a visit that was cancelled, and why',
    visitPath,
    {
      getVisit: () =>
        visit({
          status: 'cancelled',
          ended: { side: 'family', reason: 'illness', by: noor.personId, at: '2026-11-20T18:00:00Z' },
        }),
    },
  ],
  ['a late entry of one’s own', visitPath, { getVisit: () => lateEntry() }],
  ['a late entry to decide on', visitPath, { getVisit: () => toDecide(), getMe: () => me(['coordinator']) }],
  ['changing a plan', `${visitPath}/change`, { getVisit: () => proposal(), getFamily: withWishes }],
  [
    'moving a visit that somebody else arranged',
    `${visitPath}/change`,
    { getVisit: () => proposal({ team: askedByNoor }), getFamily: saidYes },
  ],
  ['changing a visit that is over', `${visitPath}/change`, { getVisit: () => visit({ status: 'no_show' }) }],
  ['writing down a proposal late', `${visitPath}/late`, { getVisit: () => passed }],
  [
    'writing it down without a reason',
    `${visitPath}/late`,
    { getVisit: () => passed },
    () => press('Send it for approval'),
  ],
  ['writing down a visit never arranged', `/families/${familyId}/late`, { getFamily: saidYes }],
  ['planning with the family’s wishes', schedulePath, { getFamily: withWishes }],
  [
    'planning when nobody said when they are free',
    schedulePath,
    { getFamily: saidYes, getCommonTimes: () => noCommonTimes },
  ],
  [
    'planning without an interpreter in the district',
    schedulePath,
    { getFamily: withWishes, listInterpreters: () => ({ items: [], cursor: null }) },
  ],
  [
    'a plan that does not fit',
    schedulePath,
    { getFamily: withWishes, proposeVisit: noorIsBusy },
    async () => {
      await person.page.getByRole('radio', { name: /Dec 3/ }).check();
      await person.page.getByLabel('Who comes with you?').selectOption(noor.personId);
      await press('Ask everybody', `another visit for ${noor.name}`);
    },
  ],
  ['a family with wishes', `/families/${familyId}`, { getFamily: withWishes }],
  [
    'cancelling without saying why',
    `${visitPath}/cancel`,
    { getVisit: () => proposal() },
    () => press('Save'),
  ],
];

function toDecide() {
  const others = team('yes').filter(({ lead }) => !lead);
  const entry = lateEntry({ team: others.map((one, index) => ({ ...one, lead: index === 0 })) });
  return { ...entry, late: entry.late && { ...entry.late, by: noor.personId } };
}

async function press(button: string, then?: string): Promise<void> {
  await person.page.getByRole('button', { name: button, exact: true }).click();
  if (then !== undefined) await person.page.getByText(then).first().waitFor();
}

looksRightIn(person, states, async () => {
  // One light per screen: the next step.
  expect(await person.page.locator('main .pl-button-primary:visible').count()).toBeLessThanOrEqual(1);
});

test('everything about arranging a visit speaks Spanish', async () => {
  const titles: string[] = [];
  const looked: [string, Answers][] = [
    [schedulePath, {}],
    [`/families/${familyId}/late`, {}],
    [visitPath, { getVisit: () => asked }],
    [`${visitPath}/change`, { getVisit: () => proposal() }],
    [`${visitPath}/late`, { getVisit: () => passed }],
    [`${visitPath}/cancel`, { getVisit: () => proposal() }],
  ];
  for (const [path, given] of looked) {
    const page = await person.openInSpanish(path, { getFamily: withWishes, ...given });
    titles.push(await page.title());
  }
  expect(titles).toEqual([
    'Planear una visita · Porchlight',
    'Anotar una visita que ya se hizo · Porchlight',
    'Visita con Ana · Porchlight',
    'Cambiar el plan · Porchlight',
    'Anotar una visita que ya se hizo · Porchlight',
    'La visita no se hace · Porchlight',
  ]);
});
