import { expect, test } from 'vitest';
import type { DistrictRole } from '#shared/domain/access/roles.ts';
import { type Answers, refuse } from './support/mock-answers.ts';
import { failedImport, readingImport, withoutIssues } from './support/sample-imports.ts';
import { officeAnswers, submittedClaims } from './support/sample-office.ts';
import { sampleDistrictId, sampleId, school } from './support/sample-people.ts';
import { looksRightIn, type State, signedIn } from './support/signed-in.ts';

const person = signedIn({
  persona: { district: sampleDistrictId, roles: ['district_admin'] },
  answers: (changes) => officeAnswers(['district_admin'], changes),
  once: true,
});
const { openInSpanish } = person;
const office = (role: DistrictRole, changes: Answers = {}) => officeAnswers([role], changes);

const nobody = { items: [], cursor: null };
const broken = () => {
  throw refuse('INTERNAL', 'Something went wrong on our side.', 'internal');
};
const notCertified = () => {
  throw refuse('NOT_POSSIBLE', 'There was no valid certificate.', 'claim.not_certified');
};
const emailTaken = () => {
  throw refuse('NOT_POSSIBLE', 'Another person has that address.', 'person.email_taken');
};
const importPath = `/roster/${sampleId('imp', 1)}`;
const trainingPath = `/trainings/${sampleId('trn', 1)}`;
const schoolPath = `/schools/${school.schoolId}`;

const states: State[] = [
  ['the roster page', '/roster'],
  ['the roster page before the first import', '/roster', { listRosterImports: () => nobody }],
  ['an upload without a file', '/roster', {}, () => press('Bring it in')],
  ['an import that is read', importPath, { getRosterImport: () => readingImport }],
  ['an import that is done', importPath],
  ['an import that was not taken', importPath, { getRosterImport: () => failedImport }],
  ['the people of a district', '/people'],
  ['people when the server fails', '/people', { listPeople: broken }],
  ['a district without people', '/people', { listPeople: () => nobody }],
  ['adding a person', '/people', {}, () => press('Add a person')],
  [
    'changing a person, refused',
    '/people',
    { changePerson: emailTaken },
    async () => {
      await press('Change Noor Haddad');
      await person.page.getByLabel('E-mail').fill('maria@prairieview.example');
      await press('Save');
      await person.page.locator('dialog .pl-notice-bad').waitFor();
    },
  ],
  ['a person just invited', '/people', {}, () => press('Invite Sofía Ibarra', '.pl-notice-good')],
  ['the people of a school', '/people', office('coordinator')],
  ['schools', '/schools'],
  ['no schools', '/schools', { listSchools: () => nobody }],
  ['students of a school', schoolPath],
  ['a school without students', schoolPath, { listStudents: () => nobody }],
  ['how a district works', '/settings'],
  ['new rules', '/settings/rules'],
  ['new rules just saved', '/settings/rules', {}, () => press('Save the new rules', '.pl-notice-good')],
  ['trainings', '/trainings', office('coordinator')],
  ['no trainings', '/trainings', office('coordinator', { listTrainings: () => nobody })],
  ['a training', trainingPath, office('coordinator')],
  ['a training for a whole district', trainingPath],
  ['nobody chosen', trainingPath, office('coordinator'), () => press('Certify the people you choose')],
  [
    'people just certified',
    trainingPath,
    office('coordinator'),
    async () => {
      await press('Choose everyone shown');
      await press('Certify 4 people', '.pl-notice-good');
    },
  ],
  ['claims to approve', '/claims', office('coordinator')],
  ['no claims to approve', '/claims', office('coordinator', { listClaims: () => nobody })],
  [
    'claims that were refused',
    '/claims',
    office('coordinator', { approveClaim: notCertified }),
    async () => {
      await person.page.getByRole('checkbox', { name: 'Choose all that are shown' }).check();
      await press('Approve 3 claims, $96.98', '.pl-table .pl-notice-bad');
    },
  ],
  [
    'sending a claim back',
    '/claims',
    office('coordinator'),
    () => press('Send back the claim of Noor Haddad, visit on Nov 17, 2026', 'dialog textarea'),
  ],
  ['payroll', '/payroll', office('payroll')],
  [
    'payroll with a checksum open',
    '/payroll',
    office('payroll'),
    () => person.page.locator('summary').first().click(),
  ],
  [
    'payroll with nothing to do',
    '/payroll',
    office('payroll', { listClaims: () => nobody, listPayBatches: () => nobody }),
  ],
  ['closing a period', '/payroll', office('payroll'), () => press('Close this period', 'dialog')],
  [
    'a period just closed',
    '/payroll',
    office('payroll'),
    async () => {
      await press('Close this period');
      await press('Yes, close it', '.pl-notice-good');
    },
  ],
];

async function press(name: string, then?: string): Promise<void> {
  await person.page.getByRole('button', { name, exact: true }).first().click();
  if (then !== undefined) await person.page.locator(then).first().waitFor();
}

looksRightIn(person, states);

test('the office speaks Spanish on every page', async () => {
  const everything: Answers = {
    ...officeAnswers(['district_admin', 'coordinator', 'payroll']),
    listClaims: () => ({ items: submittedClaims, cursor: null }),
    listRosterImports: () => ({ items: [withoutIssues(failedImport)], cursor: null }),
  };
  const titles: string[] = [];
  for (const path of ['/roster', '/people', '/schools', '/settings', '/trainings', '/claims', '/payroll']) {
    const page = await openInSpanish(path, everything);
    titles.push((await page.locator('h1').textContent()) ?? '');
  }
  expect(titles).toEqual([
    'Lista escolar',
    'Personas',
    'Escuelas',
    'Cómo trabajamos',
    'Formaciones',
    'Pagos por aprobar',
    'Nómina',
  ]);
});
