import { createContext, useContext, useSyncExternalStore } from 'react';
import type { Change } from './changes.ts';
import type { Offline } from './start-offline.ts';

export const OfflineContext = createContext<Pick<Offline, 'connection' | 'outbox'> | null>(null);

function useOffline(): Pick<Offline, 'connection' | 'outbox'> {
  const offline = useContext(OfflineContext);
  if (offline === null) throw new Error('OfflineContext is missing');
  return offline;
}

/** The queue of changes on this phone. */
export function useOutbox(): Offline['outbox'] {
  return useOffline().outbox;
}

/** True while the server is out of reach. */
export function useAway(): boolean {
  const { connection } = useOffline();
  return useSyncExternalStore(connection.subscribe, () => connection.away);
}

/** Asks whether the server answers at all. */
export function useReachable(): () => Promise<boolean> {
  return useOffline().connection.reachable;
}

/** The person's changes on this phone, the oldest first. */
export function useChanges(): readonly Change[] {
  const outbox = useOutbox();
  return useSyncExternalStore(outbox.subscribe, () => outbox.changes);
}

/** What this phone holds about one subject: `useChangeOf(visitSubject(visitId))`. */
export function useChangeOf(subject: string): Change | undefined {
  return useChanges().findLast((change) => change.subject === subject);
}
