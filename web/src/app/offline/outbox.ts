import { type Client, RequestRefused } from '#shared/contract/client.ts';
import type { Problem } from '#shared/contract/errors.ts';
import {
  amendChange,
  changeAt,
  changesOf,
  putChange,
  removeChange,
  removeChangesOf,
  removeForgotten,
} from './change-store.ts';
import { type Change, mayRepeat, type NewChange } from './changes.ts';
import type { Connection } from './connection.ts';

/** How long a person waits for the answer before the page says that the phone keeps the change. */
const attention = 8_000;
const lock = 'porchlight-outbox';

/** What became of a change within the person's attention. */
export type Outcome =
  | { readonly what: 'sent' }
  | { readonly what: 'waiting' }
  | { readonly what: 'refused'; readonly problem: Problem };

export interface Outbox {
  /** The signed-in person's changes on this phone; the same array until something changes. */
  readonly changes: readonly Change[];
  subscribe(listener: () => void): () => void;
  /**
   * Keeps a change on the phone, then tries to send it. Once `tell` is called nothing can be lost any more; a change
   * that waits is shown as such only afterwards, so that the page it was written on can give way first.
   */
  add(change: NewChange, tell: (outcome: Outcome) => void | Promise<void>): Promise<void>;
  /** Sends whatever waits, one after the other, in one tab only. */
  flush(): Promise<void>;
  /** Deletes a change that was refused, or that certainly never left the phone. */
  drop(place: number): Promise<void>;
  /** Reads again what is on the phone: at the start, and after somebody signed in or out. */
  refresh(): Promise<void>;
  /** Deletes all that this person left here. */
  clear(): Promise<void>;
}

interface Parts {
  /** Sends with a time limit; a hanging attempt would block all that follow. */
  readonly client: Client;
  readonly connection: Connection;
  /** The signed-in person, or null. */
  readonly owner: () => Promise<string | null>;
  /** One change arrived: what the phone had read of it no longer holds. */
  readonly onArrived: (change: Change) => Promise<void>;
  /** After a round in which something arrived: what is on screen is read again. */
  readonly onSent: () => Promise<void>;
}

/** The queue of changes on this phone. Every tab has one; the store, and the lock around sending, are shared. */
export function createOutbox({ client, connection, owner, onArrived, onSent }: Parts): Outbox {
  const listeners = new Set<() => void>();
  const otherTabs = new BroadcastChannel(lock);
  /** Being sent while the person looks on: not yet a change that waits. */
  const inHand = new Set<number>();
  let changes: readonly Change[] = [];

  const show = async () => {
    const person = await owner();
    const kept = person === null ? [] : await changesOf(person);
    changes = kept.filter(({ place }) => !inHand.has(place));
    for (const listener of listeners) listener();
  };
  const tellAll = async () => {
    otherTabs.postMessage('changed');
    await show();
  };
  otherTabs.addEventListener('message', ({ data }) => {
    void show();
    if (data === 'sent') void onSent();
  });

  const send = async (change: Change): Promise<'sent' | 'refused' | 'later' | 'stop'> => {
    try {
      await client(change.id, change.args, change.key);
      await removeChange(change.place);
      await onArrived(change);
      return 'sent';
    } catch (error) {
      if (!(error instanceof RequestRefused)) return 'stop';
      const { status } = error.problem;
      // Turned away at the door, so it certainly did nothing; the next one would meet the same.
      if (status === 401 || status === 429) {
        await amendChange(change.place, ({ tries }) => ({ tries: tries - 1 }));
        return 'stop';
      }
      // A fault may be about this one alone.
      if (status >= 500) return 'later';
      await amendChange(change.place, () => ({ problem: error.problem }));
      return 'refused';
    }
  };

  const sendAt = async (place: number): ReturnType<typeof send> => {
    const before = await changeAt(place);
    if (before !== undefined && mayRepeat(before)) {
      await amendChange(place, () => ({ problem: mayHaveArrived }));
      return 'refused';
    }
    // As it is now: the person may have taken it back.
    const change = await amendChange(place, ({ tries, triedAt }) => ({
      tries: tries + 1,
      triedAt: triedAt ?? new Date().toISOString(),
    }));
    return change === undefined ? 'later' : send(change);
  };

  /** @returns whether anything arrived. */
  const sendAll = async (): Promise<boolean> => {
    const person = await owner();
    if (person === null || navigator.onLine === false) return false;
    const waiting = (await changesOf(person)).filter((change) => change.problem === null);
    // Only what reaches the server is tried: a change that never left can still be taken back.
    if (waiting.length === 0 || (connection.away && !(await connection.reachable()))) return false;
    const held = new Set<string>();
    let arrived = false;
    for (const { place, subject } of waiting) {
      if (held.has(subject) || (await owner()) !== person) continue;
      const result = await sendAt(place);
      if (result === 'stop') break;
      if (result !== 'sent') held.add(subject);
      arrived ||= result === 'sent';
      await tellAll();
    }
    return arrived;
  };

  const outbox: Outbox = {
    get changes() {
      return changes;
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    async add(change, tell) {
      const person = await owner();
      if (person === null) throw new Error('Nobody is signed in');
      const kept = await putChange(person, change).catch(() => null);
      if (kept === null) return tell(await sendUnkept(client, change));
      const { place } = kept;
      inHand.add(place);
      // The browser may clear away what it does not know to be dear.
      void navigator.storage.persist();
      try {
        await Promise.race([outbox.flush(), new Promise((resolve) => setTimeout(resolve, attention))]);
        const now = await changeAt(place);
        // The person is still on the page with what they wrote: it need not be kept a second time.
        if (now?.problem) await removeChange(place);
        await tell(outcomeOf(now));
      } finally {
        inHand.delete(place);
        await tellAll();
      }
    },
    async flush() {
      if (!(await navigator.locks.request(lock, sendAll))) return;
      otherTabs.postMessage('sent');
      await onSent();
    },
    async drop(place) {
      await navigator.locks.request(lock, () => removeChange(place));
      await tellAll();
    },
    async refresh() {
      const person = await owner();
      if (person !== null) await removeForgotten(person);
      await show();
    },
    async clear() {
      const person = await owner();
      if (person !== null) await navigator.locks.request(lock, () => removeChangesOf(person));
      await tellAll();
    },
  };
  return outbox;
}

/** @param left what the phone still has of a change that was tried. */
function outcomeOf(left: Change | undefined): Outcome {
  if (left === undefined) return { what: 'sent' };
  return left.problem === null ? { what: 'waiting' } : { what: 'refused', problem: left.problem };
}

/** Where the browser keeps nothing, a change is sent as ever: it is saved when the server says so. */
async function sendUnkept(client: Client, { id, args }: NewChange): Promise<Outcome> {
  try {
    await client(id, args);
    return { what: 'sent' };
  } catch (error) {
    if (error instanceof RequestRefused) return { what: 'refused', problem: error.problem };
    throw error;
  }
}

/** An answer was lost so long ago that another try could count twice: the person looks first. */
const mayHaveArrived: Problem = {
  type: 'about:blank',
  title: 'May have arrived',
  status: 422,
  code: 'REPEATED_WITH_OTHER_CONTENT',
  detail: 'An earlier try may have arrived already. Look before you send it once more.',
  reason: 'repeated_with_other_content',
  requestId: '',
  fields: [],
};
