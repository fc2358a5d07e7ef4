/** How far each stream mapping has come, kept in one small file so that a restart neither repeats nor skips. */
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

export class Checkpoints {
  readonly #file: string;
  readonly #bySource: Record<string, string>;

  constructor(file: string) {
    this.#file = file;
    this.#bySource = readAll(file);
  }

  /** Last sequence number that is dealt with. */
  get(mappingId: string, shardId: string): string | undefined {
    return this.#bySource[`${mappingId} ${shardId}`];
  }

  /** Written before the next batch is read. */
  set(mappingId: string, shardId: string, sequence: string): void {
    this.#bySource[`${mappingId} ${shardId}`] = sequence;
    mkdirSync(dirname(this.#file), { recursive: true });
    writeFileSync(`${this.#file}.new`, JSON.stringify(this.#bySource));
    renameSync(`${this.#file}.new`, this.#file);
  }
}

const readAll = (file: string): Record<string, string> => {
  try {
    const stored: unknown = JSON.parse(readFileSync(file, 'utf8'));
    if (typeof stored !== 'object' || stored === null) return {};
    return Object.fromEntries(Object.entries(stored).map(([key, value]) => [key, String(value)]));
  } catch {
    return {};
  }
};
