import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { DistrictRole } from '#shared/domain/access/roles.ts';
import { launchBrowser, newVisitor, openSignedIn, settled } from './support/browser.ts';
import { builtWeb } from './support/built-web.ts';
import { type Answers, type BodyOf, type MockRequest, refuse } from './support/mock-answers.ts';
import { type MockServer, startMockServer } from './support/mock-server.ts';
import { looksRight } from './support/page-checks.ts';
import { fullToday } from './support/sample-educator.ts';
import { maria, me, noor, sampleDistrictId, sampleId, school } from './support/sample-people.ts';
import {
  heldToday,
  myTrainings,
  noTrainings,
  notAsked,
  partAnswers,
  planned,
  trainingAnswers,
} from './support/sample-training.ts';

let browser: Browser;
let server: MockServer;
let context: BrowserContext;
let page: Page;
const complaints: string[] = [];

beforeAll(async () => {
  server = await startMockServer({
    root: await builtWeb(),
    persona: { district: sampleDistrictId, roles: ['educator'] },
    answers: partAnswers(),
  });
  browser = await launchBrowser();
  context = await newVisitor(browser);
  page = await openSignedIn(context, server.url, '/today');
  page.on('console', (message) => {
    if (message.type() === 'error' && !message.text().includes('Failed to load resource')) {
      complaints.push(message.text());
    }
  });
  page.on('pageerror', (error) => complaints.push(error.message));
});
beforeEach(async () => {
  server.requests.length = 0;
  await page.evaluate((key) => localStorage.removeItem(key), `porchlight.part.${maria.personId}`);
});
afterAll(async () => {
  await browser.close();
  await server.close();
});

const broken = () => {
  throw refuse('INTERNAL', 'Something went wrong on our side.', 'internal');
};
const full = () => {
  throw refuse('NOT_POSSIBLE', 'This training is full.', 'training.full');
};
const trainingPath = `/trainings/${planned().trainingId}`;
const heldAtSchool = { ...heldToday, schoolId: school.schoolId };
const heldElsewhere = { ...heldToday, schoolId: sampleId('sch', 2) };
const personPath = `/people/${noor.personId}/trainings`;
const press = (name: string | RegExp) => page.getByRole('button', { name }).first().click();

async function open(path: string, answers: Answers): Promise<void> {
  server.answers = answers;
  await page.goto(`${server.url}${path}`);
  await settled(page);
}
const sent = (id: MockRequest['id']) =>
  server.requests.filter((request) => request.id === id).map(({ body }) => body);

const office = (role: DistrictRole, changes: Answers = {}) => trainingAnswers([role], changes);
const states: [name: string, path: string, answers: Answers, act?: () => Promise<void>][] = [
  ['today before the answer', '/today', partAnswers({ getMe: () => notAsked() })],
  [
    'today with work and the question',
    '/today',
    partAnswers({ getMe: () => notAsked(), getToday: () => fullToday }),
  ],
  [
    'today when the answer was put off',
    '/today',
    partAnswers({ getMe: () => notAsked() }),
    () => press('Ask me later'),
  ],
  [
    'today with a certificate that ends soon',
    '/today',
    partAnswers({
      getMe: () => me(['educator'], { certificate: { issuedOn: '2024-12-11', expiresOn: '2026-12-10' } }),
    }),
  ],
  ['taking part', '/taking-part', partAnswers()],
  ['taking part, not asked yet', '/taking-part', partAnswers({ getMe: () => notAsked() })],
  [
    'taking part after a no',
    '/taking-part',
    partAnswers({
      getMe: () => me(['educator'], { participation: { answer: 'no', since: '2026-11-20T15:00:00.000Z' } }),
    }),
  ],
  [
    'exact times in disorder',
    '/taking-part',
    partAnswers({ getMe: () => me(['educator'], { freeTimes: [] }) }),
    async () => {
      await page.getByText('Write exact times').click();
      await press('Add a time');
      await page.getByLabel('Until').fill('14:00');
      await press('Save');
      await page.getByText('later than the start').waitFor();
    },
  ],
  ['my trainings', '/my-trainings', partAnswers()],
  [
    'no trainings',
    '/my-trainings',
    partAnswers({ getMyTrainings: () => noTrainings, getMe: () => notAsked() }),
  ],
  ['my trainings when the server fails', '/my-trainings', partAnswers({ getMyTrainings: broken })],
  ['a full training', '/my-trainings', partAnswers({ signUpForTraining: full }), () => press(/^Sign me up/)],
  ['trainings for a coordinator', '/trainings', office('coordinator')],
  ['planning a training', '/trainings/new', office('coordinator')],
  ['a planned training', trainingPath, office('coordinator')],
  ['cancelling a training', trainingPath, office('coordinator'), () => press('Cancel this training')],
  [
    'a cancelled training',
    trainingPath,
    office('coordinator', { getTraining: () => planned({ cancelledAt: '2026-11-21T15:00:00.000Z' }) }),
  ],
  ['changing a training', `${trainingPath}/change`, office('coordinator')],
  ['a training on its day', trainingPath, office('coordinator', { getTraining: () => heldToday })],
  ['the history of a person', personPath, office('coordinator')],
  [
    'the history of somebody new',
    personPath,
    office('coordinator', { getTrainingHistory: () => ({ ...noTrainings, name: noor.name }) }),
  ],
  ['trainings for a trainer', '/trainings', office('trainer')],
  [
    'a training on its day for a trainer',
    trainingPath,
    office('trainer', { getTraining: () => heldAtSchool }),
  ],
  ['a training of another school', trainingPath, office('coordinator', { getTraining: () => heldElsewhere })],
];

test.each(states)(
  'axe finds nothing on %s, at day and at night, and it fits 320 px',
  async (_, path, answers, act) => {
    complaints.length = 0;
    await open(path, answers);
    await act?.();
    await looksRight(page);
    expect(complaints).toEqual([]);
  },
);

describe('taking part', () => {
  test('is asked on Today, and one tap answers', async () => {
    let given: 'yes' | null = null;
    await open(
      '/today',
      partAnswers({
        getMe: () =>
          given === null
            ? notAsked()
            : me(['educator'], { participation: { answer: given, since: '2026-11-22T15:00:00.000Z' } }),
        setParticipation: () => {
          given = 'yes';
          return { participation: { answer: 'yes', since: '2026-11-22T15:00:00.000Z' } };
        },
      }),
    );
    await press('Yes, I would like to');
    await page.getByText('Good to have you.').waitFor();
    expect(sent('setParticipation')).toEqual([{ answer: 'yes' }]);
    expect(await page.getByText('Would you like to take part').count()).toBe(0);
    await page.getByRole('link', { name: 'My languages and times' }).click();
    await page.getByRole('heading', { name: 'Taking part', level: 1 }).waitFor();
  });

  test('put off once, the question rests, and is still there under its own name', async () => {
    await open('/today', partAnswers({ getMe: () => notAsked() }));
    await press('Ask me later');
    await page.getByText('We will ask again in two weeks.').waitFor();
    await page.reload();
    await settled(page);
    expect(await page.getByText('Would you like to take part').count()).toBe(0);
    await page.goto(`${server.url}/taking-part`);
    await page.getByText('Would you like to take part').waitFor();
    expect(sent('setParticipation')).toEqual([]);
  });

  test('free times are ticked by day and part, and kept around what is taken out', async () => {
    const freeTimes = [{ weekday: 2, from: '15:00', until: '20:00' }];
    await open('/taking-part', partAnswers({ getMe: () => me(['educator'], { languages: [], freeTimes }) }));
    await page.getByRole('checkbox', { name: /^Saturday, Morning/ }).check();
    await page.getByRole('checkbox', { name: /^Tuesday, Evening/ }).uncheck();
    await page.getByLabel('Add a language').selectOption({ label: 'Vietnamese' });
    await press('Save');
    await page.getByText('Saved. Colleagues find a time').waitFor();
    expect(sent('setFreeTimes')).toEqual([
      {
        languages: ['vi'],
        freeTimes: [
          { weekday: 2, from: '15:00', until: '16:00' },
          { weekday: 6, from: '08:00', until: '12:00' },
        ],
      },
    ]);
  });
});

describe('the way to a certificate', () => {
  type Upcoming = typeof myTrainings.upcoming;
  type Past = typeof myTrainings.trainings;
  const ahead = (status: Upcoming[number]['status']) => ({
    ...noTrainings,
    upcoming: [{ training: planned(), status, because: null }],
  });
  const past = (status: Past[number]['status']) => ({
    ...noTrainings,
    trainings: [{ training: planned({ heldOn: '2026-11-10' }), status, minutes: 90 }],
  });
  const uncertified = (language: 'en' | 'es') => me(['educator'], { certificate: null, language });
  const states: [string, ReturnType<typeof past>, en: string, es: string][] = [
    ['with nothing yet', ahead(null), 'A first training certifies you', 'Con una primera formación obtiene'],
    ['with a seat', ahead('signed_up'), 'You have a seat in the training on Dec 8', 'Tiene un lugar en la'],
    [
      'on a waiting list',
      ahead('waiting'),
      'on the waiting list for the training on',
      'lista de espera de la',
    ],
    ['after a training nobody wrote down', past('signed_up'), 'is over. You are certified', 'ya pasó.'],
    ['after leaving early', past('attended'), 'without completing it. Another one', 'sin completarla.'],
    [
      'after not coming',
      past('absent'),
      'A first training certifies you',
      'Con una primera formación obtiene',
    ],
  ];
  test.each(states)('is said on Today and beside the trainings: %s', async (_, data, en, es) => {
    for (const path of ['/today', '/my-trainings']) {
      await open(path, partAnswers({ getMe: () => uncertified('en'), getMyTrainings: () => data }));
      await page.getByText(en).first().waitFor();
    }
    await open('/my-trainings', partAnswers({ getMe: () => uncertified('es'), getMyTrainings: () => data }));
    await page.getByText(es).first().waitFor();
    await looksRight(page);
    await open('/today', partAnswers());
    expect(await page.getByText('Your certificate', { exact: true }).count()).toBe(0);
  });

  test('of somebody certified is at its end', async () => {
    await open('/my-trainings', partAnswers({ getMyTrainings: () => ahead('signed_up') }));
    await page.getByText('You are certified until').first().waitFor();
    expect(await page.getByText('gives you the certificate').count()).toBe(0);
  });

  test('goes on where an ended certificate and a seat meet', async () => {
    const certificate = { issuedOn: '2024-11-21', expiresOn: '2026-11-20' };
    await open(
      '/today',
      partAnswers({
        getMe: () => me(['educator'], { certificate }),
        getMyTrainings: () => ({ ...ahead('signed_up'), certificate }),
      }),
    );
    await page.getByText(/^It ended on Nov 20.* You have a seat in the training on Dec 8/).waitFor();
    expect(await page.getByText('A training certifies you again').count()).toBe(0);
  });

  test('a seat in a training that gives one nothing says so, and can be given back', async () => {
    const upcoming = [
      { training: planned(), status: 'signed_up' as const, because: 'still_certified' as const },
    ];
    await open('/my-trainings', partAnswers({ getMyTrainings: () => ({ ...myTrainings, upcoming }) }));
    await page.getByText('You are still certified on that day.').waitFor();
    expect(await page.getByRole('button', { name: /^Give my seat back/ }).count()).toBe(1);
  });
});

describe('trainings', () => {
  test('one signs up with one tap, and hears that the calendar entry comes by mail', async () => {
    await open('/my-trainings', partAnswers());
    await press(/^Sign me up/);
    await page.getByText('You have a seat. The calendar entry comes by mail.').waitFor();
    expect(sent('signUpForTraining')).toHaveLength(1);
    expect(myTrainings.upcoming).toHaveLength(await page.getByRole('heading', { level: 3 }).count());
  });

  test('planning one sends what was filled in', async () => {
    await open('/trainings/new', office('coordinator', { getTraining: () => planned({ attendees: [] }) }));
    await page.getByRole('radio', { name: /^Renewal/ }).check();
    await page.getByLabel('Name of the training').fill('Renewal evening');
    await page.getByLabel('Day').fill('2026-12-09');
    await page.getByLabel('Where?').fill('Oak Library');
    await press('Plan it');
    await page.getByText('The training is planned.').waitFor();
    expect(sent('planTraining')).toEqual([
      {
        title: 'Renewal evening',
        heldOn: '2026-12-09',
        time: '15:30',
        minutes: 180,
        place: 'Oak Library',
        seats: 20,
        kind: 'renewal',
        schoolId: null,
      },
    ]);
  });

  test('on its day those who signed up are chosen already, and whom it cannot certify is named with the reason', async () => {
    await open(
      trainingPath,
      office('trainer', {
        getTraining: () => heldAtSchool,
        listColleagues: () => ({
          items: [noor, maria].map((one) => ({ ...one, certificate: null, willing: true })),
          cursor: null,
        }),
        recordCompletions: () => ({
          ...heldAtSchool,
          refused: [
            {
              ...maria,
              because: 'still_certified',
              certificate: { issuedOn: '2026-08-20', expiresOn: '2029-08-20' },
              renewal: { from: '2029-06-20', until: '2029-08-20' },
            },
          ],
        }),
      }),
    );
    await press('Certify 2 people');
    await page.getByText('Saved. One person is now certified.').waitFor();
    await page.getByText(`${maria.name}: is certified until Aug 20, 2029 already.`).waitFor();
    const [body] = sent('recordCompletions') as BodyOf<'recordCompletions'>[];
    expect(body).toEqual({
      personIds: [noor.personId, maria.personId],
      outcome: 'completed',
      minutes: 180,
    });
  });

  test('one of another school, or of the whole district for a trainer, is looked at only', async () => {
    for (const [role, getTraining] of [
      ['coordinator', () => heldElsewhere],
      ['trainer', () => heldToday],
      ['coordinator', () => planned({ schoolId: heldElsewhere.schoolId })],
    ] as const) {
      await open(trainingPath, office(role, { getTraining }));
      await page.getByText('The school this training is for, or the district, changes it').waitFor();
      expect(await page.locator('main').getByRole('button').count()).toBe(0);
      expect(await page.getByRole('link', { name: 'Change' }).count()).toBe(0);
    }
    await open(trainingPath, office('district_admin', { getTraining: () => heldElsewhere }));
    expect(await page.getByText('changes it and writes down').count()).toBe(0);
  });
});
