import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { addPerson } from '#functions/app/people/add-person.ts';
import { getCommonTimes } from '#functions/app/visits/get-common-times.ts';
import { listInterpreters } from '#functions/app/visits/list-interpreters.ts';
import { invitation } from '#functions/data/entities/families.ts';
import { person } from '#functions/data/entities/people.ts';
import { keys } from '#functions/data/keys.ts';
import { districtA, systemTable } from '#test/support/district.ts';
import { type Engine, startEngine } from '#test/support/engine.ts';
import { household, openScene, people, type Scene } from '#test/support/school-scene.ts';
import { accept, before, propose } from '#test/support/visit-steps.ts';

let engine: Engine;
beforeAll(async () => {
  engine = await startEngine();
});
afterAll(() => engine.stop());

const none = { params: undefined, query: undefined, body: undefined };
const tableOf = (scene: Scene) => systemTable(scene.engine.client, scene.tableName, before);
/** Thursday afternoons; `before` is Sunday, 20 September 2026. */
const thursdays = [{ weekday: 4, from: '15:00', until: '18:00' }];

async function change(scene: Scene, personId: string, values: Partial<Parameters<typeof person.keys>[1]>) {
  const table = tableOf(scene);
  const kept = await table.get(person, { pk: keys.person(districtA, personId), sk: keys.word.profile });
  if (kept === undefined) throw new Error('nobody there');
  const work = table.begin('person.changed', personId);
  work.update(person, kept, { ...kept, ...values });
  await work.commit(null);
}

const look = (
  scene: Scene,
  query: { with?: string[]; moving?: string } = {},
  who: (typeof people)[keyof typeof people] = people.lead,
) => {
  const { deps, context } = scene.as(who, before);
  const params = { familyId: household.familyId };
  return getCommonTimes(deps, context, { ...none, params, query: { minutes: 40, ...query } });
};

describe('common times', () => {
  test('are those of everybody named and of the family, without the hours of other visits', async () => {
    const scene = await openScene(engine);
    await accept(scene);
    await change(scene, people.lead.personId, { freeTimes: thursdays });
    const partner = { with: [people.partner.personId] };
    expect(await look(scene, partner)).toMatchObject({
      unknown: [{ personId: people.partner.personId, name: people.partner.name }],
      familyUnknown: true,
      times: [
        { date: '2026-09-24', time: '15:00', startsAt: '2026-09-24T20:00:00.000Z' },
        { date: '2026-09-24', time: '16:00' },
        { date: '2026-09-24', time: '17:00' },
        { date: '2026-10-01', time: '15:00' },
        { date: '2026-10-01', time: '16:00' },
        { date: '2026-10-01', time: '17:00' },
        { date: '2026-10-08', time: '15:00' },
        { date: '2026-10-08', time: '16:00' },
        { date: '2026-10-08', time: '17:00' },
      ],
    });
    // The visit of the plan is on Thursday, 1 October, at 16:30.
    const visit = await propose(scene);
    const october = async (query: Parameters<typeof look>[1]) =>
      (await look(scene, query)).times.filter(({ date }) => date === '2026-10-01').map(({ time }) => time);
    expect(await october(partner)).toEqual(['15:00']);
    expect(await october({ ...partner, moving: visit.visitId })).toEqual(['15:00', '16:00', '17:00']);
  });

  test('of others’ visit are not those of the coordinator who moves it', async () => {
    const scene = await openScene(engine);
    await accept(scene);
    await change(scene, people.lead.personId, { freeTimes: thursdays });
    await change(scene, people.coordinator.personId, {
      freeTimes: [{ weekday: 2, from: '15:00', until: '18:00' }],
    });
    const { visitId } = await propose(scene);
    const team = { with: [people.lead.personId, people.partner.personId] };
    const seen = await look(scene, { ...team, moving: visitId }, people.coordinator);
    expect(new Set(seen.times.map(({ date }) => date))).toEqual(
      new Set(['2026-09-24', '2026-10-01', '2026-10-08']),
    );
    expect(seen.unknown.map(({ personId }) => personId)).toEqual([people.partner.personId]);
    // Who arranges one of their own comes along.
    expect((await look(scene, team, people.coordinator)).times).toEqual([]);
  });

  test('follow what the family wished for on its page', async () => {
    const scene = await openScene(engine);
    await accept(scene);
    const table = tableOf(scene);
    const key = { pk: keys.family(districtA, household.familyId), sk: keys.invitation('2026-27') };
    const kept = await table.get(invitation, key);
    if (kept === undefined) throw new Error('not invited');
    const work = table.begin('family.wished', household.familyId);
    const wishes = { type: null, place: null, interpreter: null, note: null, at: before };
    const times = [{ weekday: 6, from: '10:00', until: '11:00' }];
    work.update(invitation, kept, { ...kept, wishes: { ...wishes, times } });
    await work.commit(null);
    const found = await look(scene);
    expect(found.familyUnknown).toBe(false);
    expect(found.times.map(({ date, time }) => `${date} ${time}`)).toEqual([
      '2026-09-26 10:00',
      '2026-10-03 10:00',
      '2026-10-10 10:00',
    ]);
  });

  test('are told to nobody who could not visit that family, and of nobody from elsewhere', async () => {
    const scene = await openScene(engine);
    await expect(look(scene, {}, people.stranger)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(look(scene, { with: [people.stranger.personId] })).rejects.toMatchObject({
      reason: 'visit.partner_elsewhere',
    });
  });
});

describe('interpreters', () => {
  test('are those of the whole district who take part, by language', async () => {
    const scene = await openScene(engine);
    const { deps, context } = scene.as(people.admin, before);
    const add = (name: string) =>
      addPerson(deps, context, {
        ...none,
        body: { name, email: null, roles: ['interpreter'], schoolIds: [] },
      });
    const [amina, jorge] = [await add('Amina Interpreter'), await add('Jorge Interpreter')];
    const list = async (language?: string) => {
      const lead = scene.as(people.lead, before);
      const query = { limit: 50, ...(language === undefined ? {} : { language }) };
      const page = await listInterpreters(lead.deps, lead.context, { ...none, query });
      return page.items.map(({ name }) => name);
    };
    expect(await list()).toEqual([]);
    const participation = { answer: 'yes' as const, since: before };
    await change(scene, amina.personId, { participation, languages: ['so', 'ar'] });
    await change(scene, jorge.personId, { participation, languages: ['es'] });
    expect(await list()).toEqual(['Amina Interpreter', 'Jorge Interpreter']);
    expect(await list('es-MX')).toEqual(['Jorge Interpreter']);
    // An interpreter belongs to no school and can be looked up all the same.
    expect((await look(scene, { with: [amina.personId] })).unknown).toContainEqual({
      personId: amina.personId,
      name: amina.name,
    });
  });
});
