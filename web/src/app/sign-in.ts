import { type User, UserManager, WebStorageStateStore } from 'oidc-client-ts';
import type { RuntimeConfig } from './config.ts';

/** A token with less than this left is renewed before it is used. */
const renewWithinSeconds = 60;

/**
 * Signing in and staying signed in. The session lives in localStorage so that a second tab is signed in too.
 * Renewal happens when a token is needed, one tab at a time: with rotating refresh tokens, two tabs that renew
 * at once would look like a theft and end the session.
 */
export interface SignIn {
  readonly manager: UserManager;
  /** A token that is good for at least a minute, or null when nobody is signed in. */
  token(): Promise<string | null>;
  signIn(returnTo: string): Promise<void>;
  signOut(): Promise<void>;
}

export function createSignIn(config: RuntimeConfig): SignIn {
  const manager = new UserManager({
    authority: config.authority,
    client_id: config.clientId,
    redirect_uri: `${location.origin}/callback`,
    scope: 'openid',
    response_type: 'code',
    loadUserInfo: false,
    automaticSilentRenew: false,
    monitorSession: false,
    userStore: new WebStorageStateStore({ store: localStorage }),
  });

  const renew = () =>
    navigator.locks.request('porchlight-renew', async (): Promise<User | null> => {
      // Another tab may have renewed while this one waited.
      const stored = await manager.getUser();
      if (stored === null || isFresh(stored)) return stored;
      if (stored.refresh_token === undefined) return null;
      return manager.signinSilent();
    });

  return {
    manager,
    async token() {
      const user = await manager.getUser();
      if (user === null) return null;
      if (isFresh(user)) return user.access_token;
      try {
        return (await renew())?.access_token ?? null;
      } catch {
        // Refused or out of reach: the request goes out without a token and its answer tells the person.
        return null;
      }
    },
    signIn: (returnTo) => manager.signinRedirect({ state: { returnTo } }),
    async signOut() {
      try {
        await manager.revokeTokens(['refresh_token']);
      } catch {
        // Leaving must work when the sign-in service is away; the token then ends by itself.
      }
      await manager.removeUser();
      location.assign(config.logoutUrl);
    },
  };
}

function isFresh(user: User): boolean {
  return (user.expires_in ?? 0) > renewWithinSeconds;
}

/** Where a person was going before signing in; only ever a place inside this site. */
export function returnAddress(user: User | undefined): string {
  const state: unknown = user?.state;
  if (typeof state !== 'object' || state === null || !('returnTo' in state)) return '/';
  const { returnTo } = state;
  return typeof returnTo === 'string' && /^\/(?![/\\])/.test(returnTo) ? returnTo : '/';
}

export type Membership = 'district' | 'national' | 'none';

/** What the token says the person belongs to. It only decides which pages are shown; the server decides the rest. */
export function membershipOf(user: User): Membership {
  if (typeof user.profile['district'] === 'string') return 'district';
  return Array.isArray(user.profile['national_roles']) ? 'national' : 'none';
}
