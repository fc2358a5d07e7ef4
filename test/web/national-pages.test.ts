import { expect, test } from 'vitest';
import { type Answers, Refused, refuse } from './support/mock-answers.ts';
import { districtLine, districts, nationalAnswers } from './support/sample-national.ts';
import { looksRightIn, signedIn } from './support/signed-in.ts';

const person = signedIn({
  persona: { national_roles: ['national_admin'] },
  answers: (changes) => nationalAnswers('national_admin', changes),
  once: true,
});
const { open, sent } = person;

const preparing = districtLine(3, 'Seven Lakes', { status: 'preparing' });
const districtPath = `/districts/${preparing.districtId}`;
const press = (name: string) => person.page.getByRole('button', { name, exact: true }).click();

function fieldsRefused(...paths: string[]): () => never {
  return () => {
    const { problem } = refuse('BAD_REQUEST', 'Some fields need another look.', 'bad_request');
    throw new Refused({ ...problem, fields: paths.map((path) => ({ path, message: 'Too small' })) });
  };
}

const states: [name: string, path: string, answers?: Answers, act?: () => Promise<void>][] = [
  ['the districts', '/districts'],
  ['no districts', '/districts', { listDistricts: () => ({ items: [], cursor: null }) }],
  [
    'districts when the server fails',
    '/districts',
    {
      listDistricts: () => {
        throw refuse('INTERNAL', 'Something went wrong on our side.', 'internal');
      },
    },
  ],
  ['opening a district', '/districts/new'],
  [
    'opening a district with nothing filled in',
    '/districts/new',
    { createDistrict: fieldsRefused('name', 'state', 'timeZone', 'fund.name', 'policy.pay.cents') },
    async () => {
      await press('Open this district');
      await person.page.locator('.pl-notice-bad').waitFor();
    },
  ],
  ['a district', `/districts/${districts[0]?.districtId}`],
  ['a district being prepared', districtPath, { getDistrict: () => preparing }],
];

looksRightIn(person, states);

test('all districts together have the rate of all their students, not the mean of the rates', async () => {
  await open('/districts');
  const figure = person.page.locator('.pl-figures > div', { hasText: 'Two-visit rate' });
  // 121 + 4,210 of 290 + 9,876
  expect(await figure.locator('dd').allTextContents()).toEqual(['43%', '4,331 of 10,166 students']);
});

test('an analyst sees the counts and is not offered to open a district', async () => {
  await open('/districts', nationalAnswers('national_analyst'));
  expect(await person.page.getByRole('link', { name: 'Open a district' }).count()).toBe(0);
  expect(await person.page.getByRole('link', { name: 'Prairie View Public Schools' }).count()).toBe(1);
});

test('a district is opened with a usual year, the zone of its state, and hours at a rate in cents', async () => {
  await open('/districts/new');
  await person.page.getByLabel('Name', { exact: true }).fill('Rio Verde Schools');
  await person.page.getByLabel('State').selectOption('AZ');
  await person.page.getByLabel('Name of the fund').fill('Title I');
  await person.page.getByLabel('Account code').fill('11-2190');
  await person.page.getByRole('radio', { name: 'A fixed number of hours at an hourly rate' }).check();
  await person.page.getByLabel('Dollars for each hour').fill('28.49');
  await person.page.getByRole('button', { name: 'Remove Nov 11,' }).click();
  await press('Open this district');
  await person.page.getByText('The district is open.').waitFor();
  const body = sent('createDistrict')[0];
  expect(body).toMatchObject({
    name: 'Rio Verde Schools',
    state: 'AZ',
    timeZone: 'America/Phoenix',
    fund: { name: 'Title I', accountCode: '11-2190' },
    policy: {
      minTeam: 2,
      maxTeam: 3,
      pay: { kind: 'hours', hundredthsOfHour: 100, centsPerHour: 2_849, per: 'event' },
    },
  });
  expect(body?.schoolYear.holidays.some((day) => day.endsWith('-11-11'))).toBe(false);
});

test('each field the server did not accept says what to mend, and the first takes the focus', async () => {
  await open('/districts/new', { createDistrict: fieldsRefused('name', 'schoolYear.secondVisitUntil') });
  await press('Open this district');
  await person.page.getByText('Write the name of the district.').waitFor();
  expect(await person.page.getByText('must lie between the first and the last day of school').count()).toBe(
    1,
  );
  expect(await person.page.locator(':focus').getAttribute('aria-invalid')).toBe('true');
});

test('a district being prepared is asked about until it is ready, and the page then says so', async () => {
  let asked = 0;
  await open(districtPath, {
    getDistrict: () => {
      asked += 1;
      return asked < 3 ? preparing : { ...preparing, status: 'ready' };
    },
  });
  await person.page.getByText('Porchlight is preparing this district.').waitFor();
  await person.page.getByText('This district is ready.').waitFor();
  expect(asked).toBeGreaterThanOrEqual(3);
});

test('the first coordinator can be invited while the district is still being prepared', async () => {
  await open(districtPath, { getDistrict: () => preparing });
  await person.page.getByLabel('Name').fill('Pat Lindholm');
  await person.page.getByLabel('E-mail').fill('pat@sevenlakes.example');
  await press('Send the invitation');
  await person.page.getByText('goes to pat@sevenlakes.example as soon as the district is ready').waitFor();
  expect(sent('inviteDistrictAdmin')).toEqual([{ name: 'Pat Lindholm', email: 'pat@sevenlakes.example' }]);
});
