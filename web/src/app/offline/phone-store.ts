import { type DBSchema, type IDBPDatabase, openDB } from 'idb';
import type { Change } from './changes.ts';

/** An answer that stays readable without a connection. */
export interface KeptRead {
  /** The route and what was asked of it. */
  readonly key: string;
  /** Whose it is: the subject of the id token. Nobody else ever gets it. */
  readonly owner: string;
  readonly data: unknown;
  /** Of which contract it is an answer: a release with another one does not read it. */
  readonly contract: string;
  readonly at: string;
}

interface PhoneSchema extends DBSchema {
  changes: { key: number; value: Change; indexes: { owner: string } };
  reads: { key: [owner: string, key: string]; value: KeptRead };
}
export type Phone = IDBPDatabase<PhoneSchema>;

let opened: Promise<Phone> | undefined;

/**
 * The store on this phone, opened once and only when it is first needed. Two rooms: `changes` that still have to
 * reach the server, in the order in which they were made, and `reads`, the few answers a visit needs.
 * @throws when the browser keeps nothing, as some do in private windows.
 */
export function openPhone(): Promise<Phone> {
  opened ??= openDB<PhoneSchema>('porchlight', 1, {
    upgrade(phone) {
      const changes = phone.createObjectStore('changes', { keyPath: 'place', autoIncrement: true });
      changes.createIndex('owner', 'owner');
      phone.createObjectStore('reads', { keyPath: ['owner', 'key'] });
    },
    // A newer release in another tab wants a newer store: let it, and open again when asked.
    blocking: (_before, _after, event) => {
      (event.target as IDBDatabase).close();
      opened = undefined;
    },
    terminated: () => {
      opened = undefined;
    },
  });
  opened.catch(() => {
    opened = undefined;
  });
  return opened;
}
