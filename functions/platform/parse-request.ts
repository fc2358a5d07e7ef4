import { createHash } from 'node:crypto';
import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import * as z from 'zod';
import { AppError } from '#functions/app/errors.ts';
import type { RouteDefinition } from '#shared/contract/route.ts';

const largestBody = 256 * 1024;

export interface ParsedRequest {
  readonly params: unknown;
  readonly query: unknown;
  readonly body: unknown;
}

/**
 * Parses params, query and body by the route's schemas. Unknown fields are refused, so that a misspelt one is
 * not silently lost.
 * @throws AppError BAD_REQUEST with the paths to mend, never the values; TOO_LARGE past 256 KB.
 */
export function parseRequest(route: RouteDefinition, event: APIGatewayProxyEventV2): ParsedRequest {
  const body = event.isBase64Encoded
    ? Buffer.from(event.body ?? '', 'base64').toString('utf8')
    : (event.body ?? '');
  if (body.length > largestBody)
    throw new AppError('TOO_LARGE', 'This is more text than fits in one request. Make it shorter.', {
      reason: 'too_large',
    });
  return {
    params: parsePart(route.params, event.pathParameters ?? {}),
    query: parsePart(route.query ?? z.object({}), event.queryStringParameters ?? {}),
    body: route.body === undefined ? undefined : parsePart(route.body, parseJson(body)),
  };
}

/** One part by its schema, unknown fields refused. @throws AppError BAD_REQUEST */
export function parsePart(schema: z.ZodType | undefined, value: unknown): unknown {
  if (schema === undefined) return undefined;
  const strict = schema instanceof z.ZodObject ? schema.strict() : schema;
  const parsed = strict.safeParse(value);
  if (parsed.success) return parsed.data;
  throw new AppError('BAD_REQUEST', 'Some fields need another look.', {
    reason: 'bad_request',
    fields: parsed.error.issues.slice(0, 20).map((issue) => ({
      path: issue.code === 'unrecognized_keys' ? issue.keys.join(', ') : issue.path.join('.'),
      message: issue.code === 'unrecognized_keys' ? 'There is no such field' : issue.message,
    })),
  });
}

/** Half a character, as a form leaves it that is cut off in the middle of an emoji, is no text and cannot be stored. */
function parseJson(body: string): unknown {
  try {
    return JSON.parse(body, (_, value: unknown) =>
      typeof value === 'string' ? value.toWellFormed() : value,
    );
  } catch {
    throw new AppError('BAD_REQUEST', 'The request is not readable as JSON.', { reason: 'not_json' });
  }
}

const keyPattern = /^[A-Za-z0-9_-]{8,80}$/;

/**
 * The Idempotency-Key of a change with a hash over everything it asks for, or null for reads and without a key.
 * @throws AppError BAD_REQUEST for a key that is not 8–80 letters, digits, `-` or `_`.
 */
export function idempotencyOf(
  route: RouteDefinition & { readonly id: string },
  event: APIGatewayProxyEventV2,
  request: ParsedRequest,
): { key: string; hash: string } | null {
  const key = event.headers['idempotency-key'];
  if (route.method === 'GET' || key === undefined) return null;
  if (!keyPattern.test(key))
    throw new AppError('BAD_REQUEST', 'An Idempotency-Key has 8 to 80 letters, digits, - or _.', {
      reason: 'bad_request',
    });
  const content = JSON.stringify([route.id, request.params ?? null, request.body ?? null]);
  return { key, hash: createHash('sha256').update(content).digest('hex') };
}
