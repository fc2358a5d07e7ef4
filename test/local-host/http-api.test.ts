import { createServer, get, type Server } from 'node:http';
import { exportJWK, generateKeyPair, SignJWT } from 'jose';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Fixture, startFixture } from '#test/local-host/fixture/start-fixture.ts';

const issuer = 'https://issuer.test';
let fixture: Fixture;
let keyServer: Server;
let keys: Awaited<ReturnType<typeof generateKeyPair>>;

beforeAll(async () => {
  keys = await generateKeyPair('RS256');
  const jwks = { keys: [{ ...(await exportJWK(keys.publicKey)), kid: 'one', alg: 'RS256', use: 'sig' }] };
  keyServer = createServer((_request, response) => response.end(JSON.stringify(jwks)));
  await new Promise<void>((resolve) => keyServer.listen(0, '127.0.0.1', resolve));
  const address = keyServer.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  fixture = await startFixture({ tokens: { issuer, jwksUri: `http://127.0.0.1:${port}/` } });
});
afterAll(async () => {
  await fixture.stop();
  keyServer.close();
});

const call = (path: string, init?: RequestInit): Promise<Response> => fetch(fixture.host.origin + path, init);
const event = async (path: string, init?: RequestInit): Promise<Record<string, unknown>> =>
  (await (await call(path, init)).json()) as Record<string, unknown>;

describe('a request', () => {
  it('reaches the function in the shape of payload 2.0', async () => {
    const seen = await event('/api/things/a%20b?x=1&x=2&y=%C3%A9', {
      headers: { cookie: 'one=1; two=2', 'X-Custom': 'v' },
    });
    expect(seen).toMatchObject({
      version: '2.0',
      routeKey: 'GET /api/things/{thingId}',
      rawPath: '/api/things/a%20b',
      rawQueryString: 'x=1&x=2&y=%C3%A9',
      cookies: ['one=1', 'two=2'],
      headers: { 'x-custom': 'v' },
      queryStringParameters: { x: '1,2', y: 'é' },
      pathParameters: { thingId: 'a b' },
      requestContext: { http: { method: 'GET', path: '/api/things/a%20b' }, stage: '$default' },
      isBase64Encoded: false,
    });
    expect(seen).not.toHaveProperty('headers.cookie');
    expect(seen).not.toHaveProperty('body');
  });

  it('takes the most specific route', async () => {
    expect((await event('/api/things/newest'))['routeKey']).toBe('GET /api/things/newest');
    expect((await event('/api/rest/a/b/c'))['pathParameters']).toEqual({ proxy: 'a/b/c' });
  });

  it('without a route, or with another method, is not found', async () => {
    expect((await call('/api/unknown')).status).toBe(404);
    expect((await call('/api/things/1', { method: 'DELETE' })).status).toBe(404);
    expect((await call('/api/things/1/')).status).toBe(404);
  });

  it('carries text as text and anything else as base64', async () => {
    const json = await event('/api/things', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: '{"é":1}',
    });
    expect(json).toMatchObject({ body: '{"é":1}', isBase64Encoded: false });
    const bytes = await event('/api/things', {
      method: 'POST',
      headers: { 'content-type': 'application/zip' },
      body: Buffer.from([0, 255, 1]),
    });
    expect(bytes).toMatchObject({ body: 'AP8B', isBase64Encoded: true });
  });

  it('of more than 10 MB is refused, and so is one that no function can take', async () => {
    const post = (size: number, contentType: string): Promise<Response> =>
      call('/api/things', {
        method: 'POST',
        headers: { 'content-type': contentType },
        body: Buffer.alloc(size, 97),
      });
    expect((await post(10 * 1024 * 1024 + 1, 'text/plain').catch(() => ({ status: 413 }))).status).toBe(413);
    expect((await post(7 * 1024 * 1024, 'text/plain')).status).toBe(413);
  });
});

describe('an answer', () => {
  it('may set cookies and headers, and be binary', async () => {
    const cookies = await call('/api/rest/x?do=cookies');
    expect(cookies.headers.getSetCookie()).toEqual(['a=1; Path=/', 'b=2']);
    expect([cookies.status, cookies.headers.get('x-a')]).toEqual([204, 'one']);
    const binary = await call('/api/rest/x?do=binary');
    expect([...new Uint8Array(await binary.arrayBuffer())]).toEqual([0, 1, 2, 255]);
  });

  it('without a status is the body itself', async () => {
    const plain = await call('/api/rest/x?do=plain');
    expect([plain.status, await plain.json()]).toEqual([200, { hello: 'world' }]);
  });

  it.each(['throw', 'crash', 'huge', 'nonsense', 'spin'])(
    'of a function that does "%s" says nothing but 500',
    async (what) => {
      const response = await call(`/api/rest/x?do=${what}`);
      expect([response.status, await response.json()]).toEqual([500, { message: 'Internal Server Error' }]);
    },
  );
});

describe('a route with a token', () => {
  const clientId = (): string => fixture.host.stack.resources('AWS::Cognito::UserPoolClient')[0]?.ref ?? '';
  const sign = (claims: Record<string, unknown>, seconds = 300, from = issuer): Promise<string> => {
    const now = Math.floor(fixture.host.clock.now() / 1000);
    return new SignJWT(claims)
      .setProtectedHeader({ alg: 'RS256', kid: 'one' })
      .setIssuer(from)
      .setIssuedAt(now)
      .setExpirationTime(now + seconds)
      .sign(keys.privateKey);
  };
  const withToken = (token: string): Promise<Response> =>
    call('/api/secret', { headers: { authorization: `Bearer ${token}` } });

  it('hands the claims on as texts', async () => {
    const token = await sign({ client_id: clientId(), roles: ['a', 'b'], level: 3 });
    const seen = (await (await withToken(token)).json()) as { requestContext: { authorizer: unknown } };
    expect(seen.requestContext.authorizer).toMatchObject({
      jwt: { claims: { roles: '[a b]', level: '3' }, scopes: null },
    });
  });

  it('refuses no token, another issuer, another client, a changed and an expired token', async () => {
    const good = await sign({ client_id: clientId() });
    const bad = [
      call('/api/secret'),
      withToken(await sign({ client_id: clientId() }, 300, 'https://other.test')),
      withToken(await sign({ client_id: 'somebody' })),
      withToken(`${good.slice(0, -6)}AAAAAA`),
      withToken(await sign({ client_id: clientId() }, -1)),
      withToken('eyJhbGciOiJub25lIn0.e30.'),
    ];
    expect((await Promise.all(bad)).map(({ status }) => status)).toEqual([401, 401, 401, 401, 401, 401]);
    expect((await withToken(good)).status).toBe(200);
  });

  it('follows the time machine: an hour later the token has expired', async () => {
    const token = await sign({ client_id: clientId() }, 1800);
    expect((await withToken(token)).status).toBe(200);
    await fixture.host.clock.advanceTo(fixture.host.clock.now() + 3_600_000);
    expect((await withToken(token)).status).toBe(401);
  });
});

describe('the web app', () => {
  it('is served with the headers of the distribution, made to fit this origin', async () => {
    const response = await call('/visits/vis_1');
    expect(await response.text()).toContain('<title>Porchlight</title>');
    expect(response.headers.get('x-frame-options')).toBe('DENY');
    expect(response.headers.get('strict-transport-security')).toBeNull();
    const port = String(fixture.host.port);
    expect(response.headers.get('content-security-policy')).toBe(
      `default-src 'none'; connect-src 'self' http://localhost:${port} http://127.0.0.1:${port}`,
    );
  });

  it('serves files once and a missing file not as a page', async () => {
    const script = await call('/assets/app.js');
    expect(script.headers.get('content-type')).toContain('text/javascript');
    expect(script.headers.get('cache-control')).toContain('immutable');
    expect((await call('/assets/other.js')).status).toBe(404);
    expect((await call('/..%2f..%2fdata%2fhost.sqlite')).status).toBe(404);
  });

  it('answers only under a loopback name', async () => {
    const status = await new Promise((resolve) => {
      const options = { port: fixture.host.port, host: '127.0.0.1', headers: { host: 'evil.test' } };
      get(options, (response) => {
        response.resume();
        resolve(response.statusCode);
      });
    });
    expect(status).toBe(421);
  });
});
