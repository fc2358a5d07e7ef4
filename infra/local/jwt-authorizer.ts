/** The HTTP API's JWT authorizer, on the host's clock. */
import { createRemoteJWKSet, type JWTPayload, jwtVerify } from 'jose';
import type { Clock } from '#infra/local/clock.ts';
import type { VerifiedToken } from '#infra/local/http-event.ts';
import type { RouteDefinition } from '#infra/local/template-web.ts';

export interface TokenIssuer {
  /** `iss` of the tokens: locally the embedded identity provider instead of Cognito. */
  readonly issuer: string;
  readonly jwksUri: string;
}

export type Authorisation =
  | { readonly kind: 'open' }
  | { readonly kind: 'verified'; readonly token: VerifiedToken }
  | { readonly kind: 'unauthorized'; readonly reason: string }
  | { readonly kind: 'forbidden' };

export type Authorizer = (route: RouteDefinition, header: string | undefined) => Promise<Authorisation>;

export const jwtAuthorizer = (tokens: TokenIssuer, clock: Clock): Authorizer => {
  const keys = createRemoteJWKSet(new URL(tokens.jwksUri), { cooldownDuration: 1000 });
  return async (route, header) => {
    if (route.authorizer === undefined) return { kind: 'open' };
    const token = /^(?:Bearer )?([\w-]+\.[\w-]+\.[\w-]+)$/i.exec(header ?? '')?.[1];
    if (token === undefined) return { kind: 'unauthorized', reason: 'no token' };
    let claims: JWTPayload;
    try {
      const verified = await jwtVerify(token, keys, {
        issuer: tokens.issuer,
        algorithms: ['RS256'],
        requiredClaims: ['exp'],
        currentDate: new Date(clock.now()),
      });
      claims = verified.payload;
    } catch (error) {
      return { kind: 'unauthorized', reason: error instanceof Error ? error.message : String(error) };
    }
    if (!isForAudience(claims, route.authorizer.audience))
      return { kind: 'unauthorized', reason: 'wrong audience' };
    const granted = String(claims['scope'] ?? '').split(' ');
    const scopes = route.scopes.filter((scope) => granted.includes(scope));
    if (route.scopes.length > 0 && scopes.length === 0) return { kind: 'forbidden' };
    return { kind: 'verified', token: { claims, scopes: route.scopes.length > 0 ? scopes : null } };
  };
};

/** `aud` when the token has one, else `client_id`: Cognito's access tokens have only the latter. */
const isForAudience = (claims: JWTPayload, audience: readonly string[]): boolean => {
  const named = claims.aud ?? claims['client_id'];
  const values = Array.isArray(named) ? named : [named];
  return values.some((value) => typeof value === 'string' && audience.includes(value));
};
