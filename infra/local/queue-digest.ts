/** MD5 digests that SQS answers with and SDKs check. */
import { createHash } from 'node:crypto';
import type { MessageAttribute } from '#infra/local/queue-store.ts';

/** Digest of message attributes as SQS defines it; undefined without attributes. */
export const attributesDigest = (
  attributes: Readonly<Record<string, MessageAttribute>>,
): string | undefined => {
  const names = Object.keys(attributes).sort();
  if (names.length === 0) return undefined;
  const hash = createHash('md5');
  const part = (bytes: Buffer): void => {
    const length = Buffer.alloc(4);
    length.writeUInt32BE(bytes.length);
    hash.update(length).update(bytes);
  };
  for (const name of names) {
    const attribute = attributes[name];
    if (attribute === undefined) continue;
    part(Buffer.from(name));
    part(Buffer.from(attribute.DataType));
    const binary = attribute.BinaryValue !== undefined;
    hash.update(Buffer.from([binary ? 2 : 1]));
    part(
      binary ? Buffer.from(attribute.BinaryValue ?? '', 'base64') : Buffer.from(attribute.StringValue ?? ''),
    );
  }
  return hash.digest('hex');
};

/** Digest of a message's body. */
export const bodyDigest = (body: string): string => createHash('md5').update(body).digest('hex');
