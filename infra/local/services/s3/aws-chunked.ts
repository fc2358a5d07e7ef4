import { S3Refusal } from './s3-refusal.ts';

/**
 * Takes the `aws-chunked` frames off an upload, as the SDK writes them when it streams: a length in hex, the
 * bytes, and after the last frame trailers such as a checksum, which are put into `trailers`.
 */
export async function* unframe(
  body: AsyncIterable<Buffer>,
  trailers: Map<string, string>,
): AsyncGenerator<Buffer> {
  const chunks = body[Symbol.asyncIterator]();
  let held: Buffer = Buffer.alloc(0);
  const more = async (): Promise<void> => {
    const next = await chunks.next();
    if (next.done === true) throw new S3Refusal('IncompleteBody', 'The request body terminated unexpectedly');
    held = Buffer.concat([held, next.value]);
  };
  const line = async (): Promise<string> => {
    for (let end = held.indexOf('\r\n'); ; end = held.indexOf('\r\n')) {
      if (end >= 0) {
        const text = held.subarray(0, end).toString('latin1');
        held = held.subarray(end + 2);
        return text;
      }
      await more();
    }
  };
  for (;;) {
    let left = Number.parseInt(await line(), 16);
    if (!Number.isInteger(left) || left < 0) {
      throw new S3Refusal('IncompleteBody', 'The request body terminated unexpectedly');
    }
    if (left === 0) break;
    while (left > 0) {
      if (held.length === 0) await more();
      const part = held.subarray(0, left);
      held = held.subarray(part.length);
      left -= part.length;
      yield part;
    }
    await line();
  }
  for (let trailer = await line(); trailer !== ''; trailer = await line()) {
    const colon = trailer.indexOf(':');
    trailers.set(trailer.slice(0, colon).toLowerCase(), trailer.slice(colon + 1).trim());
  }
}
