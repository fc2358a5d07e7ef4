import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { routeList } from '#shared/contract/contract.ts';
import { districtA, districtB } from '#test/support/district.ts';
import { allRoles, idsOfA, idsOfB, markOfB, startWorld, type World } from '#test/support/two-districts.ts';
import { bodiesFor, paramsFor, queriesFor, tenantRoutes } from './foreign-requests.ts';

let world: World;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world.stop());

/** True when an answer holds anything of the second district. */
const leaks = (text: string): boolean =>
  text.includes(markOfB) ||
  text.includes(districtB) ||
  (/"items":\[[^\]]/.test(text) && text.includes(idsOfB.sch));

describe('I1 nobody of one district reads or changes another’s, by any route', () => {
  test.each(allRoles.district)('%s', async (role) => {
    const token = await world.tokenOfA(role);
    const before = await world.itemsOf(districtB);
    for (const route of tenantRoutes) {
      const params = paramsFor(route.path, idsOfB, districtB);
      const body = bodiesFor(idsOfB)[route.id];
      const { status, text } = await world.call(route.id, params, token, {
        ...(body === undefined ? {} : { body }),
        query: queriesFor(idsOfB)[route.id] ?? '',
      });
      const asked = `${route.id} as ${role}: ${status} ${text.slice(0, 200)}`;
      expect(leaks(text), asked).toBe(false);
      // A request that names a foreign row never succeeds: at most it answers an empty list.
      if (Object.keys(params).length > 0 && !text.startsWith('{"items":[]'))
        expect([400, 403, 404, 409], asked).toContain(status);
      expect(status, asked).toBeLessThan(500);
    }
    await world.host.idle();
    expect(await world.itemsOf(districtB)).toEqual(before);
  });

  test('a cursor of one list opens no other', async () => {
    const token = await world.tokenOfA('district_admin');
    const forged = [`T#${districtB}#PEOPLE`, 'maya okafor zephyrine#per_x', '\u{10FFFF}', ''].map((text) =>
      Buffer.from(text).toString('base64url'),
    );
    for (const { id, query } of routeList.filter(({ id }) =>
      ['listPeople', 'listTrainings', 'listSchools'].includes(id),
    ))
      for (const cursor of forged) {
        expect(query).toBeDefined();
        const { status, text } = await world.call(id, {}, token, { query: `?cursor=${cursor}` });
        expect([200, 400], text).toContain(status);
        expect(leaks(text)).toBe(false);
      }
  });
});

describe('I2 the national office never gets a person’s data', () => {
  test.each(allRoles.national)('%s sees counts and is refused every district route', async (role) => {
    const token = await world.nationalToken(role);
    for (const route of tenantRoutes) {
      const { status } = await world.call(route.id, paramsFor(route.path, idsOfA, districtA), token, {
        body: bodiesFor(idsOfA)[route.id] ?? {},
      });
      expect(status, route.id).toBe(403);
    }
    const { status, text } = await world.call('listDistricts', {}, token);
    expect(status).toBe(200);
    expect(text).not.toMatch(/Okafor|Rivera|Ortega|per_|stu_|fam_/);
  });
});

test('I1 the own district’s pages do answer, so that the matrix above means something', async () => {
  const token = await world.tokenOfA('educator');
  const answers = await Promise.all(
    (['getMe', 'getToday', 'getClass', 'getFamily', 'getVisit'] as const).map(async (id) => {
      const route = routeList.find((one) => one.id === id);
      return world.call(id, paramsFor(route?.path ?? '', idsOfA, districtA), token);
    }),
  );
  expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200, 200]);
  expect(world.denials).toEqual([]);
});
