/** Signature version 4 as S3 reads it: in the query of a presigned address and in a form's policy. */
import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';
import type { Credentials } from '#infra/local/service.ts';
import { S3Refusal } from './s3-refusal.ts';

const longestExpirySeconds = 7 * 86_400;
const allowedSkewMs = 15 * 60_000;

/** What the checks need to know of the host. */
export interface SignatureContext {
  readonly find: (accessKeyId: string) => Credentials | undefined;
  /** Now on the host's clock, ms: the signer's clock is moved by the same time machine. */
  readonly now: number;
  readonly region: string;
}

interface Scope {
  readonly credentials: Credentials;
  readonly date: string;
  readonly region: string;
}

/** Verifies a presigned address. @returns who signed it. @throws S3Refusal */
export function verifyPresigned(
  method: string,
  url: URL,
  headers: IncomingHttpHeaders,
  context: SignatureContext,
): Credentials {
  const query = url.searchParams;
  const needed = [
    'X-Amz-Algorithm',
    'X-Amz-Credential',
    'X-Amz-Date',
    'X-Amz-Expires',
    'X-Amz-SignedHeaders',
  ];
  if (!query.has('X-Amz-Signature')) throw new S3Refusal('AccessDenied', 'Access Denied');
  if (query.get('X-Amz-Algorithm') !== 'AWS4-HMAC-SHA256' || needed.some((name) => !query.has(name))) {
    throw new S3Refusal(
      'AuthorizationQueryParametersError',
      'Query-string authentication version 4 requires the X-Amz-Algorithm, X-Amz-Credential, X-Amz-Signature, X-Amz-Date, X-Amz-SignedHeaders, and X-Amz-Expires parameters.',
    );
  }
  const amzDate = query.get('X-Amz-Date') ?? '';
  const signedAt = instantOf(amzDate);
  const expires = Number(query.get('X-Amz-Expires'));
  if (!Number.isInteger(expires) || expires < 0 || expires > longestExpirySeconds) {
    throw new S3Refusal(
      'AuthorizationQueryParametersError',
      'X-Amz-Expires must be less than a week (in seconds); that is, the given X-Amz-Expires must be less than 604800 seconds',
    );
  }
  const scope = readScope(query.get('X-Amz-Credential') ?? '', query.get('X-Amz-Security-Token'), context);
  if (signedAt > context.now + allowedSkewMs) throw new S3Refusal('AccessDenied', 'Request is not yet valid');
  if (context.now > signedAt + expires * 1000) throw new S3Refusal('AccessDenied', 'Request has expired');

  const names = (query.get('X-Amz-SignedHeaders') ?? '').split(';');
  if (!names.includes('host')) throw mismatch();
  const canonical = [
    method,
    canonicalPath(url.pathname),
    canonicalQuery(query),
    ...names.map(
      (name) =>
        `${name}:${String(headers[name] ?? '')
          .trim()
          .replace(/\s+/g, ' ')}`,
    ),
    '',
    names.join(';'),
    query.get('X-Amz-Content-Sha256') ?? headers['x-amz-content-sha256'] ?? 'UNSIGNED-PAYLOAD',
  ].join('\n');
  const hash = createHash('sha256').update(canonical).digest('hex');
  const text = `AWS4-HMAC-SHA256\n${amzDate}\n${scope.date}/${scope.region}/s3/aws4_request\n${hash}`;
  if (!sameText(sign(scope, text), query.get('X-Amz-Signature') ?? '')) throw mismatch();
  return scope.credentials;
}

/** Verifies the signature of a form's policy. @returns who signed it. @throws S3Refusal */
export function verifyPolicySignature(
  fields: ReadonlyMap<string, string>,
  context: SignatureContext,
): Credentials {
  const policy = fields.get('policy');
  if (policy === undefined) throw new S3Refusal('AccessDenied', 'Access Denied');
  if (fields.get('x-amz-algorithm') !== 'AWS4-HMAC-SHA256') {
    throw new S3Refusal('InvalidArgument', "Bucket POST must contain a field named 'X-Amz-Algorithm'.");
  }
  const scope = readScope(
    fields.get('x-amz-credential') ?? '',
    fields.get('x-amz-security-token') ?? null,
    context,
  );
  if (!sameText(sign(scope, policy), fields.get('x-amz-signature') ?? '')) throw mismatch();
  return scope.credentials;
}

function readScope(credential: string, token: string | null, context: SignatureContext): Scope {
  const match = /^(.+)\/(\d{8})\/([\w-]+)\/s3\/aws4_request$/.exec(credential);
  const [, accessKeyId = '', date = '', region = ''] = match ?? [];
  if (match === null || region !== context.region) {
    throw new S3Refusal(
      'AuthorizationQueryParametersError',
      `Error parsing the X-Amz-Credential parameter; expecting "<key>/<date>/${context.region}/s3/aws4_request"`,
    );
  }
  const credentials = context.find(accessKeyId);
  if (credentials === undefined) {
    throw new S3Refusal(
      'InvalidAccessKeyId',
      'The AWS Access Key Id you provided does not exist in our records.',
    );
  }
  if ((token ?? '') !== credentials.sessionToken) {
    throw new S3Refusal('InvalidToken', 'The provided token is malformed or otherwise invalid.');
  }
  // The keys themselves run out on the machine's real clock (see Credentials).
  if (credentials.expiresAt !== undefined && credentials.expiresAt < Date.now()) {
    throw new S3Refusal('ExpiredToken', 'The provided token has expired.');
  }
  return { credentials, date, region };
}

function sign(scope: Scope, text: string): string {
  const hmac = (key: string | Buffer, data: string) => createHmac('sha256', key).update(data).digest();
  const day = hmac(`AWS4${scope.credentials.secretAccessKey}`, scope.date);
  return hmac(hmac(hmac(hmac(day, scope.region), 's3'), 'aws4_request'), text).toString('hex');
}

/** `20261122T081500Z` as milliseconds. */
function instantOf(amzDate: string): number {
  const [, y, mo, d, h, mi, s] = /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/.exec(amzDate) ?? [];
  const instant = Date.parse(`${y}-${mo}-${d}T${h}:${mi}:${s}Z`);
  if (Number.isNaN(instant)) {
    throw new S3Refusal(
      'AuthorizationQueryParametersError',
      `X-Amz-Date must be in the ISO8601 Long Format "yyyyMMdd'T'HHmmss'Z'"`,
    );
  }
  return instant;
}

const encode = (text: string) =>
  encodeURIComponent(text).replace(/[!'()*]/g, (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`);

/** S3 encodes each segment once, never twice. */
function canonicalPath(path: string): string {
  return path
    .split('/')
    .map((segment) => encode(safeDecode(segment)))
    .join('/');
}

function canonicalQuery(query: URLSearchParams): string {
  return [...query]
    .filter(([name]) => name !== 'X-Amz-Signature')
    .map(([name, value]) => [encode(name), encode(value)] as const)
    .sort(([a, x], [b, y]) => (a === b ? (x < y ? -1 : 1) : a < b ? -1 : 1))
    .map(([name, value]) => `${name}=${value}`)
    .join('&');
}

function safeDecode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

function sameText(a: string, b: string): boolean {
  return a.length === b.length && timingSafeEqual(Buffer.from(a), Buffer.from(b));
}

function mismatch(): S3Refusal {
  return new S3Refusal(
    'SignatureDoesNotMatch',
    'The request signature we calculated does not match the signature you provided. Check your key and signing method.',
  );
}
