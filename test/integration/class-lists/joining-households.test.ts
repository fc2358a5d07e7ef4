import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { joinHouseholds } from '#functions/app/class-lists/join-households.ts';
import { finishMerge } from '#functions/app/class-lists/merge/finish-merge.ts';
import { recordAnswer } from '#functions/app/families/record-answer.ts';
import { changeFamily } from '#functions/app/households/change-family.ts';
import { getFamilyPage } from '#functions/app/pages/get-family-page.ts';
import { getFamily } from '#functions/app/roster/get-family.ts';
import { cancelVisit } from '#functions/app/visits/cancel-visit.ts';
import { expectedStudent } from '#functions/data/entities/class-lists.ts';
import { family, guardian, studentYear } from '#functions/data/entities/families.ts';
import { classStudent, familyStudent, student } from '#functions/data/entities/roster.ts';
import { visit } from '#functions/data/entities/visits.ts';
import {
  adult,
  child,
  importInto,
  makeList,
  merge,
  putOnList,
  rosterOf,
  visitOn,
} from '#test/support/class-list-steps.ts';
import { type Engine, startEngine } from '#test/support/engine.ts';
import { asFamily, linkOf } from '#test/support/family-steps.ts';
import { openScene, people, type Scene } from '#test/support/school-scene.ts';
import { accept, plan, schedule } from '#test/support/visit-steps.ts';

let engine: Engine;
beforeAll(async () => {
  engine = await startEngine();
});
afterAll(() => engine.stop());

const now = '2026-10-05T15:00:00.000Z';
const none = { query: undefined, body: undefined };

/** Mina of the roster was visited; her brother Sami is on a list, by another name and with another adult. */
async function apart() {
  const scene = await openScene(engine);
  const { classId } = await makeList(scene);
  const [sami] = await putOnList(scene, classId, [child('Sami', 'Park', adult('Tom Park', '303 555 0199'))]);
  const district = importInto(scene);
  const roster = rosterOf(
    [{ id: 'k1', givenName: 'Mina', familyName: 'Haddad', adults: ['g1'] }],
    [{ id: 'g1', name: 'Layla Haddad', phone: '303 555 0142' }],
  );
  await district.import(roster);
  const mina = (await district.all(studentYear)).find(({ givenName }) => givenName === 'Mina');
  if (sami === undefined || mina === undefined) throw new Error('both are there');
  return { scene, district, roster, mina, sami };
}

function join(
  scene: Scene,
  studentId: string,
  sibling: string,
  who: Parameters<Scene['as']>[0] = people.coordinator,
) {
  const { deps, context } = scene.as(who, now);
  return joinHouseholds(deps, context, { ...none, params: { studentId }, body: { sibling } });
}

async function leaveAlone(scene: Scene, familyId: string): Promise<void> {
  const { deps, context } = scene.as(people.coordinator, now);
  const { family: home } = await getFamily(deps, context, { ...none, params: { familyId } });
  const body = { doNotContact: true, rev: home.rev };
  await changeFamily(deps, context, { ...none, params: { familyId }, body });
}

describe('two children who live together', () => {
  test('come into one household with everybody and every visit of both, and rosters leave it so', async () => {
    const { scene, district, roster, mina, sami } = await apart();
    const held = await visitOn(scene, sami.familyId, [sami.studentId], '2026-09-10');
    const letter = await linkOf(scene, { familyId: sami.familyId });
    expect(await join(scene, mina.studentId, sami.studentId)).toEqual({ familyId: mina.familyId });
    await finishMerge(district.table(), sami.studentId);

    const { deps, context } = scene.as(people.coordinator, now);
    // Also by the id that Sami's household had.
    const home = await getFamily(deps, context, { ...none, params: { familyId: sami.familyId } });
    expect(home.family.familyId).toBe(mina.familyId);
    expect(home.students.map(({ givenName, nextVisit }) => [givenName, nextVisit]).sort()).toEqual([
      ['Mina', 1],
      ['Sami', 2],
    ]);
    expect(home.guardians.map(({ name }) => name).sort()).toEqual(['Layla Haddad', 'Tom Park']);
    expect(home.invitation.status).toBe('accepted');
    expect(home.visits.map(({ visitId }) => visitId)).toEqual([held.visitId]);
    const page = asFamily(scene, letter, now);
    const view = await getFamilyPage(page.deps, page.context, {
      params: { link: letter },
      query: {},
      body: undefined,
    });
    expect([...view.children].sort()).toEqual(['Mina', 'Sami']);

    const rows = [
      ...(await district.all(student)),
      ...(await district.all(familyStudent)),
      ...(await district.all(classStudent)),
      ...(await district.all(expectedStudent)),
      ...(await district.all(visit)),
    ];
    expect(rows.filter(({ familyId }) => familyId === sami.familyId)).toEqual([]);
    expect((await district.all(family)).filter(({ familyId }) => familyId === sami.familyId)).toEqual([]);
    const { familyId } = mina;
    const studentIds = [mina.studentId, sami.studentId];
    await expect(
      schedule(scene, { ...plan, familyId, studentIds, date: '2027-02-10' }, now),
    ).resolves.toMatchObject({ status: 'scheduled' });
    const before = await district.state();
    await district.import(roster);
    expect(await district.state()).toEqual(before);
  });

  test('and one of them turns out to be a child of the roster: that record goes as ever', async () => {
    const { scene, district, mina, sami } = await apart();
    await join(scene, mina.studentId, sami.studentId);
    await merge(scene, sami.studentId, mina.studentId, now);
    await finishMerge(district.table(), sami.studentId);
    const left = (await district.all(studentYear)).filter(({ familyId }) => familyId === mina.familyId);
    expect(left.map(({ givenName }) => givenName)).toEqual(['Mina']);
    expect((await district.all(guardian)).filter(({ familyId }) => familyId === mina.familyId)).toHaveLength(
      2,
    );
  });

  test('are left alone together when one household declined (I12), and wait while the other has a visit', async () => {
    const { scene, district, mina, sami } = await apart();
    await accept(scene, mina.familyId);
    const invited = await accept(scene, sami.familyId);
    const { deps, context } = scene.as(people.lead, now);
    const body = { answer: 'declined', rev: invited.rev } as const;
    await recordAnswer(deps, context, { ...none, params: { familyId: sami.familyId }, body });
    const ahead = { ...plan, familyId: mina.familyId, studentIds: [mina.studentId], date: '2026-11-10' };
    const arranged = await schedule(scene, ahead, now);
    await expect(join(scene, mina.studentId, sami.studentId)).rejects.toMatchObject({
      reason: 'merge.declined',
    });
    await cancelVisit(deps, context, {
      ...none,
      params: { visitId: arranged.visitId },
      body: { outcome: 'cancelled', side: 'team', reason: 'illness', rev: arranged.rev },
    });
    await join(scene, mina.studentId, sami.studentId);
    const standings = (await district.all(studentYear)).filter(({ familyId }) => familyId === mina.familyId);
    expect(standings.map(({ invitation }) => invitation)).toEqual(['declined', 'declined']);
  });

  test('wait while one household wants no contact and the other has a visit arranged', async () => {
    const { scene, district, mina, sami } = await apart();
    await accept(scene, mina.familyId);
    const ahead = { ...plan, familyId: mina.familyId, studentIds: [mina.studentId], date: '2026-11-10' };
    await schedule(scene, ahead, now);
    await leaveAlone(scene, sami.familyId);
    await expect(join(scene, mina.studentId, sami.studentId)).rejects.toMatchObject({
      reason: 'family.visit_scheduled',
    });
    expect((await district.all(visit)).map(({ status }) => status)).toEqual(['scheduled']);
  });

  test.each(['who stays', 'who comes'])(
    'do not become the way around for an adult of the household %s whom it must not reach',
    async (side) => {
      const scene = await openScene(engine);
      const district = importInto(scene);
      // The roster has an entry of Juan for each child.
      const adults = (id: string, phone: string) => ({ id, name: 'Juan Díaz', phone });
      await district.import(
        rosterOf(
          [
            { id: 'k1', givenName: 'Ana', familyName: 'Díaz', adults: ['g1'] },
            { id: 'k2', givenName: 'Leo', familyName: 'Díaz', adults: ['g2'] },
          ],
          [adults('g1', '303 555 0142'), adults('g2', '303 555 0177')],
        ),
      );
      const standings = await district.all(studentYear);
      const [ana, leo] = ['Ana', 'Leo'].map((name) => standings.find(({ givenName }) => givenName === name));
      if (ana === undefined || leo === undefined) throw new Error('both are there');
      const closedTo = side === 'who stays' ? ana : leo;
      const entries = await district.all(guardian);
      const own = entries.find(({ familyId }) => familyId === closedTo.familyId);
      if (own === undefined) throw new Error('Juan is there');
      const { rev: _, ...juan } = own;
      const work = district.table().begin('test.written', 'test');
      work.update(guardian, own, { ...juan, noContact: true });
      await work.commit(null);

      await join(scene, ana.studentId, leo.studentId);
      await finishMerge(district.table(), leo.studentId);
      const together = (await district.all(guardian)).filter(({ familyId }) => familyId === ana.familyId);
      expect(together.map(({ name, noContact }) => [name, noContact])).toEqual([
        ['Juan Díaz', true],
        ['Juan Díaz', true],
      ]);
    },
  );

  test('are joined by a coordinator of the school of both, once', async () => {
    const { scene, mina, sami } = await apart();
    await expect(join(scene, mina.studentId, sami.studentId, people.elmCoordinator)).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
    await join(scene, mina.studentId, sami.studentId);
    await expect(join(scene, mina.studentId, sami.studentId)).rejects.toMatchObject({
      reason: 'merge.same_household',
    });
  });
});
