import { describe, expect, test } from 'vitest';
import { getClass } from '#functions/app/roster/get-class.ts';
import { classList, expectedStudent } from '#functions/data/entities/class-lists.ts';
import { guardian, studentYear } from '#functions/data/entities/families.ts';
import { classStudent, school, schoolClass, student } from '#functions/data/entities/roster.ts';
import { visit } from '#functions/data/entities/visits.ts';
import {
  adult,
  child,
  importInto,
  listsOf,
  makeList,
  merge,
  putOnList,
  rosterOf,
  summer,
  visitOn,
} from '#test/support/class-list-steps.ts';
import { disturbed } from '#test/support/disturbed.ts';
import { engineOfTest } from '#test/support/engine.ts';
import { openScene, people, schools } from '#test/support/school-scene.ts';

const gia = { id: 'g1', name: 'Layla Haddad', phone: '555-201-3344' };

async function summerScene() {
  const scene = await openScene(await engineOfTest());
  const { classId } = await makeList(scene);
  const [mina, sami, joy] = await putOnList(scene, classId, [
    child('Mina', 'Haddad', adult('Layla Haddad', '(555) 201-3344', 'layla@home.example')),
    child('Sami', 'Haddad', adult('layla haddad', '555 201 3344')),
    child('Joy', 'Park', adult('Mom', '555-777-0000')),
  ]);
  if (mina === undefined || sami === undefined || joy === undefined) throw new Error('three are on the list');
  return { scene, classId, mina, sami, joy, district: importInto(scene) };
}

describe('when the roster comes', () => {
  test('it adopts school, class, students, families and adults by name, and no visit is lost', async () => {
    const { scene, classId, mina, sami, joy, district } = await summerScene();
    expect(mina.familyId).toBe(sami.familyId);
    const held = await visitOn(scene, mina.familyId, [mina.studentId, sami.studentId], '2026-08-13');
    const roster = rosterOf(
      [
        { id: 'k1', givenName: 'Mína', familyName: 'HADDAD', adults: ['g1'] },
        { id: 'k2', givenName: 'Sami', familyName: 'Haddad', adults: ['g1'] },
        { id: 'k3', givenName: 'Joy', familyName: 'Park', adults: ['g2'] },
      ],
      [gia, { id: 'g2', name: 'Ann Park', phone: '555 777 0000' }],
    );
    const done = await district.import(roster);
    expect(done).toMatchObject({ status: 'done', notTaken: 0 });

    expect((await district.all(school)).map(({ schoolId, rosterId }) => [schoolId, rosterId])).toEqual([
      [schools.oak, 'oak'],
      [schools.elm, 'elm'],
    ]);
    const students = await district.all(student);
    expect(students.map(({ studentId }) => studentId).sort()).toEqual(
      [mina, sami, joy].map(({ studentId }) => studentId).sort(),
    );
    expect(students.every(({ grade, roster: named }) => grade === '3' && named !== null)).toBe(true);
    expect(students.map(({ givenName }) => givenName)).toContain('Mina');
    expect((await district.all(schoolClass)).map((one) => [one.classId, one.name])).toEqual([
      [classId, 'Room 12'],
    ]);
    expect(await district.all(classStudent)).toHaveLength(3);
    // What was written by hand stays, what was missing is filled, and nobody is there twice.
    const adults = (await district.all(guardian)).filter(
      ({ familyId }) => familyId !== 'fam_00000000000000000000000001',
    );
    expect(adults.map(({ name, phone, email }) => [name, phone, email]).sort()).toEqual([
      ['Layla Haddad', '(555) 201-3344', 'layla@home.example'],
      ['Mom', '555-777-0000', null],
    ]);
    expect(await district.all(expectedStudent)).toEqual([]);
    expect(await district.all(classList)).toEqual([]);

    expect(await district.all(visit)).toMatchObject([
      { visitId: held.visitId, familyId: mina.familyId, status: 'completed' },
    ]);
    const standings = await district.all(studentYear);
    for (const one of [mina, sami])
      expect(standings.find(({ studentId }) => studentId === one.studentId)).toMatchObject({
        invitation: 'accepted',
        visits: [{ visitId: held.visitId, status: 'completed' }],
      });

    const before = await district.state();
    expect(Object.values((await district.import(roster)).changed ?? {})).toEqual(Array(6).fill(0));
    expect(await district.state()).toEqual(before);
  });

  test('twelve students whom lists put into twelve families come over, also when each run is stopped after one step', async () => {
    const scene = await openScene(await engineOfTest());
    const { classId } = await makeList(scene);
    const names = ['Ana', 'Ben', 'Cara', 'Dora', 'Emil', 'Fina', 'Gil', 'Hana', 'Ivo', 'Juan', 'Kira', 'Leo'];
    const listed: string[] = [];
    for (const part of [names.slice(0, 6), names.slice(6)])
      for (const { familyId } of await putOnList(
        scene,
        classId,
        part.map((name) => child(name, 'Okafor')),
      ))
        listed.push(familyId);
    expect(new Set(listed).size).toBe(12);
    const adults = ['g1', 'g2', 'g3', 'g4', 'g5', 'g6', 'g7'].map((id) => ({ id, name: `Ada${id} Okafor` }));
    const roster = rosterOf(
      [
        ...names.map((givenName, index) => ({
          id: `k${String(index).padStart(2, '0')}`,
          givenName,
          familyName: 'Okafor',
          adults: adults.map(({ id }) => id),
        })),
        { id: 'k99', givenName: 'Zoe', familyName: 'Zhang' },
      ],
      adults,
    );
    const district = importInto(scene);
    const importId = await district.start();
    const stopped = () => disturbed(district.client, async (nth) => (nth === 2 ? 'lost before' : 'sent'));
    let done: Awaited<ReturnType<typeof district.run>> | 'stopped' = 'stopped';
    while (done === 'stopped')
      done = await district.run(importId, roster, stopped()).catch(() => 'stopped' as const);
    expect(done).toMatchObject({ status: 'done', notTaken: 0 });
    expect(done?.changed).toMatchObject({ students: 13, guardians: 7 });
    const students = (await district.all(student)).filter(({ familyName }) => familyName === 'Okafor');
    expect(students.map(({ familyId }) => familyId).sort()).toEqual([...listed].sort());
    expect(students.every((one) => one.roster !== null)).toBe(true);
    expect(await district.all(expectedStudent)).toEqual([]);
    const before = await district.state();
    await district.import(roster);
    expect(await district.state()).toEqual(before);
  });

  test('a brother whom only the roster names joins the family, with its answer', async () => {
    const { scene, joy, district } = await summerScene();
    await visitOn(scene, joy.familyId, [joy.studentId], '2026-08-13');
    await district.import(
      rosterOf(
        [
          { id: 'k3', givenName: 'Joy', familyName: 'Park', adults: ['g2'] },
          { id: 'k4', givenName: 'Ben', familyName: 'Park', adults: ['g2'] },
        ],
        [{ id: 'g2', name: 'Ann Park' }],
      ),
    );
    const ben = (await district.all(studentYear)).find(({ givenName }) => givenName === 'Ben');
    expect(ben).toMatchObject({ familyId: joy.familyId, invitation: 'accepted', visits: [] });
  });

  test('what is open to doubt is guessed by nobody, and listed with the reason', async () => {
    const { scene, classId, mina, district } = await summerScene();
    await putOnList(scene, classId, [child('Ana', 'Diaz')]);
    const other = await makeList(scene, 'Room 14');
    await putOnList(scene, other.classId, [child('Ana', 'Díaz', adult('Rosa Díaz'))]);
    await visitOn(scene, mina.familyId, [mina.studentId], '2026-08-13');
    const roster = rosterOf([
      { id: 'k1', givenName: 'Mina', familyName: 'Haddad' },
      { id: 'k5', givenName: 'Mina', familyName: 'Haddad' },
      { id: 'k6', givenName: 'Ana', familyName: 'Diaz' },
      { id: 'k7', givenName: 'Samuel', familyName: 'Haddad' },
    ]);
    await district.import(roster);
    const { open, waiting } = await listsOf(scene);
    expect(waiting).toBe(0);
    expect(open.map(({ givenName, familyName, because }) => [givenName, familyName, because])).toEqual(
      [
        ['Ana', 'Diaz', 'several_expected'],
        ['Ana', 'Díaz', 'several_expected'],
        ['Mina', 'Haddad', 'several_in_roster'],
        ['Sami', 'Haddad', 'no_match'],
        ['Joy', 'Park', 'no_match'],
      ].sort(([, one = ''], [, other = '']) => (one.toLowerCase() < other.toLowerCase() ? -1 : 1)),
    );
    expect(open.find(({ studentId }) => studentId === mina.studentId)?.sameName).toHaveLength(2);
    const before = await district.state();
    await district.import(roster);
    expect(await district.state()).toEqual(before);
  });

  test('the class page of the list shows the family’s standing before and after', async () => {
    const { scene, classId, joy, district } = await summerScene();
    const page = async () => {
      const { deps, context } = scene.as(people.lead, summer);
      const { students } = await getClass(deps, context, {
        params: { classId },
        query: undefined,
        body: undefined,
      });
      return students.map(({ givenName, invitation }) => [givenName, invitation]);
    };
    expect(await page()).toEqual([
      ['Mina', 'not_invited'],
      ['Sami', 'not_invited'],
      ['Joy', 'not_invited'],
    ]);
    await visitOn(scene, joy.familyId, [joy.studentId], '2026-08-13');
    await district.import(rosterOf([{ id: 'k3', givenName: 'Joy', familyName: 'Park' }]));
    expect(await page()).toContainEqual(['Joy', 'accepted']);
  });
});

describe('two records of one student', () => {
  test('become one by hand: visits run on in order of time, and everything that hangs on them comes along', async () => {
    const { scene, mina, sami, district } = await summerScene();
    await visitOn(scene, mina.familyId, [mina.studentId, sami.studentId], '2026-08-13');
    await district.import(
      rosterOf([{ id: 'k9', givenName: 'Minah', familyName: 'Haddad', adults: ['g1'] }], [gia]),
    );
    const minah = (await district.all(student)).find(({ givenName }) => givenName === 'Minah');
    if (minah === undefined) throw new Error('the roster names Minah');
    await visitOn(scene, minah.familyId, [minah.studentId], '2026-09-17');

    await merge(scene, mina.studentId, minah.studentId);
    const standings = await district.all(studentYear);
    expect(
      standings.find(({ studentId }) => studentId === minah.studentId)?.visits.map(({ on }) => on),
    ).toEqual(['2026-08-13', '2026-09-17']);
    expect(standings.some(({ studentId }) => studentId === mina.studentId)).toBe(false);
    const visits = (await district.all(visit)).sort((a, b) => (a.startsAt < b.startsAt ? -1 : 1));
    expect(
      visits.map(({ familyId, students }) => [familyId, students.map((one) => [one.givenName, one.number])]),
    ).toEqual([
      [
        minah.familyId,
        [
          ['Minah', 1],
          ['Sami', 1],
        ],
      ],
      [minah.familyId, [['Minah', 2]]],
    ]);
    const left = (await district.items()).filter(
      ({ pk, et, data }) =>
        !['audit', 'outbox', 'movedFamily', 'movedStudent', 'mergeUnderWay', 'idempotency'].includes(et) &&
        (pk.includes(mina.studentId) ||
          JSON.stringify(data).includes(mina.studentId) ||
          pk.includes(mina.familyId)),
    );
    expect(left.map(({ et }) => et)).toEqual([]);
    const before = await district.state();
    await district.import(
      rosterOf([{ id: 'k9', givenName: 'Minah', familyName: 'Haddad', adults: ['g1'] }], [gia]),
    );
    expect(await district.state()).toEqual(before);
  });
});
