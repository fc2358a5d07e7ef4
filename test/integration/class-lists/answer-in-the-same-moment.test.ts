import { afterAll, beforeAll, expect, test } from 'vitest';
import { addExpectedStudents } from '#functions/app/class-lists/add-expected-students.ts';
import { inviteFamily } from '#functions/app/families/invite-family.ts';
import { recordAnswer } from '#functions/app/families/record-answer.ts';
import { studentYear } from '#functions/data/entities/families.ts';
import {
  adult,
  child,
  importInto,
  makeList,
  putOnList,
  rosterOf,
  summer,
} from '#test/support/class-list-steps.ts';
import { callAs } from '#test/support/district.ts';
import { disturbed } from '#test/support/disturbed.ts';
import { type Engine, startEngine } from '#test/support/engine.ts';
import { openScene, people } from '#test/support/school-scene.ts';

let engine: Engine;
beforeAll(async () => {
  engine = await startEngine();
});
afterAll(() => engine.stop());

const rosa = adult('Rosa Diaz', '555-201-3344');

/** Ana is on the list. Her family says its first no right before a transaction of whoever uses the client. */
async function firstNo(before: number) {
  const scene = await openScene(engine);
  const { classId } = await makeList(scene);
  const [ana] = await putOnList(scene, classId, [child('Ana', 'Diaz', rosa)]);
  const params = { familyId: ana?.familyId ?? '' };
  const meanwhile = disturbed(engine.client, async (nth) => {
    if (nth !== before) return 'sent';
    const { deps, context } = scene.as(people.lead, summer);
    const request = { params, query: undefined };
    const invited = await inviteFamily(deps, context, { ...request, body: { how: 'phone', rev: 0 } });
    await recordAnswer(deps, context, { ...request, body: { answer: 'declined', rev: invited.rev } });
    return 'sent';
  });
  const answers = async () =>
    (await importInto(scene).all(studentYear))
      .filter(({ familyId }) => familyId === params.familyId)
      .map(({ givenName, invitation }) => [givenName, invitation])
      .sort();
  return { scene, classId, meanwhile, answers };
}

test('a sibling whom somebody puts on the list in the moment of the first no does not stand as not asked (I12)', async () => {
  const { scene, classId, meanwhile, answers } = await firstNo(1);
  const { deps, context } = callAs(meanwhile, scene.tableName, summer, people.coordinator);
  const body = { students: [child('Ben', 'Diaz', rosa)] };
  await addExpectedStudents(deps, context, { params: { classId }, query: undefined, body }).catch(
    ({ code }: { code?: string }) => expect(code).toBe('CHANGED_MEANWHILE'),
  );
  for (const [, invitation] of await answers()) expect(invitation).toBe('declined');
});

test.each([1, 2, 3, 4, 5])(
  'a sibling whom the roster brings has said the first no too, whichever of its steps it came before: %i (I12)',
  async (step) => {
    const { scene, meanwhile, answers } = await firstNo(step);
    const district = importInto(scene);
    const roster = rosterOf(
      [
        { id: 'k1', givenName: 'Ana', familyName: 'Diaz', adults: ['g1'] },
        { id: 'k2', givenName: 'Ben', familyName: 'Diaz', adults: ['g1'] },
      ],
      [{ id: 'g1', name: 'Rosa Diaz', phone: '555-201-3344' }],
    );
    await district.run(await district.start(), roster, meanwhile);
    expect(await answers()).toEqual([
      ['Ana', 'declined'],
      ['Ben', 'declined'],
    ]);
  },
);
