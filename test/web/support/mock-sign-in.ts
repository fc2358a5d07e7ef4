import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Persona } from './mock-answers.ts';

const base64url = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');

let tokensGiven = 0;

/**
 * The smallest sign-in service that a browser's OpenID client accepts: it asks nothing and lets the persona in.
 * Its tokens carry no signature, because only a server would check one.
 */
export function answerSignIn(
  state: { readonly persona: Persona },
  url: URL,
  request: IncomingMessage,
  response: ServerResponse,
): void {
  const issuer = `${url.origin}/oidc`;
  const json = (body: unknown) => {
    response.writeHead(200, { 'content-type': 'application/json' });
    response.end(JSON.stringify(body));
  };
  if (url.pathname.endsWith('/.well-known/openid-configuration')) {
    json({
      issuer,
      authorization_endpoint: `${issuer}/authorize`,
      token_endpoint: `${issuer}/token`,
      revocation_endpoint: `${issuer}/revoke`,
    });
    return;
  }
  if (url.pathname.endsWith('/authorize')) {
    const back = new URL(url.searchParams.get('redirect_uri') ?? `${url.origin}/callback`);
    back.searchParams.set('code', 'let-me-in');
    back.searchParams.set('state', url.searchParams.get('state') ?? '');
    response.writeHead(302, { location: back.href });
    response.end();
    return;
  }
  if (url.pathname.endsWith('/logout')) {
    response.writeHead(302, { location: url.searchParams.get('logout_uri') ?? url.origin });
    response.end();
    return;
  }
  request.resume();
  if (!url.pathname.endsWith('/token')) {
    json({});
    return;
  }
  const now = Math.floor(Date.now() / 1000);
  const claims = {
    iss: issuer,
    aud: 'porchlight-web',
    sub: 'mock',
    iat: now,
    exp: now + 3600,
    ...state.persona,
  };
  tokensGiven += 1;
  json({
    access_token: `mock-access-token-${tokensGiven}`,
    refresh_token: 'mock-refresh-token',
    id_token: `${base64url({ alg: 'none', typ: 'JWT' })}.${base64url(claims)}.`,
    token_type: 'Bearer',
    expires_in: 3600,
    scope: 'openid',
  });
}
