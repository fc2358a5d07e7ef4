import { expect, test } from 'vitest';
import { newVisitor, settled } from './support/browser.ts';
import { type Answers, refuse } from './support/mock-answers.ts';
import { violations } from './support/page-checks.ts';
import { classId, family, familyId, studentId } from './support/sample-class.ts';
import {
  completedVisit,
  educatorAnswers,
  emptyToday,
  fullToday,
  visit,
  visitId,
} from './support/sample-educator.ts';
import { looksRightIn, signedIn } from './support/signed-in.ts';

const person = signedIn({ answers: educatorAnswers, once: true });
const { openInSpanish } = person;

const familyPath = `/families/${familyId}`;
const visitPath = `/visits/${visitId}`;
const reflectionPath = `${visitPath}/students/${studentId}/reflection`;
const notPossible = () => {
  throw refuse('NOT_POSSIBLE', 'This family has not said yes yet.', 'not_accepted');
};
const broken = () => {
  throw refuse('INTERNAL', 'Something went wrong on our side.', 'internal');
};

/** Page, what the server answers, and what the person does there before the page is looked at. */
const states: [name: string, path: string, answers?: Answers, act?: () => Promise<void>][] = [
  ['today', '/today'],
  ['today with a reflection first', '/today', { getToday: () => ({ ...fullToday, toLog: [] }) }],
  [
    'today with pay first',
    '/today',
    { getToday: () => ({ ...emptyToday, claimsOpen: fullToday.claimsOpen }) },
  ],
  ['a quiet today', '/today', { getToday: () => ({ ...emptyToday, classes: fullToday.classes }) }],
  ['today with nothing on it', '/today', { getToday: () => emptyToday }],
  ['today when the server fails', '/today', { getToday: broken }],
  ['classes', '/classes'],
  ['classes without a class', '/classes', { getToday: () => emptyToday }],
  ['a class', `/classes/${classId}`],
  ['a class that is not there', '/classes/cls_0', { getClass: undefined }],
  ['a family not invited yet', familyPath],
  ['an invitation without an answer how', familyPath, {}, async () => press('.pl-button-primary')],
  ['a family that was invited', familyPath, { getFamily: () => family('invited') }],
  ['a family that said yes', familyPath, { getFamily: () => family('accepted') }],
  ['a family that said no', familyPath, { getFamily: () => family('declined') }],
  ['a family nobody may contact', familyPath, { getFamily: () => doNotContact() }],
  ['planning a visit', `${familyPath}/schedule`, { getFamily: () => family('accepted') }],
  [
    'planning a visit with nothing filled in',
    `${familyPath}/schedule`,
    { getFamily: () => family('accepted') },
    async () => press('.pl-button-primary'),
  ],
  ['a planned visit', visitPath],
  ['a visit that is done', visitPath, { getVisit: () => completedVisit() }],
  ['a visit that did not take place', visitPath, { getVisit: () => visit({ status: 'no_show' }) }],
  ['logging a visit', `${visitPath}/log`],
  [
    'logging refused',
    `${visitPath}/log`,
    { completeVisit: notPossible },
    async () => press('.pl-button-primary', '.pl-notice-bad'),
  ],
  ['cancelling a visit', `${visitPath}/cancel`],
  ['a reflection', reflectionPath],
  ['a reflection without words', reflectionPath, {}, async () => press('.pl-button-primary')],
  ['my pay', '/my-pay'],
  ['a claim just sent', '/my-pay', {}, async () => press('.pl-button-primary', '.pl-notice-good')],
  ['my pay without pay', '/my-pay', { listMyClaims: () => ({ items: [], cursor: null }) }],
  ['what is on this phone, with nothing waiting', '/waiting'],
  ['more', '/more'],
  ['an address that does not exist', '/nowhere'],
];

function doNotContact() {
  const data = family('accepted');
  return { ...data, family: { ...data.family, doNotContact: true } };
}

async function press(button: string, then?: string): Promise<void> {
  await person.page.locator(button).first().click();
  if (then !== undefined) await person.page.locator(then).first().waitFor();
}

looksRightIn(person, states);

test('axe finds nothing on the pages outside the frame', async () => {
  const stranger = await newVisitor(person.browser, { language: 'es' });
  const welcome = await stranger.newPage();
  await welcome.goto(person.server.url);
  await settled(welcome);
  expect(await violations(welcome)).toEqual([]);
  person.server.persona = {};
  await welcome.locator('.pl-button-primary').click();
  await welcome.waitForURL(/\/more$/);
  await settled(welcome);
  expect(await welcome.locator('h1').textContent()).toBe('Su cuenta todavía no tiene distrito');
  expect(await violations(welcome)).toEqual([]);
  await stranger.close();
});

test('every page of the educator speaks Spanish', async () => {
  const paths = [
    '/today',
    '/classes',
    familyPath,
    visitPath,
    `${visitPath}/log`,
    reflectionPath,
    '/my-pay',
    '/more',
  ];
  const titles: (string | null)[] = [];
  for (const path of paths) {
    const page = await openInSpanish(path);
    titles.push(await page.title());
  }
  expect(titles).toEqual([
    expect.stringMatching(/^Buen[ao]s (días|tardes|noches), Maria · Porchlight$/),
    'Clases · Porchlight',
    'La familia Rivera · Porchlight',
    'Visita con Ana · Porchlight',
    'Anotar la visita · Porchlight',
    'Reflexión sobre Ana · Porchlight',
    'Mi pago · Porchlight',
    'Más · Porchlight',
  ]);
});
