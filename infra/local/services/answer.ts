import type { IncomingMessage, OutgoingHttpHeaders, ServerResponse } from 'node:http';
import type { Markup } from '#infra/local/services/markup.ts';

/** Sends a whole answer. Nothing local is ever cached: the pages show what is there now. */
export function answer(
  response: ServerResponse,
  status: number,
  type: string,
  body: string | Buffer,
  headers: OutgoingHttpHeaders = {},
): void {
  response.writeHead(status, {
    'content-type': type,
    'content-length': Buffer.byteLength(body),
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
    ...headers,
  });
  response.end(response.req.method === 'HEAD' ? undefined : body);
}

export function answerJson(
  response: ServerResponse,
  status: number,
  value: unknown,
  headers: OutgoingHttpHeaders = {},
): void {
  answer(response, status, 'application/json', JSON.stringify(value), headers);
}

export function answerXml(response: ServerResponse, status: number, xml: Markup): void {
  answer(response, status, 'text/xml', `<?xml version="1.0" encoding="UTF-8"?>\n${xml.text}`);
}

/** A page of the local host: its own files only, no inline script, never framed by another site. */
export function answerPage(response: ServerResponse, status: number, page: Markup, headers = {}): void {
  answer(response, status, 'text/html; charset=utf-8', `<!doctype html>\n${page.text}`, {
    'content-security-policy':
      "default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self'; img-src 'self' data:; frame-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
    'referrer-policy': 'same-origin',
    ...headers,
  });
}

/** Reads a whole request body of at most `limit` bytes, or gives null when it is longer. */
export async function readBody(request: IncomingMessage, limit: number): Promise<Buffer | null> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > limit) return null;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

/**
 * True when a page of this very origin, or a program on this machine, sent the request. A foreign page cannot
 * set the header without a preflight, and no preflight is ever answered here; browsers state the origin of
 * such a request themselves.
 */
export function isFromHere(request: IncomingMessage, origin: string): boolean {
  const from = request.headers.origin;
  return request.headers['x-porchlight-local'] === '1' && (from === undefined || from === origin);
}

/** The path and query of a request, relative to any host. */
export function addressOf(request: IncomingMessage): URL {
  return new URL(request.url ?? '/', 'http://localhost');
}
