import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import * as z from 'zod';
import { JsonFile, readJson } from '#infra/local/services/json-file.ts';

const PoolUser = z.object({
  sub: z.uuid(),
  /** Without `sub`. The pool signs people in by e-mail, so there is always an `email`. */
  attributes: z.record(z.string(), z.string()),
  enabled: z.boolean(),
  status: z.enum(['FORCE_CHANGE_PASSWORD', 'CONFIRMED']),
  /** Milliseconds on the host's clock. */
  createdAt: z.number(),
  modifiedAt: z.number(),
});
export type PoolUser = Readonly<z.infer<typeof PoolUser>>;

/** The accounts of the user pool, kept as one file that is replaced whole. */
export class UserStore {
  readonly #users = new Map<string, PoolUser>();
  readonly #bySub = new Map<string, PoolUser>();
  readonly #file: JsonFile;

  private constructor(path: string) {
    this.#file = new JsonFile(path, () => [...this.#bySub.values()]);
  }

  static async open(folder: string): Promise<UserStore> {
    const path = join(folder, 'users.json');
    const store = new UserStore(path);
    for (const user of z.array(PoolUser).parse((await readJson(path)) ?? [])) store.#remember(user);
    return store;
  }

  /** By e-mail, whatever its case, or by sub. */
  find(username: string): PoolUser | undefined {
    return this.#bySub.get(username) ?? this.#users.get(username.toLowerCase());
  }

  /** In the order in which they were made. */
  all(): PoolUser[] {
    return [...this.#bySub.values()];
  }

  /** Makes an account, or gives null when the address has one. */
  async create(attributes: Readonly<Record<string, string>>, now: number): Promise<PoolUser | null> {
    const email = attributes['email'] ?? '';
    if (this.#users.has(email.toLowerCase())) return null;
    const user: PoolUser = {
      sub: randomUUID(),
      attributes: { ...attributes },
      enabled: true,
      status: 'FORCE_CHANGE_PASSWORD',
      createdAt: now,
      modifiedAt: now,
    };
    this.#remember(user);
    await this.#file.save();
    return user;
  }

  /** Replaces an account by a changed one. */
  async save(user: PoolUser): Promise<void> {
    const before = this.#bySub.get(user.sub);
    if (before !== undefined) this.#users.delete((before.attributes['email'] ?? '').toLowerCase());
    this.#remember(user);
    await this.#file.save();
  }

  /** Resolves when everything has reached the disk. */
  settled(): Promise<void> {
    return this.#file.settled();
  }

  #remember(user: PoolUser): void {
    this.#bySub.set(user.sub, user);
    this.#users.set((user.attributes['email'] ?? '').toLowerCase(), user);
  }
}
