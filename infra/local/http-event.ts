/** Requests and answers in the shape of API Gateway's HTTP API, payload format 2.0. */
import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { APIGatewayProxyEventV2WithJWTAuthorizer } from 'aws-lambda';
import { isRecord } from '#infra/local/template-intrinsics.ts';

export interface VerifiedToken {
  readonly claims: Readonly<Record<string, unknown>>;
  /** Scopes of the route that the token has; null when the route asks for none. */
  readonly scopes: readonly string[] | null;
}

export interface EventParts {
  readonly apiId: string;
  readonly account: string;
  readonly routeKey: string;
  readonly pathParameters: Readonly<Record<string, string>>;
  readonly token: VerifiedToken | undefined;
  readonly body: Buffer;
  /** Host's clock. */
  readonly now: Date;
}

type AnyEvent = Omit<APIGatewayProxyEventV2WithJWTAuthorizer, 'requestContext'> & {
  requestContext: Omit<APIGatewayProxyEventV2WithJWTAuthorizer['requestContext'], 'authorizer'> & {
    authorizer?: { jwt: { claims: Record<string, string>; scopes: string[] | null } };
  };
};

/** What the function receives. */
export const toEvent = (request: IncomingMessage, parts: EventParts): AnyEvent => {
  const url = new URL(request.url ?? '/', 'http://local');
  const headers = eventHeaders(request);
  const method = request.method ?? 'GET';
  const query = queryParameters(url);
  const { cookie } = request.headers;
  const text = isText(headers['content-type']);
  return {
    version: '2.0',
    routeKey: parts.routeKey,
    rawPath: url.pathname,
    rawQueryString: url.search.slice(1),
    ...(cookie !== undefined && { cookies: cookie.split(/; */).filter((each) => each !== '') }),
    headers,
    ...(Object.keys(query).length > 0 && { queryStringParameters: query }),
    ...(Object.keys(parts.pathParameters).length > 0 && { pathParameters: { ...parts.pathParameters } }),
    requestContext: {
      accountId: parts.account,
      apiId: parts.apiId,
      domainName: headers['host'] ?? '',
      domainPrefix: parts.apiId,
      http: {
        method,
        path: url.pathname,
        protocol: `HTTP/${request.httpVersion}`,
        sourceIp: request.socket.remoteAddress ?? '127.0.0.1',
        userAgent: headers['user-agent'] ?? '',
      },
      requestId: randomUUID(),
      routeKey: parts.routeKey,
      stage: '$default',
      time: gatewayTime(parts.now),
      timeEpoch: parts.now.getTime(),
      ...(parts.token && {
        authorizer: {
          jwt: {
            claims: textClaims(parts.token.claims),
            scopes: parts.token.scopes && [...parts.token.scopes],
          },
        },
      }),
    },
    ...(parts.body.length > 0 && { body: parts.body.toString(text ? 'utf8' : 'base64') }),
    isBase64Encoded: parts.body.length > 0 && !text,
  };
};

/** Names in lower case, cookies apart, repeated headers joined by commas. */
const eventHeaders = (request: IncomingMessage): Record<string, string> => {
  const headers: Record<string, string> = {};
  for (const [name, value] of Object.entries(request.headers)) {
    if (name === 'cookie' || value === undefined) continue;
    headers[name] = Array.isArray(value) ? value.join(',') : value;
  }
  headers['x-forwarded-for'] ??= request.socket.remoteAddress ?? '127.0.0.1';
  headers['x-forwarded-proto'] ??= 'http';
  return headers;
};

/** Repeated parameters joined by commas. */
const queryParameters = (url: URL): Record<string, string> => {
  const query: Record<string, string> = {};
  for (const [name, value] of url.searchParams)
    query[name] = name in query ? `${query[name]},${value}` : value;
  return query;
};

const isText = (contentType: string | undefined): boolean =>
  contentType === undefined || /^(text\/|application\/(json|javascript|xml)\b)|\+json\b/i.test(contentType);

/** `22/Nov/2026:06:49:00 +0000` */
const gatewayTime = (now: Date): string => {
  const [, day, month, year, time] = /^\w+, (\d+) (\w+) (\d+) ([\d:]+)/.exec(now.toUTCString()) ?? [];
  return `${day}/${month}/${year}:${time} +0000`;
};

/** The authorizer hands claims on as texts; a list becomes `[a b]`. */
const textClaims = (claims: Readonly<Record<string, unknown>>): Record<string, string> =>
  Object.fromEntries(
    Object.entries(claims).map(([name, value]) => [
      name,
      Array.isArray(value)
        ? `[${value.join(' ')}]`
        : typeof value === 'object'
          ? JSON.stringify(value)
          : String(value),
    ]),
  );

/** Writes what the function returned. False when it is nothing that the gateway accepts. */
export const writeResult = (response: ServerResponse, result: unknown): boolean => {
  if (!isRecord(result) || result['statusCode'] === undefined) {
    // Without a status code the whole answer is the body.
    response.writeHead(200, { 'content-type': 'application/json' });
    response.end(typeof result === 'string' ? result : JSON.stringify(result ?? null));
    return true;
  }
  const status = Number(result['statusCode']);
  if (!Number.isInteger(status) || status < 100 || status > 599) return false;
  const headers = isRecord(result['headers']) ? result['headers'] : {};
  for (const [name, value] of Object.entries(headers)) {
    if (value !== undefined && value !== null) response.setHeader(name, String(value));
  }
  if (Array.isArray(result['cookies'])) response.setHeader('set-cookie', result['cookies'].map(String));
  const body = typeof result['body'] === 'string' ? result['body'] : '';
  const bytes = Buffer.from(body, result['isBase64Encoded'] === true ? 'base64' : 'utf8');
  if (!response.hasHeader('content-type') && bytes.length > 0)
    response.setHeader('content-type', 'text/plain; charset=utf-8');
  response.writeHead(status);
  response.end(bytes);
  return true;
};
