import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { DistrictRole } from '#shared/domain/access/roles.ts';
import { desktop, launchBrowser, newVisitor, openSignedIn, settled, settledIn } from './support/browser.ts';
import { builtWeb } from './support/built-web.ts';
import { type Answers, refuse } from './support/mock-answers.ts';
import { type MockServer, startMockServer } from './support/mock-server.ts';
import { looksRight, overflowAt, violations } from './support/page-checks.ts';
import {
  failedImport,
  officeAnswers,
  readingImport,
  submittedClaims,
  withoutIssues,
} from './support/sample-office.ts';
import { sampleDistrictId, sampleId, school } from './support/sample-people.ts';

let browser: Browser;
let server: MockServer;
let context: BrowserContext;
let page: Page;
const complaints: string[] = [];

beforeAll(async () => {
  server = await startMockServer({
    root: await builtWeb(),
    persona: { district: sampleDistrictId, roles: ['district_admin'] },
    answers: officeAnswers(['district_admin']),
  });
  browser = await launchBrowser();
  context = await newVisitor(browser, { size: desktop });
  page = await openSignedIn(context, server.url, '/roster');
  page.on('console', (message) => {
    if (message.type() === 'error' && !message.text().includes('Failed to load resource')) {
      complaints.push(message.text());
    }
  });
  page.on('pageerror', (error) => complaints.push(error.message));
});
afterAll(async () => {
  await browser.close();
  await server.close();
});

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

interface State {
  readonly answers?: Answers;
  /** What the person does there before the page is looked at. */
  readonly act?: () => Promise<void>;
}

const admin = 'district_admin';
const states: [name: string, role: DistrictRole, path: string, state?: State][] = [
  ['the roster page', admin, '/roster'],
  [
    'the roster page before the first import',
    admin,
    '/roster',
    { answers: { listRosterImports: () => nobody } },
  ],
  ['an upload without a file', admin, '/roster', { act: () => press('Bring it in') }],
  ['an import that is read', admin, importPath, { answers: { getRosterImport: () => readingImport } }],
  ['an import that is done', admin, importPath],
  ['an import that was not taken', admin, importPath, { answers: { getRosterImport: () => failedImport } }],
  ['the people of a district', admin, '/people'],
  ['people when the server fails', admin, '/people', { answers: { listPeople: broken } }],
  ['a district without people', admin, '/people', { answers: { listPeople: () => nobody } }],
  ['adding a person', admin, '/people', { act: () => press('Add a person') }],
  [
    'changing a person, refused',
    admin,
    '/people',
    {
      answers: { changePerson: emailTaken },
      act: async () => {
        await press('Change Noor Haddad');
        await page.getByLabel('E-mail').fill('maria@prairieview.example');
        await press('Save');
        await page.locator('dialog .pl-notice-bad').waitFor();
      },
    },
  ],
  ['a person just invited', admin, '/people', { act: () => press('Invite Sofía Ibarra', '.pl-notice-good') }],
  ['the people of a school', 'coordinator', '/people'],
  ['schools', admin, '/schools'],
  ['no schools', admin, '/schools', { answers: { listSchools: () => nobody } }],
  ['students of a school', admin, schoolPath],
  ['a school without students', admin, schoolPath, { answers: { listStudents: () => nobody } }],
  ['how a district works', admin, '/settings'],
  ['new rules', admin, '/settings/rules'],
  [
    'new rules just saved',
    admin,
    '/settings/rules',
    { act: () => press('Save the new rules', '.pl-notice-good') },
  ],
  ['trainings', 'coordinator', '/trainings'],
  ['no trainings', 'coordinator', '/trainings', { answers: { listTrainings: () => nobody } }],
  ['a training', 'coordinator', trainingPath],
  ['a training for a whole district', admin, trainingPath],
  ['nobody chosen', 'coordinator', trainingPath, { act: () => press('Certify the people you choose') }],
  [
    'people just certified',
    'coordinator',
    trainingPath,
    {
      act: async () => {
        await press('Choose everyone shown');
        await press('Certify 4 people', '.pl-notice-good');
      },
    },
  ],
  ['claims to approve', 'coordinator', '/claims'],
  ['no claims to approve', 'coordinator', '/claims', { answers: { listClaims: () => nobody } }],
  [
    'claims that were refused',
    'coordinator',
    '/claims',
    {
      answers: { approveClaim: notCertified },
      act: async () => {
        await page.getByRole('checkbox', { name: 'Choose all that are shown' }).check();
        await press('Approve 3 claims, $96.98', '.pl-table .pl-notice-bad');
      },
    },
  ],
  [
    'sending a claim back',
    'coordinator',
    '/claims',
    { act: () => press('Send back the claim of Noor Haddad, visit on Nov 17, 2026', 'dialog textarea') },
  ],
  ['payroll', 'payroll', '/payroll'],
  [
    'payroll with a checksum open',
    'payroll',
    '/payroll',
    { act: () => page.locator('summary').first().click() },
  ],
  [
    'payroll with nothing to do',
    'payroll',
    '/payroll',
    { answers: { listClaims: () => nobody, listPayBatches: () => nobody } },
  ],
  ['closing a period', 'payroll', '/payroll', { act: () => press('Close this period', 'dialog') }],
  [
    'a period just closed',
    'payroll',
    '/payroll',
    {
      act: async () => {
        await press('Close this period');
        await press('Yes, close it', '.pl-notice-good');
      },
    },
  ],
];

async function press(name: string, then?: string): Promise<void> {
  await page.getByRole('button', { name, exact: true }).first().click();
  if (then !== undefined) await page.locator(then).first().waitFor();
}

test.each(states)(
  'axe finds nothing on %s, at day and at night, and it fits 320 px',
  async (_, role, path, { answers, act } = {}) => {
    server.answers = officeAnswers([role], answers);
    complaints.length = 0;
    await page.goto(`${server.url}${path}`);
    await settled(page);
    await act?.();
    await looksRight(page);
    // The pages are served without any leave for inline styles or scripts: a breach would be logged here.
    expect(complaints).toEqual([]);
  },
);

test('the office speaks Spanish on every page', async () => {
  const roles = [admin, 'coordinator', 'payroll'] as const;
  const spoken = officeAnswers(roles);
  server.answers = {
    ...spoken,
    getMe: async (request) => ({ ...(await spoken.getMe?.(request)), language: 'es' }) as never,
    listClaims: () => ({ items: submittedClaims, cursor: null }),
    listRosterImports: () => ({ items: [withoutIssues(failedImport)], cursor: null }),
  };
  const titles: string[] = [];
  for (const path of ['/roster', '/people', '/schools', '/settings', '/trainings', '/claims', '/payroll']) {
    await page.goto(`${server.url}${path}`);
    await settledIn(page, 'es');
    titles.push((await page.locator('h1').textContent()) ?? '');
    expect(await violations(page)).toEqual([]);
    expect(await overflowAt(page, 320)).toBe(0);
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
