import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { recordAnswer } from '#functions/app/families/record-answer.ts';
import { changeFamily } from '#functions/app/households/change-family.ts';
import { cancelVisit } from '#functions/app/visits/cancel-visit.ts';
import { getToday } from '#functions/app/visits/get-today.ts';
import { classEducator } from '#functions/data/entities/roster.ts';
import { systemTable } from '#test/support/district.ts';
import { type Engine, startEngine } from '#test/support/engine.ts';
import { household, idOf, openScene, people, type Scene, schools } from '#test/support/school-scene.ts';
import {
  accept,
  after,
  before,
  complete,
  propose,
  reflect,
  schedule,
  visited,
} from '#test/support/visit-steps.ts';

let engine: Engine;
beforeAll(async () => {
  engine = await startEngine();
});
afterAll(() => engine.stop());

const inSeason = '2027-01-15T15:00:00.000Z';
const none = { params: undefined, query: undefined, body: undefined };
async function today(scene: Scene, now: string, who: (typeof people)[keyof typeof people] = people.lead) {
  const { deps, context } = scene.as(who, now);
  const page = await getToday(deps, context, none);
  return { ...page, roundTrips: deps.table.meter.roundTrips };
}

describe('an educator’s page of today', () => {
  test('shows the classes of the year', async () => {
    const scene = await openScene(engine);
    const table = systemTable(engine.client, scene.tableName, before);
    const work = table.begin('class.added', idOf('cls', 1));
    const own = { personId: people.lead.personId, schoolId: schools.oak };
    work.create(classEducator, { classId: idOf('cls', 1), ...own, year: '2026-27', className: 'Grade 3 A' });
    work.create(classEducator, { classId: idOf('cls', 2), ...own, year: '2025-26', className: 'Grade 2 A' });
    await work.commit(null);
    expect((await today(scene, before)).classes).toEqual([
      { classId: idOf('cls', 1), name: 'Grade 3 A', schoolId: schools.oak },
    ]);
  });

  test('moves a visit from upcoming to logging, and from there to what is owed and claimed', async () => {
    const scene = await openScene(engine);
    await accept(scene);
    const visit = await schedule(scene);
    const ahead = await today(scene, before);
    expect(ahead.upcoming.map(({ visitId }) => visitId)).toEqual([visit.visitId]);
    expect(ahead.toLog).toEqual([]);
    const begun = await today(scene, '2026-10-01T21:30:00.000Z');
    expect(begun.upcoming).toEqual([]);
    expect(begun.toLog.map(({ visitId }) => visitId)).toEqual([visit.visitId]);

    const done = await complete(scene, visit);
    const owed = await today(scene, after);
    expect(owed).toMatchObject({ upcoming: [], toLog: [] });
    expect(owed.reflectionsOwed).toHaveLength(1);
    expect(owed.claimsOpen).toHaveLength(1);
    await reflect(scene, people.lead, done);
    expect((await today(scene, after)).reflectionsOwed).toEqual([]);
    expect((await today(scene, after, people.partner)).reflectionsOwed).toHaveLength(1);
  });

  test('is one Query, and one more read in the season for second visits', async () => {
    const scene = await openScene(engine);
    await visited(scene);
    await today(scene, after);
    expect((await today(scene, after)).roundTrips).toBe(1);
    await today(scene, inSeason);
    expect((await today(scene, inSeason)).roundTrips).toBe(2);
  });

  test('still shows in summer what is left of the year before', async () => {
    const scene = await openScene(engine);
    await visited(scene);
    const between = await today(scene, '2027-07-05T15:00:00.000Z');
    expect(between.reflectionsOwed).toHaveLength(1);
  });

  test('is empty before the district’s first year opens', async () => {
    const scene = await openScene(engine);
    expect(await today(scene, '2026-06-01T15:00:00.000Z')).toMatchObject({ classes: [], upcoming: [] });
  });
});

describe('the page of somebody who only interprets', () => {
  const asInterpreter = async (scene: Scene, now: string) => {
    const { deps, context } = scene.as(people.partner, now);
    return getToday(deps, { ...context, roles: ['interpreter'] }, none);
  };

  test('asks for no log: the visit stays in sight until it is over', async () => {
    const scene = await openScene(engine);
    await accept(scene);
    // 16:30 to 17:10 in Chicago.
    await schedule(scene);
    const during = await asInterpreter(scene, '2026-10-01T22:00:00.000Z');
    expect(during).toMatchObject({ toLog: [], upcoming: [{ status: 'scheduled' }] });
    expect(await asInterpreter(scene, after)).toMatchObject({ toLog: [], upcoming: [] });
  });

  test('asks for nothing about a proposal whose time has passed', async () => {
    const scene = await openScene(engine);
    await accept(scene);
    await propose(scene);
    expect((await today(scene, after, people.partner)).passed).toHaveLength(1);
    expect((await asInterpreter(scene, after)).passed).toEqual([]);
  });
});

describe('I35: second visits to arrange', () => {
  const prompts = async (scene: Scene, now = inSeason) =>
    (await today(scene, now)).secondVisits.map(({ studentId, firstOn }) => [studentId, firstOn]);

  test('are first visits that took place, once the season has come', async () => {
    const scene = await openScene(engine);
    await visited(scene);
    expect(await prompts(scene, '2027-01-10T15:00:00.000Z')).toEqual([]);
    expect(await prompts(scene)).toEqual([[household.students[0], '2026-10-01']]);
    expect(await prompts(scene, '2027-05-15T15:00:00.000Z')).toEqual([]);
  });

  test('are none for whoever only interprets: they arrange no visit', async () => {
    const scene = await openScene(engine);
    await visited(scene);
    const { deps, context } = scene.as(people.partner, inSeason);
    const page = await getToday(deps, { ...context, roles: ['interpreter'] }, none);
    expect(page.secondVisits).toEqual([]);
    expect(page.reflectionsOwed).toHaveLength(1);
  });

  test('are none once the second is scheduled, and come back when it is cancelled', async () => {
    const scene = await openScene(engine);
    await visited(scene);
    const second = await schedule(scene, { date: '2027-02-01' }, inSeason);
    expect(await prompts(scene)).toEqual([]);
    const { deps, context } = scene.as(people.lead, inSeason);
    await cancelVisit(deps, context, {
      params: { visitId: second.visitId },
      query: undefined,
      body: { outcome: 'cancelled', side: 'family', reason: 'other', rev: second.rev },
    });
    expect(await prompts(scene)).toHaveLength(1);
  });

  test('are none for a family that declined', async () => {
    const scene = await openScene(engine);
    await visited(scene);
    const { deps, context } = scene.as(people.lead, inSeason);
    const params = { familyId: household.familyId };
    await recordAnswer(deps, context, { params, query: undefined, body: { answer: 'declined', rev: 2 } });
    expect(await prompts(scene)).toEqual([]);
  });

  test('are none for a family that asked not to be contacted', async () => {
    const scene = await openScene(engine);
    await visited(scene);
    const { deps, context } = scene.as(people.lead, inSeason);
    const params = { familyId: household.familyId };
    await changeFamily(deps, context, { params, query: undefined, body: { doNotContact: true, rev: 1 } });
    expect(await prompts(scene)).toEqual([]);
  });
});
