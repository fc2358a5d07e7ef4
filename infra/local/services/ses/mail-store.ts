import { appendFile, mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as z from 'zod';
import { writeWhole } from '#infra/local/services/json-file.ts';

const KeptMail = z.object({
  id: z.string().regex(/^[0-9a-f-]+$/),
  /** Milliseconds on the host's clock, which the time machine moves. */
  at: z.number(),
  from: z.string(),
  /** The envelope: bare addresses, one for each recipient. */
  to: z.array(z.string()),
  subject: z.string(),
  configurationSet: z.string().nullable(),
  tags: z.record(z.string(), z.string()),
  size: z.number(),
});
export type KeptMail = z.infer<typeof KeptMail>;

/**
 * Every accepted mail: its bytes exactly as they were sent, and one line about it in `index.ndjson`.
 * The bytes are written first, so that a line never names a mail that is not there; a line that a crash cut
 * short is passed over.
 */
export class MailStore {
  readonly #folder: string;
  readonly #mails = new Map<string, KeptMail>();

  private constructor(folder: string) {
    this.#folder = folder;
  }

  static async open(folder: string): Promise<MailStore> {
    const store = new MailStore(folder);
    await mkdir(join(folder, 'raw'), { recursive: true });
    const text = await readFile(store.#index, 'utf8').catch(() => '');
    for (const line of text.split('\n')) {
      const parsed = KeptMail.safeParse(parseLine(line));
      if (parsed.success) store.#mails.set(parsed.data.id, parsed.data);
    }
    // A line cut short must not swallow the one written after it.
    if (text !== '' && !text.endsWith('\n')) await appendFile(store.#index, '\n');
    return store;
  }

  get #index(): string {
    return join(this.#folder, 'index.ndjson');
  }

  async keep(mail: KeptMail, raw: Buffer): Promise<void> {
    await writeWhole(this.#rawPath(mail.id), raw);
    await appendFile(this.#index, `${JSON.stringify(mail)}\n`);
    this.#mails.set(mail.id, mail);
  }

  get(id: string): KeptMail | undefined {
    return this.#mails.get(id);
  }

  /** Newest first. With `recipient`, only mail whose envelope has that address, whatever its case. */
  list(recipient?: string): KeptMail[] {
    const wanted = recipient?.toLowerCase();
    const all = [...this.#mails.values()].reverse();
    return wanted === undefined
      ? all
      : all.filter((mail) => mail.to.some((to) => to.toLowerCase() === wanted));
  }

  get count(): number {
    return this.#mails.size;
  }

  /** How many were accepted since an instant (ms, host clock). */
  countSince(instant: number): number {
    return [...this.#mails.values()].filter((mail) => mail.at > instant).length;
  }

  /** The bytes as they were sent. @throws when no such mail is kept. */
  raw(id: string): Promise<Buffer> {
    const mail = this.#mails.get(id);
    if (mail === undefined) throw new Error('No such mail');
    return readFile(this.#rawPath(mail.id));
  }

  #rawPath(id: string): string {
    return join(this.#folder, 'raw', `${id}.eml`);
  }
}

function parseLine(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}
