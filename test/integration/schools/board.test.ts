import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { getSchoolBoard } from '#functions/app/schools/get-school-board.ts';
import { setSchoolGoal } from '#functions/app/schools/set-school-goal.ts';
import { decideLateVisit } from '#functions/app/visits/decide-late-visit.ts';
import { recordLateVisit } from '#functions/app/visits/record-late-visit.ts';
import { person, placement } from '#functions/data/entities/people.ts';
import { rollup } from '#functions/data/entities/rollups.ts';
import { keys } from '#functions/data/keys.ts';
import { noCounts } from '#shared/domain/rollup/model.ts';
import { districtA, systemTable, year2026 } from '#test/support/district.ts';
import { type Engine, startEngine } from '#test/support/engine.ts';
import { openNextYear, openScene, people, type Scene, schools } from '#test/support/school-scene.ts';
import { accept, after, before, plan, propose, reflect, visited } from '#test/support/visit-steps.ts';

let engine: Engine;
beforeAll(async () => {
  engine = await startEngine();
});
afterAll(() => engine.stop());

const none = { params: undefined, query: undefined, body: undefined };
const params = { schoolId: schools.oak };

async function board(scene: Scene, now = after, who: Parameters<Scene['as']>[0] = people.coordinator) {
  const { deps, context } = scene.as(who, now);
  const answer = await getSchoolBoard(deps, context, { ...none, params });
  return { ...answer, roundTrips: deps.table.meter.roundTrips };
}

async function setGoal(scene: Scene, percent: number | null, rev: number, who = people.coordinator) {
  const { deps, context } = scene.as(who, before);
  return setSchoolGoal(deps, context, { ...none, params, body: { percent, rev } });
}

/** As the stream would have counted. */
async function count(scene: Scene, students: number, visitedStudents: number) {
  const table = systemTable(scene.engine.client, scene.tableName, before);
  const work = table.begin('counted', schools.oak);
  const counts = { ...noCounts, students, visitedStudents, visits: visitedStudents };
  work.create(rollup, { year: year2026.year, schoolId: schools.oak, counts });
  await work.commit(null);
}

/** What a person said about taking part, and the certificate they hold. */
async function change(scene: Scene, personId: string, willing: boolean, expiresOn: string) {
  const table = systemTable(scene.engine.client, scene.tableName, before);
  const key = { pk: keys.person(districtA, personId), sk: keys.school(schools.oak) };
  const placed = await table.get(placement, key);
  const kept = await table.get(person, { pk: key.pk, sk: keys.word.profile });
  if (placed === undefined || kept === undefined) throw new Error('nobody there');
  const certificate = { issuedOn: '2024-08-01', expiresOn };
  const work = table.begin('person.changed', personId);
  work.update(placement, placed, { ...placed, willing, certificate });
  await work.commit(null);
}

describe('the board of a school', () => {
  it('says who takes part, and never who said no (CP1)', async () => {
    const scene = await openScene(engine);
    await change(scene, people.third.personId, false, '2028-01-01');
    await change(scene, people.partner.personId, true, '2026-11-20');
    const seen = await board(scene);
    expect(seen.willing.map(({ name }) => name)).toEqual([
      'Cleo Coordinator',
      'Lea Lead',
      'Nora Novice',
      'Pat Partner',
    ]);
    expect(seen.others).toEqual([expect.objectContaining({ name: 'Theo Third' })]);
    expect(seen.expiring.map(({ name, expiresOn }) => [name, expiresOn])).toEqual([
      ['Pat Partner', '2026-11-20'],
    ]);
    expect(JSON.stringify(seen)).not.toContain('participation');
  });

  it('lists proposals that wait for somebody, and what became of them afterwards', async () => {
    const scene = await openScene(engine);
    await accept(scene);
    await propose(scene, { partnerIds: [people.partner.personId, people.third.personId] });
    expect((await board(scene, before)).requests).toEqual([
      expect.objectContaining({
        lead: 'Lea Lead',
        waitingFor: ['Pat Partner', 'Theo Third'],
        saidNo: [],
        passed: false,
        givenNames: ['Uma'],
      }),
    ]);
    expect((await board(scene, after)).requests).toEqual([expect.objectContaining({ passed: true })]);
  });

  it('shows a late entry until somebody outside the team decides (I8)', async () => {
    const scene = await openScene(engine);
    await accept(scene);
    const lead = scene.as(people.lead, after);
    await recordLateVisit(lead.deps, lead.context, {
      ...none,
      body: { ...plan, date: '2026-09-30', reason: 'Met by chance at the library' },
    });
    const [entry] = (await board(scene)).lateEntries;
    expect(entry).toMatchObject({
      reason: 'Met by chance at the library',
      writtenBy: 'Lea Lead',
      team: ['Lea Lead', 'Pat Partner'],
      own: false,
    });
    const coordinator = scene.as(people.coordinator, after);
    await decideLateVisit(coordinator.deps, coordinator.context, {
      ...none,
      params: { visitId: entry?.visitId ?? '' },
      body: { decision: 'approved', rev: entry?.rev ?? 0 },
    });
    const seen = await board(scene);
    expect(seen.lateEntries).toEqual([]);
    expect(seen.months).toEqual([{ month: '2026-09', tookPlace: 1, planned: 0 }]);
  });

  it('names whose reflections are late, and nothing of what they say (I20)', async () => {
    const scene = await openScene(engine);
    const visit = await visited(scene);
    await reflect(scene, people.partner, visit);
    expect((await board(scene, '2026-10-08T15:00:00.000Z')).lateReflections).toEqual([]);
    const seen = await board(scene, '2026-10-12T15:00:00.000Z');
    expect(seen.lateReflections).toEqual([
      { personId: people.lead.personId, name: 'Lea Lead', count: 1, since: '2026-10-08' },
    ]);
    await reflect(scene, people.lead, visit);
    expect((await board(scene, '2026-10-12T15:00:00.000Z')).lateReflections).toEqual([]);
  });

  it('keeps what waits when the next year has opened, and counts nothing of it there', async () => {
    const scene = await openScene(engine);
    await visited(scene);
    const second = await scene.addHousehold(2);
    await accept(scene, second.familyId);
    const lead = scene.as(people.lead, after);
    await recordLateVisit(lead.deps, lead.context, {
      ...none,
      body: { ...plan, ...second, studentIds: second.students, date: '2026-09-30', reason: 'Met by chance' },
    });
    await openNextYear(scene);
    const seen = await board(scene, '2027-07-02T15:00:00.000Z');
    expect(seen.year).toBe('2027-28');
    expect(seen.lateEntries).toHaveLength(1);
    expect(seen.lateReflections.map(({ name }) => name).sort()).toEqual(['Lea Lead', 'Pat Partner']);
    expect(seen.months).toEqual([]);
    expect((await board(scene, '2027-11-02T15:00:00.000Z')).lateEntries).toEqual([]);
  });

  it('sets coverage beside ten percent and the school’s own goal, with a forecast', async () => {
    const scene = await openScene(engine);
    await count(scene, 40, 1);
    await visited(scene);
    const second = await scene.addHousehold(2);
    await accept(scene, second.familyId);
    await propose(scene, { ...second, studentIds: second.students, date: '2026-10-20' }, after);
    await setGoal(scene, 50, 0);
    const { coverage, goalRev, months } = await board(scene, after);
    expect(goalRev).toBe(1);
    expect(coverage).toMatchObject({
      enrolled: 40,
      visited: 1,
      planned: 2,
      until: year2026.lastDay,
      pace: { weeks: 8, students: 1 },
      expected: 5,
      tenPercent: { needed: 4, missing: 3, outlook: 'within' },
      goal: { percent: 50, needed: 20, missing: 19, outlook: 'beyond', expectedOn: null },
    });
    expect(months).toEqual([{ month: '2026-10', tookPlace: 1, planned: 1 }]);
    const later = await board(scene, '2026-11-02T15:00:00.000Z');
    expect(later.coverage.planned).toBe(0);
    expect(later.months, 'nobody says that it is planned any more').toEqual([
      { month: '2026-10', tookPlace: 1, planned: 0 },
    ]);
  });

  it('reads three times, and once more while reflections are late', async () => {
    const scene = await openScene(engine);
    await visited(scene);
    await board(scene);
    expect((await board(scene)).roundTrips).toBe(3);
    expect((await board(scene, '2026-10-12T15:00:00.000Z')).roundTrips).toBeLessThanOrEqual(5);
  });

  it('does not exist for another school’s coordinator', async () => {
    const scene = await openScene(engine);
    await expect(board(scene, after, people.elmCoordinator)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(setGoal(scene, 20, 0, people.elmCoordinator)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    expect((await board(scene, after, people.admin)).school.name).toBe('Oak Street School');
  });
});

describe('a school’s goal', () => {
  it('is changed and taken away by whoever saw it as it is', async () => {
    const scene = await openScene(engine);
    expect(await setGoal(scene, 20, 0)).toMatchObject({ percent: 20, rev: 1 });
    await expect(setGoal(scene, 30, 0)).rejects.toMatchObject({ code: 'CHANGED_MEANWHILE' });
    expect(await setGoal(scene, null, 1)).toMatchObject({ percent: null, rev: 2 });
    expect((await board(scene, before)).coverage.goal).toBeNull();
  });

  it('is the school’s: nothing about a person’s number of visits is kept or shown', async () => {
    const scene = await openScene(engine);
    await setGoal(scene, 20, 0);
    const [stored] = await scene.items('schoolGoal');
    expect(Object.keys(stored?.data ?? {}).sort()).toEqual(['percent', 'schoolId', 'year']);
    expect(stored?.pk).toBe(keys.ownSchool(districtA, schools.oak));
  });
});
