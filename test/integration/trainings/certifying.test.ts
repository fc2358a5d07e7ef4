import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { getTrainingHistory } from '#functions/app/trainings/get-training-history.ts';
import { recordCompletions } from '#functions/app/trainings/record-completions.ts';
import { recordTraining } from '#functions/app/trainings/record-training.ts';
import type { TrainingKind } from '#shared/domain/training/model.ts';
import { type Engine, startEngine } from '#test/support/engine.ts';
import { openMail } from '#test/support/mail-scene.ts';
import { openScene, people, type Scene, schools } from '#test/support/school-scene.ts';

const none = { params: undefined, query: undefined, body: undefined };
let engine: Engine;
let scene: Scene;
beforeAll(async () => {
  engine = await startEngine();
});
beforeEach(async () => {
  scene = await openScene(engine);
});
afterAll(() => engine.stop());

type Member = (typeof people)[keyof typeof people];
const trainer: Member = { ...people.lead, roles: ['educator', 'trainer'] };

async function held(
  kind: TrainingKind,
  day: string,
  by: Member = people.coordinator,
  schoolId: string | null = null,
) {
  const { deps, context } = scene.as(by, `${day}T23:00:00.000Z`);
  const body = { title: 'Home visits', heldOn: day, kind, schoolId };
  return (await recordTraining(deps, context, { ...none, body })).trainingId;
}
async function complete(
  trainingId: string,
  who: readonly Member[],
  {
    by = people.coordinator as Member,
    at = '2026-09-20T15:00:00.000Z',
    outcome = 'completed' as 'completed' | 'attended' | 'absent',
    minutes = null as number | null,
  } = {},
) {
  const { deps, context } = scene.as(by, at);
  const body = { personIds: who.map(({ personId }) => personId), outcome, minutes };
  return recordCompletions(deps, context, { ...none, params: { trainingId }, body });
}
async function historyOf(who: Member, at: string, by: Member = people.coordinator) {
  const { deps, context } = scene.as(by, at);
  return getTrainingHistory(deps, context, { ...none, params: { personId: who.personId } });
}

describe('a renewal', () => {
  test('certifies those in their window, and names the others with the reason', async () => {
    const trainingId = await held('renewal', '2028-05-02');
    const answer = await complete(trainingId, [people.lead, people.novice], {
      at: '2028-05-02T23:30:00.000Z',
    });
    expect(answer).toMatchObject({
      completedBy: 1,
      refused: [
        { personId: people.novice.personId, name: 'Nora Novice', because: 'no_certificate', renewal: null },
      ],
    });
    const lead = await historyOf(people.lead, '2028-05-03T15:00:00.000Z');
    expect(lead).toMatchObject({
      certificate: { issuedOn: '2028-05-02', expiresOn: '2030-06-15' },
      renewal: { from: '2030-04-15', until: '2030-06-15' },
      certificates: [{ issuedOn: '2028-05-02', expiresOn: '2030-06-15' }],
      trainings: [{ training: { kind: 'renewal' }, status: 'completed' }],
    });
  });

  test('before the window says when it opens, and records nothing', async () => {
    const trainingId = await held('renewal', '2026-09-18');
    expect(await complete(trainingId, [people.lead])).toMatchObject({
      completedBy: 0,
      refused: [
        {
          because: 'too_early',
          certificate: { expiresOn: '2028-06-15' },
          renewal: { from: '2028-04-15', until: '2028-06-15' },
        },
      ],
    });
    expect(await scene.items('attendance')).toEqual([]);
    expect(await scene.items('certificate')).toEqual([]);
  });
});

describe('attendance', () => {
  test('keeps the minutes of each, also of those who earned nothing by it', async () => {
    const trainingId = await held('initial', '2026-09-18');
    await complete(trainingId, [people.novice], { minutes: 180 });
    await complete(trainingId, [people.lead], { minutes: 60, outcome: 'attended' });
    const rows = (await scene.items('attendance')).map(({ data }) => [
      data['name'],
      data['status'],
      data['minutes'],
    ]);
    expect(rows.sort()).toEqual([
      ['Lea Lead', 'attended', 60],
      ['Nora Novice', 'completed', 180],
    ]);
    expect(await scene.items('certificate')).toHaveLength(1);
  });

  test('of a training still to come cannot be recorded', async () => {
    const trainingId = await held('initial', '2026-09-18');
    const early = complete(trainingId, [people.novice], { at: '2026-09-17T15:00:00.000Z' });
    await expect(early).rejects.toMatchObject({ reason: 'training.to_come' });
  });
});

describe('a trainer', () => {
  test('is made by completing the training of trainers, and their sign-in learns of it', async () => {
    const trainingId = await held('trainer', '2026-09-18');
    await complete(trainingId, [people.lead]);
    const lead = (await scene.items('person')).find(({ data }) => data['personId'] === people.lead.personId);
    expect(lead?.data).toMatchObject({
      roles: ['educator', 'trainer'],
      certificate: { expiresOn: '2028-06-15' },
    });
    expect((await scene.items('outbox')).map(({ data }) => data['body'])).toContainEqual({
      kind: 'sync_account',
      personId: people.lead.personId,
    });
  });

  test('records completions at the own school', async () => {
    const trainingId = await held('initial', '2026-09-18', trainer, schools.oak);
    expect(await complete(trainingId, [people.novice], { by: trainer })).toMatchObject({ completedBy: 1 });
  });

  test.each([
    ['another school', 'initial', schools.elm, 'training.own_school'],
    ['the whole district', 'initial', null, 'training.own_school'],
    ['trainers', 'trainer', schools.oak, 'training.trainers_by_office'],
  ] as const)('sets up no training for %s', async (_, kind, schoolId, reason) => {
    await expect(held(kind, '2026-09-18', trainer, schoolId)).rejects.toMatchObject({ reason });
    expect(await scene.items('training')).toEqual([]);
  });

  test('certifies nobody of another school', async () => {
    const trainingId = await held('initial', '2026-09-18', trainer, schools.oak);
    await expect(complete(trainingId, [people.stranger], { by: trainer })).rejects.toMatchObject({
      code: 'NOT_ALLOWED',
    });
  });
});

test('a coordinator sees the history of the own school’s staff, and of nobody else', async () => {
  const at = '2026-09-20T15:00:00.000Z';
  expect(await historyOf(people.lead, at)).toMatchObject({ name: 'Lea Lead', trainings: [] });
  await expect(historyOf(people.stranger, at)).rejects.toMatchObject({ code: 'NOT_FOUND' });
});

describe('a certificate that is about to end', () => {
  /** Nora is certified on 18 September 2026 until 17 September 2028. */
  async function certified() {
    await complete(await held('initial', '2026-09-18'), [people.novice]);
    return openMail(scene);
  }
  const mornings = ['2028-07-19T13:30:00.000Z', '2028-09-03T13:30:00.000Z'] as const;

  test('is told of 60 and 14 days before, once each', async () => {
    const mail = await certified();
    for (const morning of mornings) {
      await mail.quarterHour(morning);
      await mail.quarterHour(morning);
    }
    const letters = (await mail.inbox()).map(({ mail: letter }) => letter);
    expect(letters.map(({ subject }) => subject)).toEqual([
      'Your certificate for home visits ends soon',
      'Your certificate for home visits ends soon',
    ]);
    expect(letters[0]?.text).toContain('It is valid until Sunday, September 17');
    expect(letters[0]?.text).not.toContain('/unsubscribe');
  });

  test('is not spoken of once it was renewed', async () => {
    const mail = await certified();
    const renewal = await held('renewal', '2028-07-18');
    await complete(renewal, [people.novice], { at: '2028-07-18T23:30:00.000Z' });
    for (const morning of mornings) await mail.quarterHour(morning);
    expect(await mail.inbox()).toEqual([]);
    const rows = (await scene.items('reminder')).map(({ data }) => [data['expiresOn'], data['status']]);
    expect(rows.sort()).toEqual([
      ['2028-09-17', 'settled'],
      ['2028-09-17', 'settled'],
      ['2030-09-17', 'planned'],
      ['2030-09-17', 'planned'],
    ]);
  });
});
