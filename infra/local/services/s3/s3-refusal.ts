import { randomUUID } from 'node:crypto';
import type { ServerResponse } from 'node:http';
import { html } from '#infra/local/services/markup.ts';

/** HTTP status of the S3 error codes used here (S3 API reference, error responses). */
const statusOf = {
  AccessDenied: 403,
  AccessForbidden: 403,
  AuthorizationQueryParametersError: 400,
  BadDigest: 400,
  EntityTooLarge: 400,
  EntityTooSmall: 400,
  ExpiredToken: 400,
  IncompleteBody: 400,
  InternalError: 500,
  InvalidAccessKeyId: 403,
  InvalidArgument: 400,
  InvalidPolicyDocument: 400,
  InvalidRange: 416,
  InvalidToken: 400,
  KeyTooLongError: 400,
  MalformedPOSTRequest: 400,
  MaxPostPreDataLengthExceeded: 400,
  MethodNotAllowed: 405,
  NoSuchBucket: 404,
  NoSuchKey: 404,
  NotImplemented: 501,
  PreconditionFailed: 412,
  SignatureDoesNotMatch: 403,
} as const;
type S3Code = keyof typeof statusOf;

/** A refusal in S3's own words. */
export class S3Refusal extends Error {
  readonly code: S3Code;
  constructor(code: S3Code, message: string) {
    super(message);
    this.name = 'S3Refusal';
    this.code = code;
  }
  get status(): number {
    return statusOf[this.code];
  }
}

/** Answers a refusal as S3's XML error document; a HEAD request gets the status only. */
export function answerRefusal(response: ServerResponse, refusal: S3Refusal, resource: string): void {
  const xml = html`<Error><Code>${refusal.code}</Code><Message>${refusal.message}</Message><Resource>${resource}</Resource><RequestId>${randomUUID()}</RequestId></Error>`;
  const body = `<?xml version="1.0" encoding="UTF-8"?>\n${xml.text}`;
  response.writeHead(refusal.status, {
    'content-type': 'application/xml',
    'content-length': Buffer.byteLength(body),
  });
  response.end(response.req.method === 'HEAD' ? undefined : body);
}
