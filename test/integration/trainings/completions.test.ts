import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { recordCompletions } from '#functions/app/trainings/record-completions.ts';
import { recordTraining } from '#functions/app/trainings/record-training.ts';
import { person, placement } from '#functions/data/entities/people.ts';
import { maxCompletionsAtOnce } from '#shared/contract/routes/trainings.ts';
import { notAskedYet } from '#shared/domain/person/participation.ts';
import { systemTable } from '#test/support/district.ts';
import { type Engine, startEngine } from '#test/support/engine.ts';
import { idOf, openScene, people, schools } from '#test/support/school-scene.ts';

const now = '2026-09-20T15:00:00.000Z';
const none = { params: undefined, query: undefined, body: undefined };
let engine: Engine;
beforeAll(async () => {
  engine = await startEngine();
});
afterAll(() => engine.stop());

/** A training, and as many people as one request may name, each of whom works at both schools. */
async function trainedAtTwoSchools() {
  const scene = await openScene(engine);
  const personIds = Array.from({ length: maxCompletionsAtOnce }, (_, index) => idOf('per', 101 + index));
  const schoolIds = [schools.oak, schools.elm];
  for (const personId of personIds) {
    const work = systemTable(engine.client, scene.tableName, now).begin('person.added', personId);
    const name = `Itinerant ${personId.slice(-3)}`;
    const nothing = { email: null, employeeId: null, certificate: null, mailProblem: null, roster: null };
    work.create(person, {
      ...nothing,
      ...notAskedYet,
      personId,
      name,
      language: 'en',
      roles: ['educator'],
      schoolIds,
      account: 'none',
    });
    for (const schoolId of schoolIds)
      work.create(placement, {
        personId,
        schoolId,
        name,
        certificate: null,
        willing: false,
        languages: [],
        freeTimes: [],
      });
    await work.commit(null);
  }
  const { deps, context } = scene.as(people.admin, now);
  const { trainingId } = await recordTraining(deps, context, {
    ...none,
    body: { title: 'Home visits, part one', heldOn: '2026-09-18', kind: 'initial', schoolId: null },
  });
  const record = (key?: string) => {
    const call = scene.as(people.admin, now, key);
    return recordCompletions(call.deps, call.context, {
      ...none,
      params: { trainingId },
      body: { personIds, outcome: 'completed', minutes: null },
    });
  };
  return { scene, record };
}

describe('everyone whom one request may name', () => {
  test('becomes certified, though each works at two schools', async () => {
    const { scene, record } = await trainedAtTwoSchools();
    expect(await record()).toMatchObject({ completedBy: maxCompletionsAtOnce });
    expect(await scene.items('attendance')).toHaveLength(maxCompletionsAtOnce);
    const shown = (await scene.items('placement')).filter(({ data }) =>
      String(data['name']).startsWith('Itinerant'),
    );
    expect(shown).toHaveLength(2 * maxCompletionsAtOnce);
    for (const { data } of shown) expect(data['certificate']).toMatchObject({ issuedOn: '2026-09-18' });
  });

  test('counts once when the request comes again, with its key or without', async () => {
    const { scene, record } = await trainedAtTwoSchools();
    const first = await record('same-key-1');
    expect(await record('same-key-1')).toEqual(first);
    expect(await record()).toMatchObject({ completedBy: maxCompletionsAtOnce });
    expect(await scene.items('certificate')).toHaveLength(maxCompletionsAtOnce);
  });
});

describe('a training of one school', () => {
  async function atElm() {
    const scene = await openScene(engine);
    const admin = scene.as(people.admin, now);
    const { trainingId } = await recordTraining(admin.deps, admin.context, {
      ...none,
      body: { title: 'Elm’s own', heldOn: '2026-09-18', kind: 'initial', schoolId: schools.elm },
    });
    const record = (who: (typeof people)[keyof typeof people], personId: string) => {
      const { deps, context } = scene.as(who, now);
      const body = { personIds: [personId], outcome: 'attended' as const, minutes: 60 };
      return recordCompletions(deps, context, { ...none, params: { trainingId }, body });
    };
    return { scene, record };
  }

  test('is recorded by its own coordinator or the district, and by no coordinator of another school', async () => {
    const { scene, record } = await atElm();
    await expect(record(people.coordinator, people.novice.personId)).rejects.toMatchObject({
      code: 'NOT_ALLOWED',
    });
    expect(await scene.items('attendance')).toEqual([]);
    await record(people.elmCoordinator, people.stranger.personId);
    await record(people.admin, people.novice.personId);
    expect(await scene.items('attendance')).toHaveLength(2);
  });

  test('records nobody of another school by its own coordinator', async () => {
    const { record } = await atElm();
    await expect(record(people.elmCoordinator, people.novice.personId)).rejects.toMatchObject({
      code: 'NOT_ALLOWED',
    });
  });
});
