import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { exportJWK, generateKeyPair, SignJWT } from 'jose';

export const clientId = 'test-client';
const hour = 3_600_000;

export interface SignOptions {
  /** `foreign` signs with a key that the issuer never published. */
  readonly key?: 'ours' | 'foreign';
  /** An hour from then, an hour before, or no expiry at all. */
  readonly expiresIn?: '1h' | '-1h' | null;
  readonly clientId?: string;
  /** The instant it is signed at, in milliseconds; now when left out. */
  readonly at?: number;
}

export interface TokenIssuer {
  readonly issuer: string;
  readonly jwksUri: string;
  /** Signs any claims as an access token, so that a test can lie in each of them. */
  sign(claims: Record<string, unknown>, options?: SignOptions): Promise<string>;
  stop(): void;
}

/** An issuer of tokens with a key of its own; every other path is answered by `otherwise`. */
export async function startTokenIssuer(otherwise = ''): Promise<TokenIssuer> {
  const ours = await generateKeyPair('RS256');
  const foreign = await generateKeyPair('RS256');
  const jwk = { ...(await exportJWK(ours.publicKey)), kid: 'ours', use: 'sig', alg: 'RS256' };
  const server = createServer((request, response) => {
    request.resume();
    response.end(request.url === '/jwks' ? JSON.stringify({ keys: [jwk] }) : otherwise);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()));
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    issuer,
    jwksUri: `${issuer}/jwks`,
    sign(claims, { key = 'ours', expiresIn = '1h', clientId: client = clientId, at = Date.now() } = {}) {
      const token = new SignJWT({ token_use: 'access', client_id: client, iss: issuer, ...claims })
        .setProtectedHeader({ alg: 'RS256', kid: 'ours' })
        .setIssuedAt(Math.floor(at / 1000));
      if (expiresIn !== null) token.setExpirationTime(new Date(at + (expiresIn === '1h' ? hour : -hour)));
      return token.sign(key === 'ours' ? ours.privateKey : foreign.privateKey);
    },
    stop() {
      server.close();
      server.closeAllConnections();
    },
  };
}
