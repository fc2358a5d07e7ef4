/** Access keys that the host gives out: one pair per function and one per session, new at every start. */
import { randomBytes } from 'node:crypto';
import type { Credentials, Principal } from '#infra/local/service.ts';

export class CredentialStore {
  readonly #byKey = new Map<string, Credentials>();

  /** `expiresAt` in milliseconds on the host's clock; without it the keys live as long as the host. */
  issue(principal: Principal, expiresAt?: number): Credentials {
    const prefix = principal.kind === 'session' ? 'ASIA' : 'AKIA';
    const credentials: Credentials = {
      accessKeyId: prefix + randomBytes(10).toString('hex').slice(0, 16).toUpperCase(),
      secretAccessKey: randomBytes(30).toString('base64'),
      sessionToken: randomBytes(48).toString('base64'),
      expiresAt,
      principal,
    };
    this.#byKey.set(credentials.accessKeyId, credentials);
    return credentials;
  }

  find(accessKeyId: string): Credentials | undefined {
    return this.#byKey.get(accessKeyId);
  }

  /** Forgets sessions that ended before `now`. */
  forget(now: number): void {
    for (const [key, { expiresAt }] of this.#byKey) {
      if (expiresAt !== undefined && expiresAt < now) this.#byKey.delete(key);
    }
  }
}

/** The environment from which the SDK takes these keys. */
export const credentialEnvironment = (credentials: Credentials): Record<string, string> => ({
  AWS_ACCESS_KEY_ID: credentials.accessKeyId,
  AWS_SECRET_ACCESS_KEY: credentials.secretAccessKey,
  AWS_SESSION_TOKEN: credentials.sessionToken,
});
