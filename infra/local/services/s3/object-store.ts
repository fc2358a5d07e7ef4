import { createHash, randomUUID } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { mkdir, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { crc32 } from 'node:zlib';
import * as z from 'zod';
import { readJson, writeWhole } from '#infra/local/services/json-file.ts';

const ObjectRecord = z.object({
  /** Name of the two files of this object: never derived from its key, so no key can leave the folder. */
  file: z.uuid(),
  bucket: z.string(),
  key: z.string(),
  size: z.number(),
  /** MD5 of the content, hex, without quotes. */
  etag: z.string(),
  crc32: z.string(),
  /** Milliseconds on the host's clock. */
  lastModified: z.number(),
  /** Rises with every write of this machine: of two records for one key the higher counts. */
  sequence: z.number(),
  /** Headers to give back: content-type, content-disposition, cache-control, x-amz-meta-…. */
  headers: z.record(z.string(), z.string()),
});
export type ObjectRecord = z.infer<typeof ObjectRecord>;

/** Content on disk that no key shows yet. */
export interface Draft {
  readonly file: string;
  readonly size: number;
  readonly etag: string;
  readonly crc32: string;
}

/**
 * Objects as files: `<uuid>.data` holds the content, `<uuid>.json` what it is. The record is written last and at
 * once, so that after a crash an object is whole or not there; what a crash left over is removed at the start.
 */
export class ObjectStore {
  readonly #folder: string;
  readonly #objects = new Map<string, ObjectRecord>();
  #sequence = 0;

  private constructor(folder: string) {
    this.#folder = folder;
  }

  static async open(folder: string): Promise<ObjectStore> {
    const store = new ObjectStore(folder);
    await mkdir(folder, { recursive: true });
    const names = await readdir(folder);
    const superseded = new Set(names.map((name) => name.replace(/\..*$/, '')));
    for (const name of names.filter((one) => one.endsWith('.json'))) {
      const record = ObjectRecord.safeParse(await readJson(join(folder, name)).catch(() => undefined));
      if (!record.success) continue;
      const known = store.get(record.data.bucket, record.data.key);
      if (known !== undefined && known.sequence > record.data.sequence) continue;
      if (known !== undefined) superseded.add(known.file);
      superseded.delete(record.data.file);
      store.#objects.set(address(record.data.bucket, record.data.key), record.data);
      store.#sequence = Math.max(store.#sequence, record.data.sequence);
    }
    await Promise.all([...superseded].map((file) => store.#removeFiles(file)));
    return store;
  }

  get(bucket: string, key: string): ObjectRecord | undefined {
    return this.#objects.get(address(bucket, key));
  }

  /** Streams content to disk; memory stays bounded whatever its size. Removes the file again when it fails. */
  async draft(content: AsyncIterable<Buffer>): Promise<Draft> {
    const file = randomUUID();
    const md5 = createHash('md5');
    let size = 0;
    let checksum = 0;
    const measure = new Transform({
      transform(chunk: Buffer, _, done) {
        md5.update(chunk);
        checksum = crc32(chunk, checksum);
        size += chunk.length;
        done(null, chunk);
      },
    });
    try {
      await pipeline(content, measure, createWriteStream(this.#data(file), { mode: 0o600, flush: true }));
    } catch (error) {
      await this.#removeFiles(file);
      throw error;
    }
    const sum = Buffer.alloc(4);
    sum.writeUInt32BE(checksum);
    return { file, size, etag: md5.digest('hex'), crc32: sum.toString('base64') };
  }

  async discard(draft: Draft): Promise<void> {
    await this.#removeFiles(draft.file);
  }

  /** Makes a draft the object under a key, replacing the one before. */
  async keep(
    draft: Draft,
    object: Pick<ObjectRecord, 'bucket' | 'key' | 'headers' | 'lastModified'>,
  ): Promise<ObjectRecord> {
    this.#sequence += 1;
    const record: ObjectRecord = { ...draft, ...object, sequence: this.#sequence };
    const before = this.get(object.bucket, object.key);
    this.#objects.set(address(object.bucket, object.key), record);
    await writeWhole(this.#record(draft.file), JSON.stringify(record));
    if (before !== undefined) await this.#removeFiles(before.file);
    return record;
  }

  async remove(bucket: string, key: string): Promise<void> {
    const record = this.get(bucket, key);
    this.#objects.delete(address(bucket, key));
    if (record !== undefined) await this.#removeFiles(record.file);
  }

  /** The bytes `first` to `last`, both included. */
  read(record: ObjectRecord, first: number, last: number) {
    return createReadStream(this.#data(record.file), { start: first, end: last });
  }

  #data(file: string): string {
    return join(this.#folder, `${file}.data`);
  }

  #record(file: string): string {
    return join(this.#folder, `${file}.json`);
  }

  async #removeFiles(file: string): Promise<void> {
    for (const path of [this.#record(file), `${this.#record(file)}.draft`, this.#data(file)]) {
      await rm(path, { force: true });
    }
  }
}

const address = (bucket: string, key: string) => `${bucket}/${key}`;
