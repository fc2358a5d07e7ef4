import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { newSecret } from '#functions/adapters/secrets.ts';
import { inviteFamily } from '#functions/app/families/invite-family.ts';
import { changeGuardian } from '#functions/app/households/change-guardian.ts';
import { makeClassLetters } from '#functions/app/letters/make-class-letters.ts';
import { makeFamilyLetter } from '#functions/app/letters/make-family-letter.ts';
import { getFamilyPage } from '#functions/app/pages/get-family-page.ts';
import { hashOfSecret } from '#functions/app/secret-links.ts';
import { routes } from '#shared/contract/contract.ts';
import { openClass } from '#test/support/class-steps.ts';
import { districtA } from '#test/support/district.ts';
import { type Engine, startEngine } from '#test/support/engine.ts';
import { asFamily } from '#test/support/family-steps.ts';
import { household, idOf, openScene, people, type Scene } from '#test/support/school-scene.ts';

let engine: Engine;
beforeAll(async () => {
  engine = await startEngine();
});
afterAll(() => engine.stop());

const now = '2026-09-01T15:00:00.000Z';
type Who = (typeof people)[keyof typeof people];

async function openRoom(more: number) {
  const scene = await openScene(engine);
  const homes = [household];
  for (let n = 2; n <= more + 1; n += 1) homes.push((await scene.addHousehold(n)) as typeof household);
  const classId = await openClass(scene, people.lead, homes);
  return { scene, classId, families: homes.map(({ familyId }) => familyId) };
}
async function print(
  scene: Scene,
  classId: string,
  familyIds: string[],
  who: Who = people.lead,
  key?: string,
) {
  const { deps, context } = scene.as(who, now, key);
  const made = await makeClassLetters({ ...deps, newSecret }, context, {
    params: { classId },
    query: undefined,
    body: { familyIds },
  });
  return routes.makeClassLetters.response.parse(made);
}
async function decline(scene: Scene, familyId: string): Promise<void> {
  const { deps, context } = scene.as(people.lead, now);
  const body = { how: 'phone' as const, rev: 0, answer: 'declined' as const };
  await inviteFamily(deps, context, { params: { familyId }, query: undefined, body });
}
const secretOf = (path: string): string => path.split('.')[2] ?? '';

describe('a set of letters', () => {
  test('has one for each family, with the children of the class and a link of its own', async () => {
    const { scene, classId, families } = await openRoom(2);
    const set = await print(scene, classId, families);
    expect(set).toMatchObject({ school: 'Oak Street School', className: 'Room 12', educators: ['Lea Lead'] });
    expect(set.letters.map(({ familyId }) => familyId)).toEqual(families);
    expect(set.letters[0]).toMatchObject({
      students: [{ givenName: 'Uma' }, { givenName: 'Vic' }],
      guardians: ['Gia Guardian'],
      language: 'es',
      byHand: false,
      invitation: { status: 'not_invited', rev: 0 },
    });
    expect(new Set(set.letters.map(({ path }) => path)).size).toBe(3);
    for (const { path, familyId } of set.letters)
      expect(path).toMatch(new RegExp(`^/f/${districtA}\\.${familyId}\\.[A-Za-z0-9_-]{22}$`));
  });

  test('leaves the secret of a link on paper alone: nothing that is stored holds it', async () => {
    const { scene, classId, families } = await openRoom(1);
    const { letters } = await print(scene, classId, families, people.lead, 'key-1');
    const stored = JSON.stringify(await scene.items());
    for (const { path } of letters) {
      expect(stored).not.toContain(secretOf(path));
      expect(stored).toContain(hashOfSecret(secretOf(path)));
    }
  });

  test('printed twice works twice, also under the same key', async () => {
    const { scene, classId, families } = await openRoom(0);
    const one = await print(scene, classId, families, people.lead, 'key-1');
    const other = await print(scene, classId, families, people.lead, 'key-1');
    expect(other.letters[0]?.path).not.toBe(one.letters[0]?.path);
    expect(await scene.items('familyLink')).toHaveLength(2);
  });

  test('has none for a family that said no this year (I12)', async () => {
    const { scene, classId, families } = await openRoom(1);
    const [first = '', second = ''] = families;
    await decline(scene, first);
    const set = await print(scene, classId, families);
    expect(set.letters.map(({ familyId }) => familyId)).toEqual([second]);
    expect(set.leftOut).toBe(1);
  });

  test('is for families of that class, and for its educators', async () => {
    const { scene, classId } = await openRoom(0);
    const { familyId: elsewhere } = await scene.addHousehold(9);
    await expect(print(scene, classId, [elsewhere])).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(print(scene, classId, [household.familyId], people.stranger)).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
  });

  test('fits a class of ninety families in one step', async () => {
    const { scene, classId, families } = await openRoom(89);
    expect((await print(scene, classId, families)).letters).toHaveLength(90);
  });
});

describe('the letter of one family', () => {
  const printOne = async (scene: Scene, who: Who = people.lead) => {
    const { deps, context } = scene.as(who, now);
    return makeFamilyLetter({ ...deps, newSecret }, context, {
      params: { familyId: household.familyId },
      query: undefined,
      body: undefined,
    });
  };

  test('comes from the person who prints it', async () => {
    const scene = await openScene(engine);
    expect(await printOne(scene, people.coordinator)).toMatchObject({
      school: 'Oak Street School',
      className: null,
      educators: ['Cleo Coordinator'],
      letters: [{ students: [{ givenName: 'Uma' }, { givenName: 'Vic' }] }],
    });
  });

  test('opens the family’s own page, until somebody of the home must not be reached', async () => {
    const scene = await openScene(engine);
    const { letters } = await printOne(scene);
    const link = letters[0]?.path.slice('/f/'.length) ?? '';
    const page = () => {
      const { deps, context } = asFamily(scene, link, now);
      return getFamilyPage(deps, context, { params: { link }, query: {}, body: undefined });
    };
    expect(await page()).toMatchObject({ status: 'not_invited' });
    const { deps, context } = scene.as(people.lead, now);
    const params = { familyId: household.familyId, guardianId: idOf('gua', 1) };
    await changeGuardian(deps, context, { params, query: undefined, body: { rev: 1, noContact: true } });
    await expect(page()).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  test('is not written to a family that said no', async () => {
    const scene = await openScene(engine);
    await decline(scene, household.familyId);
    await expect(printOne(scene)).rejects.toMatchObject({ reason: 'family.declined' });
  });
});
