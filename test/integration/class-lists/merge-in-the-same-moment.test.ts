import { afterAll, beforeAll, expect, test } from 'vitest';
import { finishMerge } from '#functions/app/class-lists/merge/finish-merge.ts';
import { mergeStudent } from '#functions/app/class-lists/merge-student.ts';
import { addContact } from '#functions/app/contacts/add-contact.ts';
import { addGuardian } from '#functions/app/households/add-guardian.ts';
import { contact } from '#functions/data/entities/contacts.ts';
import { familyLink, guardian, studentYear } from '#functions/data/entities/families.ts';
import { mergeUnderWay } from '#functions/data/entities/moved.ts';
import {
  adult,
  child,
  importInto,
  makeList,
  merge,
  putOnList,
  rosterOf,
  twoRecords,
} from '#test/support/class-list-steps.ts';
import { callAs } from '#test/support/district.ts';
import { disturbed } from '#test/support/disturbed.ts';
import { type Engine, startEngine } from '#test/support/engine.ts';
import { linkOf } from '#test/support/family-steps.ts';
import { openScene, people } from '#test/support/school-scene.ts';

let engine: Engine;
beforeAll(async () => {
  engine = await startEngine();
});
afterAll(() => engine.stop());

const now = '2026-10-05T15:00:00.000Z';
const none = { query: undefined };
const spoken = {
  with: 'Rosa',
  how: 'phone',
  direction: 'to_family',
  line: 'Hello',
  on: '2026-10-04',
  askedForVisit: false,
} as const;

test('what is added beside a family while it becomes one with another is kept, and still protects', async () => {
  const { scene, district, bobby, robert } = await twoRecords(engine);
  await linkOf(scene, { familyId: robert.familyId });
  const { deps, context } = scene.as(people.coordinator, now);
  const params = { familyId: bobby.familyId };
  const meanwhile = disturbed(engine.client, async () => {
    const body = { name: 'Rex Diaz', email: null, phone: null, prefers: null, noContact: true };
    await addGuardian(deps, context, { ...none, params, body });
    await addContact(deps, context, { ...none, params, body: spoken });
    return 'sent';
  });
  const merging = callAs(meanwhile, scene.tableName, now, people.coordinator);
  const request = { ...none, params: { studentId: bobby.studentId }, body: { into: robert.studentId } };
  await mergeStudent(merging.deps, merging.context, request);
  await finishMerge(district.table(), bobby.studentId);

  const { familyId } = robert;
  const rex = (await district.all(guardian)).filter(({ name }) => name === 'Rex Diaz');
  expect(rex).toMatchObject([{ familyId, noContact: true }]);
  expect(await district.all(contact)).toMatchObject([{ familyId, line: 'Hello' }]);
  // A letter to the household may lie with the one whom nothing may reach.
  expect((await district.all(familyLink)).map(({ revokedAt }) => revokedAt)).toEqual([expect.any(String)]);
  // Done once more, as after a crash, it changes nothing.
  await finishMerge(district.table(), bobby.studentId);
  expect(await district.all(contact)).toHaveLength(1);
});

test('an entry is not written beside a family that has just become one with another', async () => {
  const { scene, district, bobby, robert } = await twoRecords(engine);
  const meanwhile = disturbed(engine.client, async () => {
    await merge(scene, bobby.studentId, robert.studentId, now);
    return 'sent';
  });
  const { deps, context } = callAs(meanwhile, scene.tableName, now, people.coordinator);
  const request = { ...none, params: { familyId: bobby.familyId }, body: spoken };
  await expect(addContact(deps, context, request)).rejects.toMatchObject({ code: 'CHANGED_MEANWHILE' });
  expect(await district.all(contact)).toEqual([]);
});

test('a second merge of a household first ends the one that still brings rows over', async () => {
  const scene = await openScene(engine);
  const { classId } = await makeList(scene);
  const rosa = adult('Rosa Diaz', '303 555 0142');
  const [bobby, anita] = await putOnList(scene, classId, [
    child('Bobby', 'Diaz', rosa),
    child('Anita', 'Diaz', rosa),
  ]);
  const district = importInto(scene);
  await district.import(
    rosterOf(
      [
        { id: 'k1', givenName: 'Robert', familyName: 'Diaz', adults: ['g1'] },
        { id: 'k2', givenName: 'Ana', familyName: 'Diaz', adults: ['g1'] },
      ],
      [{ id: 'g1', name: 'Rosa Diaz' }],
    ),
  );
  const standing = async (name: string) =>
    (await district.all(studentYear)).find(({ givenName }) => givenName === name);
  const [robert, ana] = [await standing('Robert'), await standing('Ana')];
  if (bobby === undefined || anita === undefined || robert === undefined || ana === undefined)
    throw new Error('four records are there');

  // Somebody adds what the first merge has not read: it is still to be brought over when the second begins.
  const { deps, context } = scene.as(people.coordinator, now);
  const meanwhile = disturbed(engine.client, async () => {
    const params = { familyId: bobby.familyId };
    await addContact(deps, context, { ...none, params, body: spoken });
    return 'sent';
  });
  const merging = callAs(meanwhile, scene.tableName, now, people.coordinator);
  const request = { ...none, params: { studentId: bobby.studentId }, body: { into: robert.studentId } };
  await mergeStudent(merging.deps, merging.context, request);
  expect(await district.all(mergeUnderWay)).toHaveLength(1);
  await merge(scene, anita.studentId, ana.studentId, now);
  expect(await district.all(contact)).toMatchObject([{ familyId: robert.familyId }]);
  // Both in one household now, so nothing more is to follow.
  expect(await district.all(mergeUnderWay)).toEqual([]);
});
