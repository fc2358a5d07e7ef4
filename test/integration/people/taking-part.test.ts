import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import * as z from 'zod';
import { getMe } from '#functions/app/account/get-me.ts';
import { setFreeTimes } from '#functions/app/account/set-free-times.ts';
import { setParticipation } from '#functions/app/account/set-participation.ts';
import { changePerson } from '#functions/app/people/change-person.ts';
import { listColleagues } from '#functions/app/people/list-colleagues.ts';
import { routeList } from '#shared/contract/contract.ts';
import { type Engine, startEngine } from '#test/support/engine.ts';
import { openScene, people, type Scene, schools } from '#test/support/school-scene.ts';

const now = '2026-09-20T15:00:00.000Z';
const none = { params: undefined, query: undefined, body: undefined };
let engine: Engine;
let scene: Scene;
beforeAll(async () => {
  engine = await startEngine();
});
beforeEach(async () => {
  scene = await openScene(engine);
});
afterAll(() => engine.stop());

type Member = (typeof people)[keyof typeof people];
async function answer(who: Member, yesOrNo: 'yes' | 'no', at = now) {
  const { deps, context } = scene.as(who, at);
  return setParticipation(deps, context, { ...none, body: { answer: yesOrNo } });
}
async function colleaguesOf(who: Member) {
  const { deps, context } = scene.as(who, now);
  const request = { ...none, params: { schoolId: schools.oak }, query: { limit: 50 } };
  return (await listColleagues(deps, context, request)).items;
}
async function meOf(who: Member) {
  const { deps, context } = scene.as(who, now);
  return getMe(deps, context, none);
}

describe('an educator who moves to an office, or leaves', () => {
  test.each([[['payroll' as const]], [[]]])(
    'is asked to come along by nobody any more: %j',
    async (roles) => {
      const willing = async () =>
        (await colleaguesOf(people.lead)).find(({ personId }) => personId === people.partner.personId)
          ?.willing;
      expect(await willing()).toBe(true);
      const { deps, context } = scene.as(people.admin, now);
      const { personId } = people.partner;
      const { rev } = await changePerson(deps, context, {
        ...none,
        params: { personId },
        body: { rev: 1, roles },
      });
      expect(await willing()).toBe(false);
      // Their own yes stands: back in the old role they take part as before.
      await changePerson(deps, context, {
        ...none,
        params: { personId },
        body: { rev, roles: ['educator'] },
      });
      expect(await willing()).toBe(true);
    },
  );
});

describe('an educator who says no to taking part', () => {
  test('reads so under their own name, with the moment of it', async () => {
    await answer(people.partner, 'no');
    expect((await meOf(people.partner)).participation).toEqual({ answer: 'no', since: now });
  });

  test('comes last among colleagues, marked, with nothing that tells a no from no answer', async () => {
    await answer(people.partner, 'no');
    const colleagues = await colleaguesOf(people.lead);
    expect(colleagues.at(-1)).toMatchObject({ personId: people.partner.personId, willing: false });
    expect(colleagues.filter(({ willing }) => willing)).toHaveLength(colleagues.length - 1);
    expect(JSON.stringify(colleagues)).not.toContain('"answer"');
  });

  test('may say yes again', async () => {
    await answer(people.partner, 'no');
    await answer(people.partner, 'yes', '2026-09-21T15:00:00.000Z');
    expect((await meOf(people.partner)).participation).toEqual({
      answer: 'yes',
      since: '2026-09-21T15:00:00.000Z',
    });
    expect((await colleaguesOf(people.lead)).every(({ willing }) => willing)).toBe(true);
  });

  test('keeps the day of the first yes when it is said twice', async () => {
    await answer(people.lead, 'yes');
    expect((await meOf(people.lead)).participation?.since).toBe('2026-07-15T15:00:00.000Z');
    expect(await scene.items('audit')).not.toContainEqual(
      expect.objectContaining({ data: expect.objectContaining({ event: 'participation.answered' }) }),
    );
  });
});

describe('languages and free times', () => {
  test('are kept in the order of the week, with times that meet made one', async () => {
    const { deps, context } = scene.as(people.lead, now);
    await setFreeTimes(deps, context, {
      ...none,
      body: {
        languages: ['es', 'vi', 'es'],
        freeTimes: [
          { weekday: 4, from: '17:00', until: '19:00' },
          { weekday: 2, from: '17:00', until: '18:30' },
          { weekday: 2, from: '16:00', until: '17:00' },
        ],
      },
    });
    const wanted = {
      languages: ['es', 'vi'],
      freeTimes: [
        { weekday: 2, from: '16:00', until: '18:30' },
        { weekday: 4, from: '17:00', until: '19:00' },
      ],
    };
    expect(await meOf(people.lead)).toMatchObject(wanted);
    const copies = (await scene.items('placement')).filter(
      ({ data }) => data['personId'] === people.lead.personId,
    );
    expect(copies.map(({ data }) => data)).toMatchObject([wanted]);
  });
});

describe('nobody answers for somebody else', () => {
  test('no route that names a person takes an answer, languages or free times', () => {
    const aboutOthers = routeList.flatMap(({ id, method, path, body }) =>
      method !== 'GET' && path.includes('{personId}') && body !== undefined
        ? [{ id, fields: Object.keys(z.toJSONSchema(body, { io: 'input' }).properties ?? {}) }]
        : [],
    );
    expect(aboutOthers.find(({ id }) => id === 'changePerson')?.fields).toContain('name');
    const own = ['answer', 'participation', 'languages', 'freeTimes'];
    expect(aboutOthers.filter(({ fields }) => fields.some((field) => own.includes(field)))).toEqual([]);
  });

  test('an office that changes a person leaves their answer as it is', async () => {
    const { deps, context } = scene.as(people.admin, now);
    const before = (await scene.items('person')).find(
      ({ data }) => data['personId'] === people.lead.personId,
    );
    await changePerson(deps, context, {
      ...none,
      params: { personId: people.lead.personId },
      body: { rev: before?.rev ?? 0, name: 'Lea Newname', roles: ['educator', 'coordinator'] },
    });
    expect((await meOf(people.lead)).participation).toEqual({
      answer: 'yes',
      since: '2026-07-15T15:00:00.000Z',
    });
  });
});
