/**
 * The few things that the host itself must remember: how far the clock was moved, when each schedule last ran, how far
 * each stream reader has come. In SQLite, because these are written many times a second and must survive a kill;
 * replacing a file each time costs tens of milliseconds on a busy disk.
 */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync, type StatementSync } from 'node:sqlite';

export class HostState {
  readonly #database: DatabaseSync;
  readonly #read: StatementSync;
  readonly #write: StatementSync;

  constructor(dataDir: string) {
    mkdirSync(dataDir, { recursive: true });
    this.#database = new DatabaseSync(join(dataDir, 'host.sqlite'));
    this.#database.exec(`
      PRAGMA journal_mode = WAL;
      PRAGMA synchronous = NORMAL;
      CREATE TABLE IF NOT EXISTS state (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT;
    `);
    this.#read = this.#database.prepare('SELECT value FROM state WHERE name = ?');
    this.#write = this.#database.prepare('INSERT OR REPLACE INTO state VALUES (?, ?)');
  }

  get(name: string): string | undefined {
    const value = this.#read.get(name)?.['value'];
    return typeof value === 'string' ? value : undefined;
  }

  /** A number that was kept; undefined when there is none. */
  number(name: string): number | undefined {
    const value = Number(this.get(name) ?? Number.NaN);
    return Number.isFinite(value) ? value : undefined;
  }

  set(name: string, value: string | number): void {
    this.#write.run(name, String(value));
  }

  close(): void {
    this.#database.close();
  }
}
