import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { getMyReflection } from '#functions/app/reflections/get-my-reflection.ts';
import { writeLookBack } from '#functions/app/reflections/write-look-back.ts';
import { getToday } from '#functions/app/visits/get-today.ts';
import type { Answer } from '#shared/contract/client.ts';
import type { ReflectionWords } from '#shared/domain/reflection/model.ts';
import { type Engine, startEngine } from '#test/support/engine.ts';
import { household, openScene, people, type Scene } from '#test/support/school-scene.ts';
import { after, reflect, visited } from '#test/support/visit-steps.ts';

let engine: Engine;
beforeAll(async () => {
  engine = await startEngine();
});
afterAll(() => engine.stop());

type Who = (typeof people)[keyof typeof people];
type Visit = Answer<'getVisit'>;
const none = { query: undefined, body: undefined };
const studentId = household.students[0];
const words: ReflectionWords = { answers: [], apply: 'Bring bridge models into maths' };
/** Four weeks after the first reflection, on a morning of the school year. */
const fourWeeksLater = '2026-10-29T15:00:00.000Z';

const read = (scene: Scene, { visitId }: Visit) => {
  const { deps, context } = scene.as(people.lead, after);
  return getMyReflection(deps, context, { ...none, params: { visitId, studentId } });
};
const lookBack = (scene: Scene, who: Who, visit: Visit, rev: number, now = fourWeeksLater) => {
  const { deps, context } = scene.as(who, now);
  return writeLookBack(deps, context, {
    query: undefined,
    params: { visitId: visit.visitId, studentId },
    body: { lookBack: { how: 'helped', text: 'She explained arches to the class' }, rev },
  });
};

describe('looking back', () => {
  const today = async (scene: Scene, now: string) => {
    const { deps, context } = scene.as(people.lead, now);
    return (await getToday(deps, context, { ...none, params: undefined })).lookBacks;
  };
  const planned = async (scene: Scene) =>
    (await scene.items('reminder')).map(({ data }) => data).filter(({ rule }) => rule === 'look_back');

  test('is asked for on the day the policy says, without the words, until it is done', async () => {
    const scene = await openScene(engine);
    const visit = await visited(scene);
    const { reflection } = await reflect(scene, people.lead, visit, after, words);
    expect(await planned(scene)).toMatchObject([{ dueAt: '2026-10-29T12:00:00.000Z', status: 'planned' }]);
    expect(await today(scene, '2026-10-28T15:00:00.000Z')).toEqual([]);
    expect(await today(scene, fourWeeksLater)).toMatchObject([{ visitId: visit.visitId, studentId }]);

    await lookBack(scene, people.lead, visit, reflection.rev);
    expect(await today(scene, fourWeeksLater)).toEqual([]);
    expect(await planned(scene)).toMatchObject([{ status: 'settled' }]);
    expect(await read(scene, visit)).toMatchObject({
      words,
      lookBack: { how: 'helped', text: 'She explained arches to the class' },
      reflection: { version: 2, lookedBackAt: fourWeeksLater },
    });
  });

  test('stays with the reflection when its words are edited later', async () => {
    const scene = await openScene(engine);
    const visit = await visited(scene);
    const { reflection } = await reflect(scene, people.lead, visit, after, words);
    const kept = await lookBack(scene, people.lead, visit, reflection.rev);
    await reflect(scene, people.lead, { ...visit, reflections: [kept.reflection] }, fourWeeksLater, words);
    expect((await read(scene, visit)).lookBack).toMatchObject({ how: 'helped' });
    expect(await planned(scene)).toHaveLength(1);
  });

  test('is not asked for when school has ended by then', async () => {
    const scene = await openScene(engine);
    const visit = await visited(scene);
    await reflect(scene, people.lead, visit, '2027-05-25T15:00:00.000Z', words);
    expect(await planned(scene)).toEqual([]);
  });

  test('comes after the reflection itself', async () => {
    const scene = await openScene(engine);
    const visit = await visited(scene);
    const rev = visit.reflections[0]?.rev ?? 0;
    await expect(lookBack(scene, people.lead, visit, rev)).rejects.toMatchObject({
      reason: 'reflection.not_written',
    });
  });
});
