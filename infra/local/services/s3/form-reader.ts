import { S3Refusal } from './s3-refusal.ts';

/** S3 takes this much in front of the file. */
const maxFieldBytes = 20 * 1024;

/** One multipart/form-data body: its fields first, then the file as a stream. */
export interface UploadForm {
  /** Names in lower case, as S3 compares them. */
  readonly fields: ReadonlyMap<string, string>;
  readonly fileName: string;
  readonly content: AsyncIterable<Buffer>;
}

/**
 * Reads a form up to its file, which must come last: what follows it is not looked at, as on S3. Holds no more
 * in memory than the fields and one chunk of the file.
 * @throws S3Refusal when it is no form, has no file, or its fields are too long
 */
export async function readForm(contentType: string, body: AsyncIterable<Buffer>): Promise<UploadForm> {
  const boundary = /^multipart\/form-data;.*boundary=(?:"([^"]+)"|([^\s;]+))/i.exec(contentType);
  if (boundary === null) {
    throw new S3Refusal(
      'PreconditionFailed',
      'Bucket POST must be of the enclosure-type multipart/form-data',
    );
  }
  const reader = new PartReader(body, boundary[1] ?? boundary[2] ?? '');
  const fields = new Map<string, string>();
  let total = 0;
  await collect(reader.content(), maxFieldBytes);
  for (let part = await reader.nextPart(); part !== null; part = await reader.nextPart()) {
    const name = /\bname="([^"]*)"/i.exec(part)?.[1]?.toLowerCase() ?? '';
    if (name === 'file') {
      const fileName = /\bfilename="([^"]*)"/i.exec(part)?.[1] ?? '';
      return { fields, fileName: fileName.split(/[\\/]/).at(-1) ?? '', content: reader.content() };
    }
    const value = await collect(reader.content(), maxFieldBytes - total);
    total += value.length + name.length;
    fields.set(name, value.toString('utf8'));
  }
  throw new S3Refusal('InvalidArgument', 'POST requires exactly one file upload per request.');
}

class PartReader {
  readonly #chunks: AsyncIterator<Buffer>;
  readonly #delimiter: Buffer;
  // The first boundary has no line break of its own in front.
  #held: Buffer = Buffer.from('\r\n');

  constructor(body: AsyncIterable<Buffer>, boundary: string) {
    this.#chunks = body[Symbol.asyncIterator]();
    this.#delimiter = Buffer.from(`\r\n--${boundary}`);
  }

  /** The bytes up to the next boundary. */
  async *content(): AsyncGenerator<Buffer> {
    for (;;) {
      const end = this.#held.indexOf(this.#delimiter);
      if (end >= 0) {
        const last = this.#held.subarray(0, end);
        this.#held = this.#held.subarray(end + this.#delimiter.length);
        if (last.length > 0) yield last;
        return;
      }
      // A boundary may lie across two chunks: keep as much back as could be its beginning.
      const safe = this.#held.length - this.#delimiter.length;
      if (safe > 0) {
        yield this.#held.subarray(0, safe);
        this.#held = this.#held.subarray(safe);
      }
      await this.#more();
    }
  }

  /** The header lines of the next part, or null after the last. */
  async nextPart(): Promise<string | null> {
    while (this.#held.length < 2) await this.#more();
    if (this.#held.subarray(0, 2).toString() === '--') return null;
    for (;;) {
      const end = this.#held.indexOf('\r\n\r\n');
      if (end >= 0) {
        const headers = this.#held.subarray(0, end).toString('utf8');
        this.#held = this.#held.subarray(end + 4);
        return headers;
      }
      if (this.#held.length > maxFieldBytes) throw malformed();
      await this.#more();
    }
  }

  async #more(): Promise<void> {
    const next = await this.#chunks.next();
    if (next.done === true) throw malformed();
    this.#held = Buffer.concat([this.#held, next.value]);
  }
}

async function collect(content: AsyncIterable<Buffer>, limit: number): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of content) {
    size += chunk.length;
    if (size > limit) {
      throw new S3Refusal(
        'MaxPostPreDataLengthExceeded',
        'Your POST request fields preceding the upload file were too large.',
      );
    }
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

function malformed(): S3Refusal {
  return new S3Refusal(
    'MalformedPOSTRequest',
    'The body of your POST request is not well-formed multipart/form-data.',
  );
}
