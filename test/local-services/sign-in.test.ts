import { createHash, randomBytes } from 'node:crypto';
import {
  AdminCreateUserCommand,
  AdminDisableUserCommand,
  CognitoIdentityProviderClient,
} from '@aws-sdk/client-cognito-identity-provider';
import { decodeJwt } from 'jose';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { tokenVerifier } from '#functions/platform/tokens.ts';
import { LocalCognito } from '#infra/local/services/cognito/cognito.ts';
import { IdentityProvider } from '#infra/local/services/identity/identity-provider.ts';
import { CookieBrowser, type TokenAnswer } from './cookie-browser.ts';
import { type Harness, keys, region, resource, serve } from './harness.ts';

const clientId = 'client-of-the-stack';
const stack = [
  resource('AWS::Cognito::UserPool', 'pool'),
  resource('AWS::Cognito::UserPoolClient', clientId, {
    CallbackURLs: ['https://visits.example/callback'],
    LogoutURLs: ['https://visits.example/'],
    AccessTokenValidity: 30,
    RefreshTokenValidity: 12,
    TokenValidityUnits: { AccessToken: 'minutes', RefreshToken: 'hours' },
  }),
];
const email = 'maya.ortiz@marlowe-springs.example';

let host: Harness;
let browser: CookieBrowser;
let pool: CognitoIdentityProviderClient;
const services = () => {
  const cognito = new LocalCognito();
  return [cognito, new IdentityProvider(cognito)];
};

const verifierText = randomBytes(32).toString('base64url');
const authorize = (more: Record<string, string> = {}) => {
  const query = new URLSearchParams({
    client_id: clientId,
    redirect_uri: `${host.origin}/callback`,
    response_type: 'code',
    scope: 'openid',
    state: 'there',
    nonce: 'once',
    code_challenge: createHash('sha256').update(verifierText).digest('base64url'),
    code_challenge_method: 'S256',
    ...more,
  });
  return `/oidc/auth?${query}`;
};
const askTokens = async (form: Record<string, string>): Promise<TokenAnswer> => {
  const body = new URLSearchParams({ client_id: clientId, ...form });
  return (await (await fetch(`${host.origin}/oidc/token`, { method: 'POST', body })).json()) as TokenAnswer;
};
const exchange = (code: string) =>
  askTokens({
    grant_type: 'authorization_code',
    code,
    code_verifier: verifierText,
    redirect_uri: `${host.origin}/callback`,
  });
const renew = (refresh_token: string) => askTokens({ grant_type: 'refresh_token', refresh_token });

async function createUser(address: string): Promise<string> {
  const { User } = await pool.send(
    new AdminCreateUserCommand({
      UserPoolId: 'pool',
      Username: address,
      UserAttributes: [{ Name: 'email', Value: address }],
    }),
  );
  return User?.Username ?? '';
}
async function signIn(sub: string) {
  const page = await browser.go(authorize());
  const back = await browser.go(page.url.href, { sub });
  return exchange(back.url.searchParams.get('code') ?? '');
}

let maya: string;
beforeEach(async () => {
  host = await serve(services(), stack);
  browser = new CookieBrowser(host.origin);
  pool = new CognitoIdentityProviderClient({ region, endpoint: host.origin, credentials: keys });
  maya = await createUser(email);
  host.claims.value = {
    idToken: { add: { district: 't_1' }, suppress: [] },
    accessToken: {
      add: { district: 't_1', roles: ['educator'], sub: 'stolen' },
      suppress: [],
      scopesToAdd: [],
      scopesToSuppress: [],
    },
  };
});
afterEach(async () => {
  pool.destroy();
  await host.stop();
});

describe('signing in', () => {
  test('gives tokens as Cognito makes them, with the claims of the stack’s own trigger', async () => {
    const tokens = await signIn(maya);
    expect(tokens.expires_in).toBe(1800);
    expect(decodeJwt(tokens.access_token)).toMatchObject({
      sub: maya,
      username: maya,
      client_id: clientId,
      token_use: 'access',
      scope: 'openid',
      version: 2,
      roles: ['educator'],
    });
    expect(decodeJwt(tokens.access_token).aud).toBeUndefined();
    expect(decodeJwt(tokens.id_token)).toMatchObject({
      sub: maya,
      aud: clientId,
      email,
      nonce: 'once',
      token_use: 'id',
      'cognito:username': maya,
      district: 't_1',
    });
    expect(host.claims.requests).toEqual([
      { sub: maya, email, clientId, scopes: ['openid'], reason: 'TokenGeneration_HostedAuth' },
    ]);
  });

  test('gives an access token that the functions’ own check accepts', async () => {
    const ulid = '01h000000000000000000000aa';
    const added = {
      district: `t_${ulid}`,
      person: `per_${ulid.toUpperCase()}`,
      roles: ['educator'],
      schools: [],
      membership: 1,
    };
    host.claims.value = {
      ...host.claims.value,
      accessToken: { ...host.claims.value.accessToken, add: added },
    };
    const tokens = await signIn(maya);
    const issuer = `${host.origin}/oidc`;
    const identify = tokenVerifier({ issuer, jwksUri: `${issuer}/jwks`, clientId });
    expect(await identify(tokens.access_token)).toMatchObject({ kind: 'district', sub: maya });
    expect(await identify(tokens.id_token)).toBeNull();
  });

  test('lives by the clock of the host', async () => {
    host.clock.instant = Date.parse('2027-01-15T16:00:00Z');
    const { access_token } = await signIn(maya);
    expect(decodeJwt(access_token)).toMatchObject({ iat: 1_800_028_800, exp: 1_800_028_800 + 1_800 });
  });

  test('is not asked again in the same browser, also after a restart', async () => {
    await signIn(maya);
    await host.restart(services());
    const back = await browser.go(authorize());
    expect(back.url.pathname).toBe('/callback');
    expect(decodeJwt((await exchange(back.url.searchParams.get('code') ?? '')).access_token).sub).toBe(maya);
  });

  test('takes no other address to come back to, and no request without proof of key', async () => {
    const elsewhere = await browser.go(authorize({ redirect_uri: 'https://elsewhere.example/callback' }));
    expect(elsewhere.status).toBe(400);
    const bare = await browser.go(authorize({ code_challenge: '', code_challenge_method: '' }));
    expect(bare.url.searchParams.get('error')).toBe('invalid_request');
  });
});

describe('the sign-in page', () => {
  test('lists demo people by district, then people who were invited, who can be searched', async () => {
    await createUser('newly@invited.example');
    const page = await browser.go(authorize());
    expect(page.text).toContain('Maya Ortiz');
    expect(page.text).toContain('Marlowe Springs School District');
    expect(page.text).toContain('newly@invited.example');
    const search = await browser.go(`${page.url.pathname}?q=nobody`);
    expect(search.text).not.toContain('newly@invited.example');
  });

  test('puts the person first who is expected', async () => {
    const page = await browser.go(authorize({ login_hint: email.toUpperCase() }));
    expect(page.text).toMatch(/Continue as[\s\S]*Maya Ortiz/);
  });

  test('does not sign in anybody who is not there, or who was disabled', async () => {
    const page = await browser.go(authorize());
    expect((await browser.go(page.url.href, { sub: 'somebody' })).text).toContain('Who are you today?');
    await pool.send(new AdminDisableUserCommand({ UserPoolId: 'pool', Username: email }));
    const after = await browser.go(page.url.href, { sub: maya });
    expect(after.url.pathname).not.toBe('/callback');
    expect(after.text).not.toContain('Maya Ortiz');
  });

  test('says so when the sign-in has ended', async () => {
    expect((await browser.go('/oidc/sign-in/unknown')).text).toContain('This sign-in has ended');
  });
});

describe('staying signed in and leaving', () => {
  test('a refresh token brings new claims and the same time of signing in, also after a restart', async () => {
    const first = await signIn(maya);
    await host.restart(services());
    host.claims.value = { ...host.claims.value, idToken: { add: { district: 't_2' }, suppress: [] } };
    const second = await renew(first.refresh_token);
    const [before, after] = [decodeJwt(first.id_token), decodeJwt(second.id_token)];
    expect(after).toMatchObject({ sub: maya, district: 't_2', auth_time: before['auth_time'] });
    expect(second.refresh_token).not.toBe(first.refresh_token);
    // Two tabs may renew at once.
    expect((await renew(first.refresh_token)).error).toBeUndefined();
  });

  test('a disabled account renews nothing', async () => {
    const { refresh_token } = await signIn(maya);
    await pool.send(new AdminDisableUserCommand({ UserPoolId: 'pool', Username: maya }));
    expect((await renew(refresh_token)).error).toBe('invalid_grant');
  });

  test('a trigger that fails lets nobody in', async () => {
    const { refresh_token } = await signIn(maya);
    Object.defineProperty(host.claims, 'value', {
      get: () => {
        throw new Error('no table');
      },
    });
    expect((await renew(refresh_token)).error).toBe('invalid_grant');
  });

  test('leaving ends the session and leads to the app, but nowhere else', async () => {
    await signIn(maya);
    const leave = (to: string) =>
      browser.go(`/oidc/logout?${new URLSearchParams({ client_id: clientId, logout_uri: to })}`);
    expect((await leave('https://elsewhere.example/')).status).toBe(400);
    expect((await browser.go(authorize())).url.pathname).toBe('/callback');
    expect((await leave(`${host.origin}/`)).url.href).toBe(`${host.origin}/`);
    expect((await browser.go(authorize())).text).toContain('Who are you today?');
  });

  test('a revoked refresh token is worth nothing', async () => {
    const { refresh_token } = await signIn(maya);
    const body = new URLSearchParams({ client_id: clientId, token: refresh_token });
    expect((await fetch(`${host.origin}/oidc/token/revocation`, { method: 'POST', body })).status).toBe(200);
    expect((await renew(refresh_token)).error).toBe('invalid_grant');
  });
});
