/** What AWS requests and refusals look like on the wire, per protocol. */
import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';

/** Signing names of the services that functions may call. */
export type SigningName = 'dynamodb' | 'sqs' | 'sts' | 'ses' | 's3' | 'cognito-idp';

const signingNames: readonly string[] = ['dynamodb', 'sqs', 'sts', 'ses', 's3', 'cognito-idp'];
const isSigningName = (text: string | undefined): text is SigningName => signingNames.includes(text ?? '');

/** An answer that the SDK turns into a typed error. */
export class AwsRefusal extends Error {
  readonly status: number;
  readonly code: string;
  constructor(status: number, code: string, message: string) {
    super(message);
    this.status = status;
    this.code = code;
  }
}

export interface Signature {
  readonly accessKeyId: string;
  readonly service: SigningName;
}

/** Who signed, and for which service. Undefined when the request carries no readable signature. */
export const readSignature = (request: IncomingMessage): Signature | undefined => {
  const match = /^AWS4-HMAC-SHA256 .*Credential=([^/]+)\/\d{8}\/[^/]+\/([^/]+)\/aws4_request/.exec(
    request.headers.authorization ?? '',
  );
  const [, accessKeyId, service] = match ?? [];
  if (accessKeyId === undefined || !isSigningName(service)) return undefined;
  return { accessKeyId, service };
};

/** Operation name and input. Query-protocol services (STS, SES) give a flat record of form fields. */
export const readOperation = (
  service: SigningName,
  request: IncomingMessage,
  body: Buffer,
): { operation: string; input: Record<string, unknown> } => {
  if (service === 's3') {
    const url = new URL(request.url ?? '/', 'http://s3');
    return {
      operation: url.searchParams.get('x-id') ?? s3Operation(request.method ?? 'GET', url),
      input: {},
    };
  }
  const target = request.headers['x-amz-target'];
  if (typeof target === 'string') {
    const input: unknown = JSON.parse(body.length === 0 ? '{}' : body.toString('utf8'));
    const operation = target.split('.').at(-1) ?? '';
    return { operation, input: typeof input === 'object' && input !== null ? { ...input } : {} };
  }
  const form = Object.fromEntries(new URLSearchParams(body.toString('utf8')));
  return { operation: form['Action'] ?? '', input: form };
};

const s3Operation = (method: string, url: URL): string => {
  const onObject = s3Path(url).key !== '';
  switch (method) {
    case 'GET':
      return onObject ? 'GetObject' : 'ListObjectsV2';
    case 'HEAD':
      return onObject ? 'HeadObject' : 'HeadBucket';
    case 'PUT':
      return onObject ? 'PutObject' : 'CreateBucket';
    case 'DELETE':
      return onObject ? 'DeleteObject' : 'DeleteBucket';
    default:
      return url.searchParams.has('delete') ? 'DeleteObjects' : 'PutObject';
  }
};

/** The path under which S3 is reached on the browser's port. */
export const s3MountPath = '/_local/s3';

/** Bucket and key of a path-style S3 address. */
export const s3Path = (url: URL): { bucket: string; key: string } => {
  const path = url.pathname.startsWith(s3MountPath) ? url.pathname.slice(s3MountPath.length) : url.pathname;
  const [, bucket = '', ...rest] = path.split('/');
  return { bucket, key: decodeURIComponent(rest.join('/')) };
};

export const escapeXml = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

/** Code namespaces that SDKs expect before the short name of a JSON error. */
const jsonNamespace: Readonly<Partial<Record<SigningName, string>>> = {
  dynamodb: 'com.amazonaws.dynamodb.v20120810#',
  sqs: 'com.amazonaws.sqs#',
};

/** Answers with an error in the service's own format. */
export const sendRefusal = (
  response: ServerResponse,
  service: SigningName | undefined,
  refusal: AwsRefusal,
  date: Date,
): void => {
  const requestId = randomUUID();
  const headers = { date: date.toUTCString(), 'x-amzn-requestid': requestId };
  if (service === 'sts' || service === 'ses') {
    response.writeHead(refusal.status, { ...headers, 'content-type': 'text/xml' });
    response.end(
      `<ErrorResponse><Error><Type>Sender</Type><Code>${escapeXml(refusal.code)}</Code>` +
        `<Message>${escapeXml(refusal.message)}</Message></Error><RequestId>${requestId}</RequestId></ErrorResponse>`,
    );
    return;
  }
  if (service === 's3') {
    response.writeHead(refusal.status, { ...headers, 'content-type': 'application/xml' });
    response.end(
      `<?xml version="1.0" encoding="UTF-8"?><Error><Code>${escapeXml(refusal.code)}</Code>` +
        `<Message>${escapeXml(refusal.message)}</Message><RequestId>${requestId}</RequestId></Error>`,
    );
    return;
  }
  const prefix = service === undefined ? '' : (jsonNamespace[service] ?? '');
  response.writeHead(refusal.status, {
    ...headers,
    'content-type': 'application/x-amz-json-1.0',
    'x-amzn-errortype': refusal.code,
  });
  response.end(JSON.stringify({ __type: `${prefix}${refusal.code}`, message: refusal.message }));
};

/** Reads a whole request body; refuses more than `limit` bytes. */
export const readBody = async (request: IncomingMessage, limit: number): Promise<Buffer | undefined> => {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request) {
    size += chunk.length;
    if (size > limit) return undefined;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
};
