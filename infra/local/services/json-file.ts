import { mkdir, open, readFile, rename } from 'node:fs/promises';
import { dirname } from 'node:path';

/** Writes a file so that after a crash there is either the old content or the new, never half of it. */
export async function writeWhole(path: string, content: string | Buffer): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  const draft = `${path}.draft`;
  const handle = await open(draft, 'w', 0o600);
  try {
    await handle.writeFile(content);
    await handle.sync();
  } finally {
    await handle.close();
  }
  await rename(draft, path);
}

/** The content of a JSON file, or undefined when there is no such file. @throws SyntaxError when it is damaged. */
export async function readJson(path: string): Promise<unknown> {
  try {
    return JSON.parse(await readFile(path, 'utf8'));
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  }
}

/**
 * Keeps one JSON file in step with a value in memory. Saves asked for while one is being written are joined into
 * the next, so that a hundred changes at once cost two writes; each caller waits until its change is on disk.
 */
export class JsonFile {
  readonly #path: string;
  readonly #value: () => unknown;
  #running: Promise<void> | null = null;
  #next: Promise<void> | null = null;

  constructor(path: string, value: () => unknown) {
    this.#path = path;
    this.#value = value;
  }

  /** Resolves when the value as it is now has reached the disk. */
  save(): Promise<void> {
    if (this.#running === null) {
      this.#running = this.#write().finally(() => {
        this.#running = null;
      });
      return this.#running;
    }
    this.#next ??= this.#running
      .catch(() => undefined)
      .then(() => {
        this.#next = null;
        return this.save();
      });
    return this.#next;
  }

  /** Resolves when no write is under way or waiting. */
  async settled(): Promise<void> {
    while (this.#running !== null || this.#next !== null) await (this.#next ?? this.#running);
  }

  #write(): Promise<void> {
    return writeWhole(this.#path, JSON.stringify(this.#value()));
  }
}
