import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { LocalCognito } from '#infra/local/services/cognito/cognito.ts';
import { IdentityProvider } from '#infra/local/services/identity/identity-provider.ts';
import { LocalSes } from '#infra/local/services/ses/ses.ts';
import { Toolbar } from '#infra/local/services/toolbar/toolbar.ts';
import { type Harness, resource, serve } from './harness.ts';

let host: Harness;
let cognito: LocalCognito;
beforeEach(async () => {
  const ses = new LocalSes();
  cognito = new LocalCognito();
  const identity = new IdentityProvider(cognito);
  const toolbar = new Toolbar({ ses, cognito, identity });
  host = await serve(
    [ses, cognito, identity, toolbar],
    [resource('AWS::Cognito::UserPoolClient', 'client-1', { LogoutURLs: ['https://visits.example/'] })],
  );
  host.clock.instant = Date.parse('2026-11-22T08:00:00Z');
});
afterEach(() => host.stop());

const get = async (path: string) => (await fetch(`${host.origin}${path}`)).json();
const post = async (
  path: string,
  body: unknown,
  headers: Record<string, string> = { 'x-porchlight-local': '1' },
) => {
  const answer = await fetch(`${host.origin}${path}`, {
    method: 'POST',
    body: JSON.stringify(body),
    headers,
  });
  return { status: answer.status, body: (await answer.json()) as Record<string, string> };
};

test('the web app is told where to sign in and where to leave', async () => {
  const leave = new URLSearchParams({ client_id: 'client-1', logout_uri: `${host.origin}/` });
  expect(await get('/config.json')).toEqual({
    stage: 'local',
    authority: `${host.origin}/oidc`,
    clientId: 'client-1',
    logoutUrl: `${host.origin}/oidc/logout?${leave}`,
  });
});

test('the tools know the time, the demo people and how much mail there is', async () => {
  expect(await get('/_local/state.json')).toMatchObject({ now: '2026-11-22T08:00:00.000Z', mail: 0 });
  const script = await fetch(`${host.origin}/_local/toolbar.js`);
  expect(script.headers.get('content-type')).toContain('javascript');
});

describe('the time machine', () => {
  test.each([
    [{ days: 7 }, '2026-11-29T08:00:00.000Z'],
    [{ day: '2027-01-15' }, '2027-01-15T17:00:00.000Z'],
    [{ instant: '2027-01-15T09:00:00-06:00' }, '2027-01-15T15:00:00.000Z'],
  ])('goes %j', async (to, now) => {
    expect(await post('/_local/time', to)).toEqual({ status: 200, body: { now } });
    expect(host.clock.instant).toBe(Date.parse(now));
  });

  test.each([
    ['a page of another site', { 'x-porchlight-local': '1', origin: 'https://elsewhere.example' }],
    ['a plain form', {}],
  ])('does not obey %s', async (_, headers) => {
    expect((await post('/_local/time', { days: 1 }, headers)).status).toBe(403);
    expect(host.clock.instant).toBe(Date.parse('2026-11-22T08:00:00Z'));
  });

  test('asks for a day when it got none', async () => {
    expect((await post('/_local/time', { days: 0 })).body['message']).toContain('Choose a day');
  });
});

describe('a token for an API client', () => {
  test('is given for a demo person by short name, and for anybody by address', async () => {
    await cognito.users.create({ email: 'maya.ortiz@marlowe-springs.example' }, 0);
    await cognito.users.create({ email: 'new@invited.example' }, 0);
    expect((await post('/_local/token', { person: 'Maya' })).body['token']).toMatch(/^ey/);
    expect((await post('/_local/token', { person: 'new@invited.example' })).body['token']).toMatch(/^ey/);
    expect((await post('/_local/token', { person: 'nobody' })).status).toBe(404);
  });

  test('is not given to a page of another site', async () => {
    expect((await post('/_local/token', { person: 'maya' }, {})).status).toBe(403);
  });
});
