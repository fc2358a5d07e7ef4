import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import { afterEach, describe, expect, it } from 'vitest';
import { httpApi } from '#infra/local/http-api.ts';
import type { Authorisation } from '#infra/local/jwt-authorizer.ts';

let server: Server;
afterEach(() => {
  server.closeAllConnections();
  server.close();
});

/** An API with one route, whose authorizer and function the test chooses. */
const serve = async (
  invoke: (name: string, event: unknown) => Promise<unknown>,
  authorisation: Authorisation = { kind: 'open' },
): Promise<string> => {
  const handler = httpApi({
    api: {
      id: 'api',
      routes: [{ key: 'POST /api/x', functionName: 'F', authorizer: undefined, scopes: [] }],
    },
    account: '000000000000',
    authorizer: async () => authorisation,
    clock: { now: () => 0, offset: () => 0, advanceTo: async () => undefined },
    invoke,
    log: () => undefined,
    integrationTimeoutMs: 10,
  });
  server = createServer((request, response) => void handler(request, response));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  return `http://127.0.0.1:${typeof address === 'object' && address !== null ? address.port : 0}/api/x`;
};

describe('the HTTP API', () => {
  it('gives up on a function that takes longer than the gateway waits', async () => {
    const response = await fetch(await serve(() => new Promise(() => undefined)), { method: 'POST' });
    expect([response.status, await response.json()]).toEqual([503, { message: 'Service Unavailable' }]);
  });

  it('does not call the function for a token without the scope of the route', async () => {
    let called = false;
    const url = await serve(
      async () => {
        called = true;
      },
      { kind: 'forbidden' },
    );
    expect((await fetch(url, { method: 'POST' })).status).toBe(403);
    expect(called).toBe(false);
  });
});
