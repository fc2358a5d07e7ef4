import { strFromU8, unzipSync } from 'fflate';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import type { DistrictRole } from '#shared/domain/access/roles.ts';
import { desktop } from './support/browser.ts';
import { type Answers, refuse } from './support/mock-answers.ts';
import { claim } from './support/sample-educator.ts';
import { doneImport } from './support/sample-imports.ts';
import { batch, officeAnswers, people, personRow, training } from './support/sample-office.ts';
import { noor, sampleDistrictId, sampleId } from './support/sample-people.ts';
import { signedIn } from './support/signed-in.ts';

const person = signedIn({ answers: (changes = {}) => changes, size: desktop });
const { requests, sent } = person;

function open(role: DistrictRole, path: string, changes: Answers = {}): Promise<Page> {
  person.server.persona = { district: sampleDistrictId, roles: [role] };
  return person.open(path, officeAnswers([role], changes));
}
const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click();
const csv = (name: string, text: string) => ({ name, mimeType: 'text/csv', buffer: Buffer.from(text) });

test('several CSV files go up as one zip that holds them unchanged, with every field before the file', async () => {
  const page = await open('district_admin', '/roster');
  let uploaded: Buffer = Buffer.alloc(0);
  await person.context.route('**/upload', async (route) => {
    uploaded = route.request().postDataBuffer() ?? uploaded;
    await route.fulfill({ status: 204 });
  });
  await page
    .getByLabel('Roster files')
    .setInputFiles([csv('orgs.csv', 'sourcedId\r\no1\r\n'), csv('users.csv', 'sourcedId\r\nu1\r\n')]);
  await press(page, 'Bring it in');
  await page.getByRole('heading', { name: 'Roster import' }).waitFor();
  const asked = sent('startRosterImport');
  const { fileName, bytes } = asked[0] ?? { fileName: '', bytes: 0 };
  expect(fileName).toBe('orgs.csv, users.csv');
  const text = uploaded.toString('latin1');
  expect(text.indexOf('name="key"')).toBeLessThan(text.indexOf('name="file"'));
  const zip = uploaded.subarray(uploaded.indexOf('PK'), uploaded.indexOf('PK') + bytes);
  const files = Object.entries(unzipSync(zip)).map(([name, content]) => [name, strFromU8(content)]);
  expect(files).toEqual([
    ['orgs.csv', 'sourcedId\r\no1\r\n'],
    ['users.csv', 'sourcedId\r\nu1\r\n'],
  ]);
});

test('a file that did not arrive is said, and can be sent again', async () => {
  const page = await open('district_admin', '/roster');
  await person.context.route('**/upload', (route) => route.abort());
  await page.getByLabel('Roster files').setInputFiles([csv('users.csv', 'sourcedId\r\nu1\r\n')]);
  await press(page, 'Bring it in');
  await page.getByText('The file did not arrive.').waitFor();
  await person.context.unroute('**/upload');
  await press(page, 'Bring it in');
  await page.getByRole('heading', { name: 'Roster import' }).waitFor();
  expect(sent('startRosterImport')).toHaveLength(2);
});

test('an import is followed until it is done', async () => {
  let asked = 0;
  const page = await open('district_admin', `/roster/${doneImport.importId}`, {
    getRosterImport: () => {
      asked += 1;
      return asked < 3 ? { ...doneImport, status: 'reading', found: null, changed: null } : doneImport;
    },
  });
  await page.getByText('Done. This is what the file held.').waitFor();
  expect(await page.getByRole('row', { name: 'Students 1,204 1,200' }).count()).toBe(1);
});

test('changing a person sends only what was touched, so that the rest can follow the roster', async () => {
  const page = await open('district_admin', '/people');
  await press(page, `Change ${noor.name}`);
  await page.getByLabel('E-mail').fill('noor.haddad@prairieview.example');
  await press(page, 'Save');
  await page.getByText(`${noor.name} is saved.`).waitFor();
  expect(sent('changePerson')).toEqual([{ email: 'noor.haddad@prairieview.example', rev: 1 }]);
  expect(await page.locator(':focus').textContent()).toBe(noor.name);
});

test('looking for a name reads the list to its end, whatever the accents', async () => {
  const page = await open('district_admin', '/people', {
    listPeople: ({ query }) =>
      query['cursor'] === 'second'
        ? { items: [personRow(40, 'Zoë Ångström')], cursor: null }
        : { items: people, cursor: 'second' },
  });
  await page.getByLabel('Find a name').fill('angstrom');
  await page.getByRole('button', { name: 'Change Zoë Ångström' }).waitFor();
  expect(await page.locator('.pl-table tbody tr').count()).toBe(1);
});

test('a coordinator sees the own school only, and changes nobody', async () => {
  const page = await open('coordinator', '/people');
  expect(requests('listPeople').map(({ query }) => query['schoolId'])).toEqual([sampleId('sch', 1)]);
  expect(await page.getByRole('button', { name: /^Change|Add a person/ }).count()).toBe(0);
});

test('45 people are certified in parts of at most 20, nobody twice', async () => {
  const staff = Array.from({ length: 45 }, (_, index) => personRow(100 + index, `Teacher ${100 + index}`));
  const page = await open('coordinator', `/trainings/${training.trainingId}`, {
    listPeople: () => ({ items: staff, cursor: null }),
  });
  await press(page, 'Choose everyone shown');
  await press(page, 'Certify 45 people');
  await page.getByText('Saved. 45 people are now certified.').waitFor();
  const parts = sent('recordCompletions').map(({ personIds }) => personIds);
  expect(parts.map((part) => part.length)).toEqual([20, 20, 5]);
  expect(new Set(parts.flat()).size).toBe(45);
});

test('when the connection goes in between, those saved are saved and the others stay chosen', async () => {
  const staff = Array.from({ length: 25 }, (_, index) => personRow(100 + index, `Teacher ${100 + index}`));
  let calls = 0;
  const page = await open('coordinator', `/trainings/${training.trainingId}`, {
    listPeople: () => ({ items: staff, cursor: null }),
    recordCompletions: () => {
      calls += 1;
      if (calls === 2) throw refuse('BUSY', 'Busy', 'busy');
      return { ...training, refused: [] };
    },
  });
  await press(page, 'Choose everyone shown');
  await press(page, 'Certify 25 people');
  await page.getByText('20 people were saved before this happened.').waitFor();
  await press(page, 'Certify 5 people');
  await page.getByText('Saved. 5 people are now certified.').waitFor();
  const [, lost, again] = requests('recordCompletions');
  expect(again?.body).toEqual(lost?.body);
  // The answer that was lost may have been a yes: the same attempt goes out under the same key.
  expect(again?.idempotencyKey).toBe(lost?.idempotencyKey);
});

test('several claims are approved one after the other; one that is refused does not stop the rest', async () => {
  const page = await open('coordinator', '/claims', {
    approveClaim: ({ params }) => {
      if (params['personId'] === noor.personId)
        throw refuse('NOT_POSSIBLE', 'No valid certificate.', 'claim.not_certified');
      return { ...claim(3), status: 'approved' };
    },
  });
  await page.getByRole('checkbox', { name: 'Choose all that are shown' }).check();
  await press(page, 'Approve 3 claims, $96.98');
  await page.getByText('Approved 2 claims, $76.98.').waitFor();
  await page.getByText('One claim was not approved. It says why below.').waitFor();
  expect(sent('approveClaim')).toHaveLength(3);
  const row = page.getByRole('row').filter({ hasText: noor.name });
  expect(await row.getByText('no valid certificate', { exact: false }).count()).toBe(1);
});

test('nobody is offered to approve their own claim', async () => {
  const page = await open('coordinator', '/claims');
  const own = page.getByRole('row').filter({ hasText: 'Maria Delgado' });
  expect(await own.getByRole('button').count()).toBe(0);
  expect(await own.getByRole('checkbox').count()).toBe(0);
});

test('a claim goes back with the words of the approver', async () => {
  const page = await open('coordinator', '/claims');
  await press(page, `Send back the claim of ${noor.name}, visit on Nov 17, 2026`);
  await page.getByLabel('What should be put right?').fill('Please check the day.');
  await press(page, 'Send back');
  await page.getByText(`Sent back to ${noor.name} with your words.`).waitFor();
  expect(sent('returnClaim')).toEqual([{ rev: 1, reason: 'Please check the day.' }]);
});

test('closing a period says lines and total first, counting only visits up to the day', async () => {
  const page = await open('payroll', '/payroll', {
    closePayPeriod: () => ({ ...batch, through: '2026-11-10', lines: 8, totalCents: 16_000 }),
  });
  await page.getByLabel('Visits up to and including').fill('2026-11-10');
  await press(page, 'Close this period');
  const dialog = page.getByRole('dialog', { name: 'Close the period through Nov 10, 2026?' });
  await dialog.getByText('8 lines, $160.00 in all').waitFor();
  expect(sent('closePayPeriod')).toEqual([]);
  await press(page, 'Yes, close it');
  await page.getByText('Closed. The file has 8 lines, $160.00 in all.').waitFor();
  expect(sent('closePayPeriod')).toEqual([{ through: '2026-11-10' }]);
});

test('when more was approved meanwhile, the numbers of the file are said, and that they differ', async () => {
  const page = await open('payroll', '/payroll', {
    closePayPeriod: () => ({ ...batch, lines: 15, totalCents: 30_000 }),
  });
  await press(page, 'Close this period');
  await press(page, 'Yes, close it');
  await page.getByText('Closed. The file has 15 lines, $300.00 in all.').waitFor();
  expect(await page.getByText('this differs from what you saw before', { exact: false }).count()).toBe(1);
});
