import type { IncomingMessage, ServerResponse } from 'node:http';
import { pipeline } from 'node:stream/promises';
import type { ObjectRecord, ObjectStore } from './object-store.ts';
import { S3Refusal } from './s3-refusal.ts';

/** Response headers that a presigned address may replace. */
const overrides = {
  'response-content-type': 'content-type',
  'response-content-disposition': 'content-disposition',
  'response-content-encoding': 'content-encoding',
  'response-content-language': 'content-language',
  'response-cache-control': 'cache-control',
  'response-expires': 'expires',
} as const;

/** Answers GetObject and HeadObject, whole or one range. @throws S3Refusal */
export async function answerObject(
  store: ObjectStore,
  record: ObjectRecord,
  request: IncomingMessage,
  response: ServerResponse,
  query: URLSearchParams,
): Promise<void> {
  const quoted = `"${record.etag}"`;
  const ifMatch = request.headers['if-match'];
  if (ifMatch !== undefined && ifMatch !== '*' && ifMatch !== quoted && ifMatch !== record.etag) {
    throw new S3Refusal(
      'PreconditionFailed',
      'At least one of the pre-conditions you specified did not hold',
    );
  }
  for (const [name, value] of Object.entries(record.headers)) response.setHeader(name, value);
  for (const [parameter, header] of Object.entries(overrides)) {
    const value = query.get(parameter);
    if (value !== null) response.setHeader(header, value);
  }
  response.setHeader('etag', quoted);
  response.setHeader('last-modified', new Date(record.lastModified).toUTCString());
  response.setHeader('accept-ranges', 'bytes');
  if (request.headers['if-none-match'] === quoted) {
    response.writeHead(304).end();
    return;
  }
  const range = readRange(request.headers.range, record.size);
  if (range !== null) {
    response.statusCode = 206;
    response.setHeader('content-range', `bytes ${range.first}-${range.last}/${record.size}`);
  }
  const { first, last } = range ?? { first: 0, last: record.size - 1 };
  response.setHeader('content-length', last - first + 1);
  if (request.method === 'HEAD' || record.size === 0) {
    response.end();
    return;
  }
  await pipeline(store.read(record, first, last), response).catch((error: unknown) => {
    // A reader that goes away in the middle is no fault of ours.
    if (!response.destroyed) throw error;
  });
}

function readRange(header: string | undefined, size: number): { first: number; last: number } | null {
  const match = /^bytes=(\d*)-(\d*)$/.exec(header ?? '');
  if (match === null) return null;
  const [, from = '', to = ''] = match;
  if (from === '' && to === '') return null;
  const first = from === '' ? Math.max(0, size - Number(to)) : Number(from);
  const last = from === '' || to === '' ? size - 1 : Math.min(Number(to), size - 1);
  if (first > last || first >= size) {
    throw new S3Refusal('InvalidRange', 'The requested range is not satisfiable');
  }
  return { first, last };
}
