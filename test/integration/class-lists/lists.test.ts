import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { addSchool } from '#functions/app/class-lists/add-school.ts';
import { keepApart } from '#functions/app/class-lists/keep-apart.ts';
import { lookUpStudents } from '#functions/app/class-lists/look-up-students.ts';
import { removeExpectedStudent } from '#functions/app/class-lists/remove-expected-student.ts';
import { getToday } from '#functions/app/visits/get-today.ts';
import { expectedStudent } from '#functions/data/entities/class-lists.ts';
import { family, guardian, studentYear } from '#functions/data/entities/families.ts';
import { classStudent, student } from '#functions/data/entities/roster.ts';
import { visit } from '#functions/data/entities/visits.ts';
import {
  adult,
  child,
  importInto,
  listsOf,
  makeList,
  putOnList,
  rosterOf,
  summer,
  visitOn,
} from '#test/support/class-list-steps.ts';
import { type Engine, startEngine } from '#test/support/engine.ts';
import { openScene, people, type Scene, schools } from '#test/support/school-scene.ts';

let engine: Engine;
beforeAll(async () => {
  engine = await startEngine();
});
afterAll(() => engine.stop());
const none = { params: undefined, query: undefined, body: undefined };

function remove(scene: Scene, classId: string, studentId: string) {
  const { deps, context } = scene.as(people.coordinator, summer);
  return removeExpectedStudent(deps, context, { ...none, params: { classId, studentId } });
}
function lookUp(scene: Scene, givenName: string, familyName: string) {
  const { deps, context } = scene.as(people.coordinator, summer);
  const body = { names: [{ givenName, familyName }] };
  return lookUpStudents(deps, context, { ...none, params: { schoolId: schools.oak }, body });
}

describe('a class list', () => {
  test('is among its educator’s classes at once, with families of their own', async () => {
    const scene = await openScene(engine);
    const { classId } = await makeList(scene);
    await putOnList(scene, classId, [child('Ana', 'Diaz', adult('Rosa Diaz', '555-201-3344'))]);
    const { deps, context } = scene.as(people.lead, summer);
    const { classes } = await getToday(deps, context, none);
    expect(classes.map((one) => [one.classId, one.name])).toEqual([[classId, 'Room 12']]);
    expect(await listsOf(scene)).toMatchObject({
      years: ['2026-27'],
      waiting: 1,
      open: [],
      lists: [{ classId, students: 1 }],
    });
  });

  test('sent twice changes nothing, and a sibling of a later list joins the family', async () => {
    const scene = await openScene(engine);
    const district = importInto(scene);
    const { classId } = await makeList(scene);
    const rosa = adult('Rosa Diaz', '555-201-3344');
    const [ana] = await putOnList(scene, classId, [child('Ana', 'Diaz', rosa)]);
    const before = await district.state();
    expect(await putOnList(scene, classId, [child('ANA', 'Díaz', rosa)])).toEqual([ana]);
    expect(await district.state()).toEqual(before);
    const other = await makeList(scene, 'Room 14');
    const [ben, mei] = await putOnList(scene, other.classId, [
      child('Ben', 'Diaz', adult('rosa díaz', '(555) 201-3344')),
      child('Mei', 'Tran', adult('Luz Tran', '555-201-3344')),
    ]);
    expect(ben?.familyId).toBe(ana?.familyId);
    expect(mei?.familyId).not.toBe(ana?.familyId);
    expect((await district.all(guardian)).filter(({ familyId }) => familyId === ana?.familyId)).toHaveLength(
      1,
    );
  });

  test('takes the child who is here already as the same child, once somebody says so', async () => {
    const scene = await openScene(engine);
    const district = importInto(scene);
    await district.import(rosterOf([{ id: 'k1', givenName: 'José', familyName: 'Díaz' }]));
    const { students } = await lookUp(scene, 'jose', 'diaz');
    const [known] = students[0] ?? [];
    expect(known).toMatchObject({ givenName: 'José' });
    const { classId } = await makeList(scene, 'Room 20');
    const count = (await district.all(student)).length;
    await putOnList(scene, classId, [child('Jose', 'Diaz', null, known?.studentId ?? '')]);
    expect(await district.all(student)).toHaveLength(count);
    expect(await district.all(expectedStudent)).toEqual([]);
    const rows = (await district.all(classStudent)).filter((one) => one.classId === classId);
    expect(rows).toMatchObject([{ studentId: known?.studentId, givenName: 'José' }]);
  });

  test('counts a child once who stands on it twice, as one of the class or as one of the school', async () => {
    const scene = await openScene(engine);
    await importInto(scene).import(rosterOf([{ id: 'k1', givenName: 'José', familyName: 'Díaz' }]));
    const { students } = await lookUp(scene, 'jose', 'diaz');
    const known = students[0]?.[0]?.studentId ?? '';
    const { classId } = await makeList(scene, 'Room 20');
    const twice = [child('Jose', 'Diaz', null, known), child('José', 'Díaz', null, known)];
    expect(await putOnList(scene, classId, twice)).toMatchObject([
      { studentId: known },
      { studentId: known },
    ]);
    expect((await listsOf(scene)).lists).toMatchObject([{ classId, students: 1 }]);
    const again = [child('JOSE', 'DIAZ'), child('José', 'Díaz')];
    expect(await putOnList(scene, classId, again)).toMatchObject([
      { studentId: known },
      { studentId: known },
    ]);
    expect((await listsOf(scene)).lists).toMatchObject([{ classId, students: 1 }]);
  });

  test('has a name of its own in its school and year', async () => {
    const scene = await openScene(engine);
    await makeList(scene);
    await expect(makeList(scene, 'room 12')).rejects.toMatchObject({ reason: 'class_list.name_taken' });
  });
});

describe('a student taken off a list', () => {
  test('goes with the family when nothing was arranged', async () => {
    const scene = await openScene(engine);
    const district = importInto(scene);
    const before = (await district.all(family)).length;
    const { classId } = await makeList(scene);
    const [ana] = await putOnList(scene, classId, [child('Ana', 'Diaz', adult('Rosa', '555-201-3344'))]);
    await remove(scene, classId, ana?.studentId ?? '');
    expect(await district.all(family)).toHaveLength(before);
    expect(await district.all(expectedStudent)).toEqual([]);
    expect((await district.all(studentYear)).some(({ studentId }) => studentId === ana?.studentId)).toBe(
      false,
    );
    expect((await listsOf(scene)).lists).toMatchObject([{ students: 0 }]);
  });

  test('leaves the visit and the family where they are', async () => {
    const scene = await openScene(engine);
    const district = importInto(scene);
    const { classId } = await makeList(scene);
    const [ana] = await putOnList(scene, classId, [child('Ana', 'Diaz')]);
    if (ana === undefined) throw new Error('Ana is on the list');
    const held = await visitOn(scene, ana.familyId, [ana.studentId], '2026-08-13');
    await remove(scene, classId, ana.studentId);
    expect(await district.all(visit)).toMatchObject([{ visitId: held.visitId, status: 'completed' }]);
    expect(
      (await district.all(studentYear)).find(({ studentId }) => studentId === ana.studentId)?.visits,
    ).toHaveLength(1);
  });
});

test('a student whom a person keeps apart is no longer asked about', async () => {
  const scene = await openScene(engine);
  const district = importInto(scene);
  const { classId } = await makeList(scene);
  const [ana] = await putOnList(scene, classId, [child('Ana', 'Diaz')]);
  const roster = rosterOf([{ id: 'k1', givenName: 'Mei', familyName: 'Tran' }]);
  await district.import(roster);
  expect((await listsOf(scene)).open).toHaveLength(1);
  const { deps, context } = scene.as(people.coordinator, summer);
  await keepApart(deps, context, { ...none, params: { studentId: ana?.studentId ?? '' } });
  await district.import(roster);
  expect((await listsOf(scene)).open).toEqual([]);
  expect((await district.all(student)).some(({ studentId }) => studentId === ana?.studentId)).toBe(true);
});

test('a school is added before the roster, once by name', async () => {
  const scene = await openScene(engine);
  const { deps, context } = scene.as(people.admin, summer);
  const add = (name: string) => addSchool(deps, context, { ...none, body: { name } });
  expect(await add('Larkspur School')).toMatchObject({ name: 'Larkspur School', rosterId: null });
  await expect(add('larkspur  school')).rejects.toMatchObject({ reason: 'class_list.school_name_taken' });
});
