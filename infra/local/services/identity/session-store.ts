import { join } from 'node:path';
import type { Adapter, AdapterPayload } from 'oidc-provider';
import * as z from 'zod';
import { JsonFile, readJson } from '#infra/local/services/json-file.ts';

const Entry = z.object({
  model: z.string(),
  id: z.string(),
  payload: z.record(z.string(), z.unknown()),
  /** Milliseconds on the machine's clock, which is the provider's. */
  expiresAt: z.number(),
});
type Entry = z.infer<typeof Entry>;

/** The pool lets a rotated refresh token be used again this long, for two tabs that renew at once. */
const rotationGraceSeconds = 30;
/** For what the provider gives no end. */
const longestSeconds = 30 * 86_400;

/**
 * Everything the provider remembers (sessions, codes, refresh tokens), in one file, so that nobody is signed out
 * by a restart.
 */
export class SessionStore {
  readonly #entries = new Map<string, Entry>();
  readonly #file: JsonFile;

  private constructor(path: string) {
    this.#file = new JsonFile(path, () => {
      this.#forgetExpired();
      return [...this.#entries.values()];
    });
  }

  static async open(folder: string): Promise<SessionStore> {
    const path = join(folder, 'sessions.json');
    const store = new SessionStore(path);
    const kept = z.array(Entry).safeParse(await readJson(path));
    for (const entry of kept.data ?? []) store.#entries.set(nameOf(entry.model, entry.id), entry);
    return store;
  }

  /** The provider's own view of one kind of thing. */
  adapter(model: string): Adapter {
    const entries = this.#entries;
    const find = (id: string): AdapterPayload | undefined => {
      const entry = entries.get(nameOf(model, id));
      return entry === undefined || entry.expiresAt <= Date.now() ? undefined : readable(entry);
    };
    return {
      find: async (id) => find(id),
      findByUid: async (uid) => {
        const entry = [...entries.values()].find((one) => one.model === model && one.payload['uid'] === uid);
        return entry === undefined ? undefined : find(entry.id);
      },
      findByUserCode: async () => undefined,
      upsert: async (id, payload, expiresIn) => {
        const expiresAt = Date.now() + (expiresIn ?? longestSeconds) * 1000;
        entries.set(nameOf(model, id), { model, id, payload: { ...payload }, expiresAt });
        await this.#file.save();
      },
      consume: async (id) => {
        const entry = entries.get(nameOf(model, id));
        if (entry !== undefined) entry.payload['consumed'] ??= Math.floor(Date.now() / 1000);
        await this.#file.save();
      },
      destroy: async (id) => {
        entries.delete(nameOf(model, id));
        await this.#file.save();
      },
      revokeByGrantId: async (grantId) => {
        for (const [name, entry] of entries) {
          if (entry.payload['grantId'] === grantId) entries.delete(name);
        }
        await this.#file.save();
      },
    };
  }

  /** Resolves when everything has reached the disk. */
  settled(): Promise<void> {
    return this.#file.settled();
  }

  #forgetExpired(): void {
    const now = Date.now();
    for (const [name, entry] of this.#entries) {
      if (entry.expiresAt <= now) this.#entries.delete(name);
    }
  }
}

function readable(entry: Entry): AdapterPayload {
  const { consumed, ...fresh } = entry.payload;
  const recently = typeof consumed === 'number' && Date.now() / 1000 - consumed < rotationGraceSeconds;
  return entry.model === 'RefreshToken' && recently ? fresh : entry.payload;
}

const nameOf = (model: string, id: string) => `${model}:${id}`;
