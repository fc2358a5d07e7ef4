import { ErrorTimeout, type User, UserManager, WebStorageStateStore } from 'oidc-client-ts';
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
  /**
   * A token that is good for at least a minute, or null when nobody is signed in.
   * @throws TypeError or ErrorTimeout when it must be renewed and the sign-in service is out of reach.
   */
  token(): Promise<string | null>;
  /** Another token than the one the server refused, or null when there is none to be had. */
  tokenInsteadOf(refused: string): Promise<string | null>;
  /** The subject of the signed-in person's token, also when it has run out; null when nobody is signed in. */
  subject(): Promise<string | null>;
  /** Somebody is signed in who belongs to a district. */
  isOfDistrict(): Promise<boolean>;
  signIn(returnTo: string): Promise<void>;
  signOut(): Promise<void>;
}

/** @param onLeave before the person leaves: what this browser keeps of them goes. */
export function createSignIn(config: RuntimeConfig, onLeave: () => Promise<void>): SignIn {
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

  /** The stored session, renewed first when it is not `good` any more. */
  const sessionThatIs = async (good: (user: User) => boolean): Promise<string | null> => {
    const stored = await manager.getUser();
    if (stored === null || good(stored)) return stored?.access_token ?? null;
    try {
      return await navigator.locks.request('porchlight-renew', async () => {
        // Another tab may have renewed while this one waited.
        const now = await manager.getUser();
        if (now === null || good(now)) return now?.access_token ?? null;
        if (now.refresh_token === undefined) return null;
        return (await manager.signinSilent())?.access_token ?? null;
      });
    } catch (error) {
      // Out of reach, the session still stands: nobody is sent to the sign-in for a weak signal.
      if (error instanceof TypeError || error instanceof ErrorTimeout) throw error;
      // Refused: the request goes out without a token and its answer tells the person.
      return null;
    }
  };

  return {
    manager,
    token: () => sessionThatIs(isFresh),
    tokenInsteadOf: (refused) => sessionThatIs((user) => user.access_token !== refused),
    subject: async () => (await manager.getUser())?.profile.sub ?? null,
    isOfDistrict: async () => {
      const user = await manager.getUser();
      return user !== null && membershipOf(user) === 'district';
    },
    signIn: (returnTo) => manager.signinRedirect({ state: { returnTo } }),
    async signOut() {
      await onLeave();
      try {
        await manager.revokeTokens(['refresh_token']);
      } catch {
        // Leaving must work when the sign-in service is away; the token then ends by itself.
      }
      await manager.removeUser();
      const leave = new URL(config.logoutUrl);
      leave.searchParams.set('client_id', config.clientId);
      leave.searchParams.set('logout_uri', `${location.origin}/`);
      location.assign(leave);
    },
  };
}

function isFresh(user: User): boolean {
  return (user.expires_in ?? 0) > renewWithinSeconds;
}

/**
 * `fetch` for the API: a 401 is tried once more under a new token. A person whose roles were just changed carries a
 * token that no longer holds, and should not have to sign in for that.
 */
export function fetchSignedIn(signIn: SignIn, fetch: typeof globalThis.fetch): typeof globalThis.fetch {
  return async (input, init) => {
    const answer = await fetch(input, init);
    const headers = new Headers(init?.headers);
    const refused = headers.get('authorization')?.replace('Bearer ', '');
    if (answer.status !== 401 || refused === undefined) return answer;
    const token = await signIn.tokenInsteadOf(refused);
    if (token === null) return answer;
    headers.set('authorization', `Bearer ${token}`);
    return fetch(input, { ...init, headers });
  };
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
