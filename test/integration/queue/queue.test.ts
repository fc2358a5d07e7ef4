import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { inviteFamily } from '#functions/app/families/invite-family.ts';
import { recordAnswer } from '#functions/app/families/record-answer.ts';
import { getClassQueue } from '#functions/app/queue/get-class-queue.ts';
import { getSchoolQueue } from '#functions/app/queue/get-school-queue.ts';
import { routes } from '#shared/contract/contract.ts';
import { placeOf } from '#shared/domain/queue/fair-order.ts';
import { openClass } from '#test/support/class-steps.ts';
import { type Engine, startEngine } from '#test/support/engine.ts';
import { household, openScene, people, type Scene, schools } from '#test/support/school-scene.ts';
import { complete, schedule } from '#test/support/visit-steps.ts';

let engine: Engine;
beforeAll(async () => {
  engine = await startEngine();
});
afterAll(() => engine.stop());

const before = '2026-09-01T15:00:00.000Z';
type Who = (typeof people)[keyof typeof people];
interface Household {
  readonly familyId: string;
  readonly students: readonly string[];
}

/** The scene with so many more households at Oak, the first few of all in the lead's class. */
async function openSchool(
  more: number,
  inClass = 4,
): Promise<{ scene: Scene; classId: string; own: Household[] }> {
  const scene = await openScene(engine);
  const all: Household[] = [household];
  for (let n = 2; n <= more + 1; n += 1) all.push(await scene.addHousehold(n));
  const own = all.slice(0, inClass);
  return { scene, own, classId: await openClass(scene, people.lead, own) };
}

async function classQueue(scene: Scene, classId: string, who: Who = people.lead) {
  const { deps, context } = scene.as(who, before);
  const given = await getClassQueue(deps, context, {
    params: { classId },
    query: undefined,
    body: undefined,
  });
  return { ...routes.getClassQueue.response.parse(given), meter: deps.table.meter };
}
async function schoolQueue(scene: Scene, schoolId: string, limit: number, who: Who = people.coordinator) {
  const { deps, context } = scene.as(who, before);
  const given = await getSchoolQueue(deps, context, {
    params: { schoolId },
    query: { limit },
    body: undefined,
  });
  return routes.getSchoolQueue.response.parse(given);
}
async function invite(scene: Scene, familyId: string): Promise<number> {
  const { deps, context } = scene.as(people.lead, before);
  const sent = { params: { familyId }, query: undefined, body: { how: 'phone' as const, rev: 0 } };
  return (await inviteFamily(deps, context, sent)).rev;
}
async function answer(scene: Scene, familyId: string, said: 'accepted' | 'declined'): Promise<void> {
  const rev = await invite(scene, familyId);
  const { deps, context } = scene.as(people.lead, before);
  await recordAnswer(deps, context, { params: { familyId }, query: undefined, body: { answer: said, rev } });
}
const ids = (list: readonly { familyId: string }[]) => list.map(({ familyId }) => familyId);

describe('whom to invite next', () => {
  test('is everyone of a class at first, in the order of the seed that is shown', async () => {
    const { scene, classId, own } = await openSchool(3);
    const { seed, next, counts } = await classQueue(scene, classId);
    const byHand = ids(own).sort((one, other) => (placeOf(seed, one) < placeOf(seed, other) ? -1 : 1));
    expect(ids(next)).toEqual(byHand);
    expect(counts).toEqual({ next: 4, waiting: 0, visiting: 0, leftOut: 0 });
    expect(ids((await classQueue(scene, classId)).next)).toEqual(byHand);
  });

  test('leaves out who said no, sets apart who was invited, and begins with who said yes', async () => {
    const { scene, classId, own } = await openSchool(3);
    const [first, second, third, fourth] = ids(own) as [string, string, string, string];
    await answer(scene, first, 'declined');
    await invite(scene, second);
    await answer(scene, third, 'accepted');
    const queue = await classQueue(scene, classId);
    expect(queue.next.map(({ familyId, lane }) => [familyId, lane])).toEqual([
      [third, 'said_yes'],
      [fourth, 'siblings'],
    ]);
    expect(ids(queue.waiting)).toEqual([second]);
    expect(queue.counts).toEqual({ next: 2, waiting: 1, visiting: 0, leftOut: 1 });
    expect(JSON.stringify(queue)).not.toContain(first);
  });

  test('a brother of another class who was visited brings the family before all who were not asked', async () => {
    const scene = await openScene(engine);
    const { familyId } = household;
    const [here, elsewhere] = household.students;
    const others = [await scene.addHousehold(2), await scene.addHousehold(3)];
    const classId = await openClass(scene, people.lead, [{ familyId, students: [here] }, ...others]);
    await answer(scene, familyId, 'accepted');
    const visit = await schedule(scene, { familyId, studentIds: [elsewhere], date: '2026-09-03' }, before);
    await complete(scene, visit, '2026-09-03T22:30:00.000Z');
    const { next, visiting } = await classQueue(scene, classId);
    expect(next[0]).toMatchObject({ familyId, lane: 'said_yes', students: [{ studentId: here }] });
    expect(visiting).toEqual([]);
  });

  test('costs by the size of the class, whatever the size of its school', async () => {
    const small = await openSchool(3);
    const large = await openSchool(40);
    const [one, other] = [
      await classQueue(small.scene, small.classId),
      await classQueue(large.scene, large.classId),
    ];
    expect([other.meter.roundTrips, other.meter.read]).toEqual([one.meter.roundTrips, one.meter.read]);
    expect(other.meter.roundTrips).toBe(2);
  });

  test('of a class is for its educators and its school', async () => {
    const { scene, classId } = await openSchool(3);
    expect((await classQueue(scene, classId, people.coordinator)).counts.next).toBe(4);
    await expect(classQueue(scene, classId, people.stranger)).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });
});

describe('the order of a school', () => {
  test('is one for all its classes; the first are listed, all are counted', async () => {
    const { scene } = await openSchool(9);
    const { next, counts, name } = await schoolQueue(scene, schools.oak, 3);
    const whole = await schoolQueue(scene, schools.oak, 100);
    expect([name, counts.next]).toEqual(['Oak Street School', 10]);
    expect(next).toEqual(whole.next.slice(0, 3));
  });

  test('of another school does not exist, and a school without students has nobody to invite', async () => {
    const { scene } = await openSchool(0, 1);
    await expect(schoolQueue(scene, schools.elm, 25)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    expect((await schoolQueue(scene, schools.elm, 25, people.elmCoordinator)).counts.next).toBe(0);
  });
});
