import type { IncomingHttpHeaders } from 'node:http';
import type { Credentials } from '#infra/local/service.ts';
import { unframe } from './aws-chunked.ts';
import type { UploadForm } from './form-reader.ts';
import type { Draft, ObjectStore } from './object-store.ts';
import { checkPolicy } from './post-policy.ts';
import type { RequestBody } from './request-body.ts';
import { S3Refusal } from './s3-refusal.ts';
import { type SignatureContext, verifyPolicySignature } from './signature.ts';

const keptHeader = /^(content-(type|disposition|encoding|language)|cache-control|expires|x-amz-meta-.+)$/;

/** Content that has passed every check, and the headers to give back with it. */
interface Accepted {
  readonly draft: Draft;
  readonly headers: Record<string, string>;
}

/**
 * Takes the body of PutObject in: length and checksums must be what the sender said, and with
 * `If-None-Match: *` the key must be free. @throws S3Refusal
 */
export async function acceptPut(
  store: ObjectStore,
  headers: IncomingHttpHeaders,
  body: RequestBody,
  exists: () => boolean,
): Promise<Accepted> {
  const trailers = new Map<string, string>();
  const framed = String(headers['x-amz-content-sha256'] ?? '').startsWith('STREAMING-');
  const draft = await store.draft(framed ? unframe(body, trailers) : body);
  const length = framed ? headers['x-amz-decoded-content-length'] : headers['content-length'];
  const sum = headers['x-amz-checksum-crc32'] ?? trailers.get('x-amz-checksum-crc32');
  const md5 = headers['content-md5'];
  const refusal =
    length !== undefined && Number(length) !== draft.size
      ? new S3Refusal(
          'IncompleteBody',
          'You did not provide the number of bytes specified by the Content-Length HTTP header',
        )
      : (sum !== undefined && sum !== draft.crc32) ||
          (md5 !== undefined && md5 !== Buffer.from(draft.etag, 'hex').toString('base64'))
        ? new S3Refusal('BadDigest', 'The checksum you specified did not match what we received.')
        : headers['if-none-match'] === '*' && exists()
          ? new S3Refusal(
              'PreconditionFailed',
              'At least one of the pre-conditions you specified did not hold',
            )
          : null;
  if (refusal !== null) {
    await store.discard(draft);
    throw refusal;
  }
  const kept = Object.entries(headers)
    .filter(([name]) => keptHeader.test(name))
    .map(([name, value]) => [name, String(value).replace(/^aws-chunked(,\s*|$)/, '')] as const)
    .filter(([, value]) => value !== '');
  return { draft, headers: Object.fromEntries(kept) };
}

/** The key of a form, its `${filename}` filled in. @throws S3Refusal */
export function keyOf(form: UploadForm): string {
  // biome-ignore lint/suspicious/noTemplateCurlyInString: S3's own placeholder
  const key = form.fields.get('key')?.replaceAll('${filename}', form.fileName);
  if (key) return key;
  throw new S3Refusal(
    'InvalidArgument',
    "Bucket POST must contain a field named 'key'.  If it is specified, please check the order of the fields.",
  );
}

/**
 * Takes a form's file in. Signature, policy and the signer's permission come before the first byte; the size
 * is checked as it streams. @throws S3Refusal
 */
export async function acceptForm(
  store: ObjectStore,
  form: UploadForm,
  key: string,
  bucket: string,
  signatures: SignatureContext,
  judge: (signer: Credentials) => Promise<void>,
): Promise<Accepted> {
  const signer = verifyPolicySignature(form.fields, signatures);
  const range = checkPolicy(new Map([...form.fields, ['key', key]]), bucket, signatures.now);
  await judge(signer);
  const draft = await store.draft(atMost(form.content, range.max));
  if (draft.size < range.min) {
    await store.discard(draft);
    throw new S3Refusal('EntityTooSmall', 'Your proposed upload is smaller than the minimum allowed size');
  }
  const headers = [...form.fields].filter(([name]) => keptHeader.test(name));
  return { draft, headers: Object.fromEntries(headers) };
}

async function* atMost(content: AsyncIterable<Buffer>, max: number): AsyncGenerator<Buffer> {
  let size = 0;
  for await (const chunk of content) {
    size += chunk.length;
    if (size > max) {
      throw new S3Refusal('EntityTooLarge', 'Your proposed upload exceeds the maximum allowed size');
    }
    yield chunk;
  }
}
