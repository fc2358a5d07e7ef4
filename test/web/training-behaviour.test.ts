import { describe, expect, test } from 'vitest';
import type { Answer } from '#shared/contract/client.ts';
import type { DistrictRole } from '#shared/domain/access/roles.ts';
import type { Answers } from './support/mock-answers.ts';
import { looksRight } from './support/page-checks.ts';
import { maria, me, noor, sampleId, school } from './support/sample-people.ts';
import {
  heldToday,
  myTrainings,
  noTrainings,
  partAnswers,
  planned,
  trainingAnswers,
} from './support/sample-training.ts';
import { signedIn } from './support/signed-in.ts';

const person = signedIn({ answers: partAnswers });
const { open, sent } = person;

const trainingPath = `/trainings/${planned().trainingId}`;
const heldAtSchool = { ...heldToday, schoolId: school.schoolId };
const heldElsewhere = { ...heldToday, schoolId: sampleId('sch', 2) };
const press = (name: string | RegExp) => person.page.getByRole('button', { name }).first().click();
const office = (role: DistrictRole, changes: Answers = {}) => trainingAnswers([role], changes);

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
  const states: [string, Answer<'getMyTrainings'>, en: string, es: string][] = [
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
      await person.page.getByText(en).first().waitFor();
    }
    await open('/my-trainings', partAnswers({ getMe: () => uncertified('es'), getMyTrainings: () => data }));
    await person.page.getByText(es).first().waitFor();
    await looksRight(person.page);
    await open('/today', partAnswers());
    expect(await person.page.getByText('Your certificate', { exact: true }).count()).toBe(0);
  });

  test('of somebody certified is at its end', async () => {
    await open('/my-trainings', partAnswers({ getMyTrainings: () => ahead('signed_up') }));
    await person.page.getByText('You are certified until').first().waitFor();
    expect(await person.page.getByText('gives you the certificate').count()).toBe(0);
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
    await person.page.getByText(/^It ended on Nov 20.* You have a seat in the training on Dec 8/).waitFor();
    expect(await person.page.getByText('A training certifies you again').count()).toBe(0);
  });

  test('a seat in a training that gives one nothing says so, and can be given back', async () => {
    const upcoming = [
      { training: planned(), status: 'signed_up' as const, because: 'still_certified' as const },
    ];
    await open('/my-trainings', partAnswers({ getMyTrainings: () => ({ ...myTrainings, upcoming }) }));
    await person.page.getByText('You are still certified on that day.').waitFor();
    expect(await person.page.getByRole('button', { name: /^Give my seat back/ }).count()).toBe(1);
  });
});

describe('trainings', () => {
  test('one signs up with one tap, and hears that the calendar entry comes by mail', async () => {
    await open('/my-trainings', partAnswers());
    await press(/^Sign me up/);
    await person.page.getByText('You have a seat. The calendar entry comes by mail.').waitFor();
    expect(sent('signUpForTraining')).toHaveLength(1);
    expect(myTrainings.upcoming).toHaveLength(await person.page.getByRole('heading', { level: 3 }).count());
  });

  test('planning one sends what was filled in', async () => {
    await open('/trainings/new', office('coordinator', { getTraining: () => planned({ attendees: [] }) }));
    await person.page.getByRole('radio', { name: /^Renewal/ }).check();
    await person.page.getByLabel('Name of the training').fill('Renewal evening');
    await person.page.getByLabel('Day').fill('2026-12-09');
    await person.page.getByLabel('Where?').fill('Oak Library');
    await press('Plan it');
    await person.page.getByText('The training is planned.').waitFor();
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
    await person.page.getByText('Saved. One person is now certified.').waitFor();
    await person.page.getByText(`${maria.name}: is certified until Aug 20, 2029 already.`).waitFor();
    const [body] = sent('recordCompletions');
    expect(body).toEqual({
      personIds: [noor.personId, maria.personId],
      outcome: 'completed',
      minutes: 180,
    });
  });

  test('whoever signed up can be told from those who came, also somebody of no school of the reader', async () => {
    await open(
      trainingPath,
      office('coordinator', {
        getTraining: () => heldToday,
        recordCompletions: () => ({ ...heldToday, refused: [] }),
      }),
    );
    // None of them is on a list of the reader’s schools: they stand on their own one, which comes first.
    await person.page.getByLabel(maria.name).uncheck();
    await press('Certify one person');
    await person.page.getByText('Saved. One person is now certified.').waitFor();
    expect(sent('recordCompletions')[0]).toMatchObject({ personIds: [noor.personId] });
  });

  test('the training of trainers says that it makes trainers, and certifies nobody', async () => {
    const getTraining = () => ({ ...heldToday, kind: 'trainer' as const });
    await open(trainingPath, office('coordinator', { getTraining }));
    await person.page.getByText('Everyone you choose becomes a trainer').waitFor();
    expect(await person.page.getByRole('button', { name: 'Record 2 people' }).count()).toBe(1);
  });

  test('one of another school, or of the whole district for a trainer, is looked at only', async () => {
    for (const [role, getTraining] of [
      ['coordinator', () => heldElsewhere],
      ['trainer', () => heldToday],
      ['coordinator', () => planned({ schoolId: heldElsewhere.schoolId })],
    ] as const) {
      await open(trainingPath, office(role, { getTraining }));
      await person.page.getByText('The school this training is for, or the district, changes it').waitFor();
      expect(await person.page.locator('main').getByRole('button').count()).toBe(0);
      expect(await person.page.getByRole('link', { name: 'Change' }).count()).toBe(0);
    }
    await open(trainingPath, office('district_admin', { getTraining: () => heldElsewhere }));
    expect(await person.page.getByText('changes it and writes down').count()).toBe(0);
  });
});
