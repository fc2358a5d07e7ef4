import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { routeList } from '#shared/contract/contract.ts';
import { Problem } from '#shared/contract/errors.ts';
import { may } from '#shared/domain/access/permissions.ts';
import { DistrictRole, NationalRole } from '#shared/domain/access/roles.ts';
import { type Api, startApi } from '#test/support/api.ts';
import { districtA, districtB, openDistrict, systemTable } from '#test/support/district.ts';

const now = new Date().toISOString();
const person = 'per_01JD3M8Q4V0000000000000001';
const sub = 'sub-1';

let api: Api;
beforeAll(async () => {
  api = await startApi();
  for (const district of [districtA, districtB])
    await openDistrict(systemTable(api.engine.client, api.tableName, now, district));
});
afterAll(() => api.stop());

/** A well-formed value for each path parameter, of nothing that exists in the caller's district. */
const idPrefix: Record<string, string> = {
  importId: 'imp',
  batchId: 'bat',
  trainingId: 'trn',
  classId: 'cls',
  schoolId: 'sch',
  familyId: 'fam',
  guardianId: 'gua',
  visitId: 'vis',
  studentId: 'stu',
  personId: 'per',
};
const paramsOf = (path: string) =>
  Object.fromEntries(
    [...path.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => [
      name,
      name === 'districtId' ? districtB : `${idPrefix[name]}_01JD3M8Q4V0000000000000009`,
    ]),
  );

const guarded = routeList.filter(({ scope }) => scope === 'tenant' || scope === 'national');

describe.each(guarded)('$method $path', (route) => {
  const params = paramsOf(route.path);
  const claims = {
    sub,
    district: districtA,
    person,
    roles: [...DistrictRole.options],
    schools: [],
    membership: 1,
  };
  const nationalClaims = { sub, national_roles: [...NationalRole.options], name: 'N', membership: 1 };
  const rightClaims = route.scope === 'tenant' ? claims : nationalClaims;

  test('refuses a call without a token, and every token that proves nothing', async () => {
    const tokens = await Promise.all([
      null,
      'not-a-token',
      api.sign(rightClaims, { key: 'foreign' }),
      api.sign(rightClaims, { expiresIn: '-1h' }),
      api.sign({ ...rightClaims, iss: 'https://elsewhere.example' }),
      api.sign({ ...rightClaims, client_id: 'another-client' }),
      api.sign({ ...rightClaims, token_use: 'id', aud: 'test-client' }),
      api.sign(rightClaims, { expiresIn: null }),
      api.sign({ ...rightClaims, sub: undefined }),
      api.sign({ ...rightClaims, district: 'T#*', national_roles: undefined }),
      // A member of nowhere: the claims are signed, but no membership with that version exists.
      api.sign({ ...rightClaims, sub: 'nobody', membership: 7 }),
    ]);
    for (const token of tokens) {
      const { status, body } = await api.call(route.id, { params, token });
      expect([status, body.code], String(token)).toEqual([401, 'NOT_SIGNED_IN']);
      expect(Problem.safeParse(body).success).toBe(true);
    }
  });

  test('refuses every role that lacks the permission, and the other scope’s token', async () => {
    const districtRoles = DistrictRole.options.filter(
      (role) =>
        route.scope !== 'tenant' || (route.can.length > 0 && !route.can.some((can) => may([role], can))),
    );
    const nationalRoles = NationalRole.options.filter(
      (role) =>
        route.scope !== 'national' || (route.can.length > 0 && !route.can.some((can) => may([role], can))),
    );
    const answers = await Promise.all([
      ...districtRoles.map(async (role) => {
        const token = await api.member({ subject: `${route.id}-${role}`, personId: person, roles: [role] });
        return api.call(route.id, { params, token });
      }),
      ...nationalRoles.map(async (role) => {
        const token = await api.national(`${route.id}-${role}`, [role]);
        return api.call(route.id, { params, token });
      }),
    ]);
    expect(answers.length).toBeGreaterThan(0);
    for (const { status, body } of answers) expect([status, body.code]).toEqual([403, 'NOT_ALLOWED']);
  });

  test('refuses an unknown field by name and repeats no value', async () => {
    const token =
      route.scope === 'tenant'
        ? await api.member({ subject: `${route.id}-all`, personId: person, roles: [...DistrictRole.options] })
        : await api.national(`${route.id}-all`, [...NationalRole.options]);
    const withQuery = await api.call(route.id, {
      params,
      token,
      query: { surprise: 'secret-value' },
      body: route.body === undefined ? undefined : { surprise: 'secret-value' },
    });
    expect([withQuery.status, withQuery.body.code]).toEqual([400, 'BAD_REQUEST']);
    expect(JSON.stringify(withQuery.body)).not.toContain('secret-value');
  });
});

test('a body that is no JSON is answered in words', async () => {
  const token = await api.member({ subject: 'words', personId: person, roles: ['educator'] });
  const { status, body } = await api.call('changeMyLanguage', { token, body: '{"language":' });
  expect([status, body.code, body.reason]).toEqual([400, 'BAD_REQUEST', 'not_json']);
});

test('a member whose role was taken away is refused by the old token at once or within a minute', async () => {
  const token = await api.sign({
    sub: 'stale',
    district: districtA,
    person,
    roles: ['educator'],
    schools: [],
    membership: 1,
  });
  await api.member({ subject: 'stale', personId: person, roles: ['educator'] });
  await api.member({ subject: 'stale', personId: person, roles: ['payroll'] });
  const { status } = await api.call('getToday', { token });
  expect(status).toBe(401);
});

test('health and the API document answer anyone', async () => {
  expect((await api.call('getHealth')).body).toMatchObject({ status: 'ok' });
  expect((await api.call('getApiDocument')).body).toMatchObject({ openapi: '3.1.0' });
});

test('takes half a character, as a form leaves of an emoji that it cuts off, for the mark of one', async () => {
  const token = await api.member({ subject: 'admin', personId: person, roles: ['district_admin'] });
  const body = { name: 'Ana \ud83d', email: null, roles: ['educator'], schoolIds: [] };
  const added = await api.call('addPerson', { token, body });
  expect(added.status).toBe(200);
  expect(added.body.name).toBe('Ana \ufffd');
});
