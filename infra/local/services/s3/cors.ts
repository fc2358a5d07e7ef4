import type { IncomingMessage, ServerResponse } from 'node:http';
import * as z from 'zod';
import type { Resource } from '#infra/local/template.ts';
import { S3Refusal } from './s3-refusal.ts';

const CorsRules = z.object({
  CorsRules: z.array(
    z.object({
      AllowedMethods: z.array(z.string()),
      AllowedOrigins: z.array(z.string()),
      AllowedHeaders: z.array(z.string()).default([]),
      ExposedHeaders: z.array(z.string()).default([]),
      MaxAge: z.number().optional(),
    }),
  ),
});

/**
 * Sets the CORS headers that the bucket's own rules allow. The template names the deployed site as the origin;
 * on this machine the site is `home`, so `home` stands for any origin that a rule names.
 * @throws S3Refusal for a preflight that no rule allows
 */
export function applyCors(
  bucket: Resource,
  request: IncomingMessage,
  response: ServerResponse,
  home: string,
): void {
  const origin = request.headers.origin;
  if (origin === undefined) return;
  const preflight = request.method === 'OPTIONS';
  const method = preflight ? request.headers['access-control-request-method'] : request.method;
  const asked = (request.headers['access-control-request-headers'] ?? '')
    .split(',')
    .map((name) => name.trim().toLowerCase())
    .filter((name) => name !== '');
  const parsed = CorsRules.safeParse(bucket.properties['CorsConfiguration']);
  const rule = (parsed.success ? parsed.data.CorsRules : []).find(
    (one) =>
      one.AllowedMethods.includes(method ?? '') &&
      (origin === home || one.AllowedOrigins.includes('*') || one.AllowedOrigins.includes(origin)) &&
      (!preflight || asked.every((name) => one.AllowedHeaders.some((allowed) => matches(allowed, name)))),
  );
  if (rule === undefined) {
    if (!preflight) return;
    throw new S3Refusal(
      'AccessForbidden',
      "CORSResponse: This CORS request is not allowed. This is usually because the evalution of Origin, request method / Access-Control-Request-Method or Access-Control-Request-Headers are not whitelisted by the resource's CORS spec.",
    );
  }
  response.setHeader('access-control-allow-origin', origin);
  response.setHeader('vary', 'Origin, Access-Control-Request-Headers, Access-Control-Request-Method');
  if (rule.ExposedHeaders.length > 0) {
    response.setHeader('access-control-expose-headers', rule.ExposedHeaders.join(', '));
  }
  if (!preflight) return;
  response.setHeader('access-control-allow-methods', rule.AllowedMethods.join(', '));
  if (asked.length > 0) response.setHeader('access-control-allow-headers', asked.join(', '));
  if (rule.MaxAge !== undefined) response.setHeader('access-control-max-age', rule.MaxAge);
}

function matches(allowed: string, name: string): boolean {
  const [before = '', after] = allowed.toLowerCase().split('*', 2);
  return after === undefined ? before === name : name.startsWith(before) && name.endsWith(after);
}
