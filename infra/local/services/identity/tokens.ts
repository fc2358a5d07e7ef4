import { createHash, randomUUID } from 'node:crypto';
import { importJWK, SignJWT } from 'jose';
import type { ServiceContext, TokenRequest } from '#infra/local/service.ts';
import type { PoolUser } from '#infra/local/services/cognito/user-store.ts';
import type { PoolClient } from './pool-client.ts';
import type { Secrets } from './secrets.ts';

/** Claims that Cognito sets itself and takes from no trigger. */
const reserved = new Set(
  'acr amr at_hash aud auth_time azp client_id cognito:username event_id exp iat iss jti nbf nonce origin_jti scope sub token_use username'.split(
    ' ',
  ),
);

export interface Occasion {
  readonly user: PoolUser;
  readonly reason: TokenRequest['reason'];
  readonly scope: string;
  readonly nonce?: string | undefined;
  /** Seconds since the epoch. Stays the same through renewals; clients check that. */
  readonly authTime: number;
}

export interface Tokens {
  readonly accessToken: string;
  readonly idToken: string;
  /** Seconds until both end. */
  readonly expiresIn: number;
}

/**
 * Makes the two tokens of a sign-in in Cognito's shape, with the claims of the stack's own pre-token trigger.
 * They carry the time of the host's clock, because the functions that read them live by it.
 */
export async function makeTokens(
  context: ServiceContext,
  client: PoolClient,
  secrets: Secrets,
  occasion: Occasion,
): Promise<Tokens> {
  const { user, scope, authTime } = occasion;
  const email = user.attributes['email'] ?? '';
  const scopes = scope.split(' ');
  const wanted = await context.preTokenGeneration({
    sub: user.sub,
    email,
    clientId: client.clientId,
    scopes,
    reason: occasion.reason,
  });
  const key = await importJWK({ ...secrets.signing }, 'RS256');
  const iat = Math.floor(context.clock.now() / 1000);
  const common = {
    sub: user.sub,
    iss: `${context.origin}/oidc`,
    origin_jti: randomUUID(),
    event_id: randomUUID(),
    auth_time: authTime,
    iat,
    exp: iat + client.accessTokenSeconds,
  };
  const sign = (claims: Record<string, unknown>) =>
    new SignJWT({ ...claims, jti: randomUUID() })
      .setProtectedHeader({ alg: 'RS256', kid: secrets.signing.kid })
      .sign(key);
  const granted = [
    ...scopes.filter((one) => !wanted.accessToken.scopesToSuppress.includes(one)),
    ...wanted.accessToken.scopesToAdd,
  ];
  const accessToken = await sign(
    changed(
      {
        ...common,
        version: 2,
        client_id: client.clientId,
        token_use: 'access',
        scope: granted.join(' '),
        username: user.sub,
      },
      wanted.accessToken,
    ),
  );
  const idToken = await sign(
    changed(
      {
        ...common,
        ...user.attributes,
        email_verified: user.attributes['email_verified'] === 'true',
        'cognito:username': user.sub,
        aud: client.clientId,
        token_use: 'id',
        at_hash: createHash('sha256').update(accessToken).digest().subarray(0, 16).toString('base64url'),
        ...(occasion.nonce === undefined ? {} : { nonce: occasion.nonce }),
      },
      wanted.idToken,
    ),
  );
  return { accessToken, idToken, expiresIn: client.accessTokenSeconds };
}

function changed(
  claims: Record<string, unknown>,
  wanted: { readonly add: Readonly<Record<string, unknown>>; readonly suppress: readonly string[] },
): Record<string, unknown> {
  const added = Object.entries(wanted.add).filter(([name]) => !reserved.has(name));
  const kept = Object.entries(claims).filter(
    ([name]) => reserved.has(name) || !wanted.suppress.includes(name),
  );
  return Object.fromEntries([...kept, ...added]);
}
