import type { QueryClient } from '@tanstack/react-query';
import { type Client, createClient } from '#shared/contract/client.ts';
import { endpoints } from '#shared/contract/endpoints.generated.ts';
import { fetchSignedIn, type SignIn } from '../sign-in.ts';
import { type Connection, createConnection } from './connection.ts';
import { forgetReads, forgetVisit, keepReads } from './kept-reads.ts';
import { createOutbox, type Outbox } from './outbox.ts';

const baseUrl = '/api';
/** An attempt that hangs this long is given up, and made again under the same key. */
const longestAttempt = 20_000;
/** While something waits though the server is there, it is tried again this often. */
const tryAgainEvery = 60_000;

/** What stands between the pages and the network. */
export interface Offline {
  readonly client: Client;
  readonly connection: Connection;
  readonly outbox: Outbox;
}

/** The API as the pages use it, with the store of this phone behind it. */
export function startOffline(signIn: SignIn, queries: QueryClient): Offline {
  const connection = createConnection(`${baseUrl}/health`);
  const clientWith = (send: typeof fetch): Client =>
    createClient(endpoints, {
      baseUrl,
      fetch: fetchSignedIn(signIn, send),
      token: () => connection.watch(signIn.token),
      newKey: () => crypto.randomUUID(),
    });
  const readAgain = () => queries.invalidateQueries();
  const outbox = createOutbox({
    client: clientWith((input, init) =>
      connection.fetch(input, { ...init, signal: AbortSignal.timeout(longestAttempt) }),
    ),
    connection,
    owner: signIn.subject,
    onArrived: ({ owner, args: { params } }) =>
      'visitId' in params ? forgetVisit(owner, params.visitId) : Promise.resolve(),
    onSent: readAgain,
  });
  const client = keepReads(clientWith(connection.fetch), {
    owner: signIn.subject,
    away: () => connection.away,
    onLate: (key, answer) => queries.setQueryData(key, answer),
  });

  // A browser without a store or locks still shows every page; then nothing waits either.
  const flush = () => void outbox.flush().catch(() => undefined);
  connection.subscribe(() => {
    if (connection.away) return;
    void readAgain();
    flush();
  });
  window.addEventListener('online', flush);
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'visible') flush();
  });
  setInterval(() => {
    if (!connection.away && outbox.changes.some((change) => change.problem === null)) flush();
  }, tryAgainEvery);
  const signedIn = async () => {
    await forgetReads(await signIn.subject());
    await outbox.refresh();
    flush();
  };
  signIn.manager.events.addUserLoaded(() => void signedIn().catch(() => undefined));
  void signedIn().catch(() => undefined);
  return { client, connection, outbox };
}

/** Signing out takes along all that was read. Changes still waiting were asked about before: see `SignOut`. */
export const forgetOnLeaving = (): Promise<void> => forgetReads(null);
