/** API Gateway's HTTP API: route, authorizer, function, answer, with its limits. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { readBody } from '#infra/local/aws-wire.ts';
import type { Clock } from '#infra/local/clock.ts';
import { PayloadTooLarge } from '#infra/local/function-pool.ts';
import { toEvent, type VerifiedToken, writeResult } from '#infra/local/http-event.ts';
import { routeFinder } from '#infra/local/http-routes.ts';
import type { Authorizer } from '#infra/local/jwt-authorizer.ts';
import type { ApiDefinition } from '#infra/local/template-web.ts';

export interface HttpApiOptions {
  readonly api: ApiDefinition;
  readonly account: string;
  readonly authorizer: Authorizer;
  readonly clock: Clock;
  readonly invoke: (functionName: string, event: unknown) => Promise<unknown>;
  readonly log: (line: string) => void;
  /** How long the gateway waits for a function; 30 seconds on AWS. */
  readonly integrationTimeoutMs?: number;
}

const requestLimit = 10 * 1024 * 1024;

export type HttpHandler = (request: IncomingMessage, response: ServerResponse) => Promise<void>;

export const httpApi = (options: HttpApiOptions): HttpHandler => {
  const find = routeFinder(options.api.routes);
  return async (request, response) => {
    const path = new URL(request.url ?? '/', 'http://local').pathname;
    const match = find(request.method ?? 'GET', path);
    if (match === undefined) return refuse(response, 404, 'Not Found');
    const authorisation = await options.authorizer(match.route, request.headers.authorization);
    if (authorisation.kind === 'unauthorized') {
      options.log(`401 ${match.route.key}: ${authorisation.reason}`);
      response.setHeader('www-authenticate', 'Bearer');
      return refuse(response, 401, 'Unauthorized');
    }
    if (authorisation.kind === 'forbidden') return refuse(response, 403, 'Forbidden');
    const body = await readBody(request, requestLimit);
    if (body === undefined) {
      response.setHeader('connection', 'close');
      return refuse(response, 413, 'Request Entity Too Large');
    }
    const token: VerifiedToken | undefined =
      authorisation.kind === 'verified' ? authorisation.token : undefined;
    const event = toEvent(request, {
      apiId: options.api.id,
      account: options.account,
      routeKey: match.route.key,
      pathParameters: match.pathParameters,
      token,
      body,
      now: new Date(options.clock.now()),
    });
    await run(options, match.route.functionName, event, response);
  };
};

const lateAnswer = Symbol('late');

const run = async (
  options: HttpApiOptions,
  functionName: string,
  event: unknown,
  response: ServerResponse,
): Promise<void> => {
  const { promise: late, resolve: giveUp } = Promise.withResolvers<typeof lateAnswer>();
  const timer = setTimeout(() => giveUp(lateAnswer), options.integrationTimeoutMs ?? 30_000);
  try {
    const result = await Promise.race([options.invoke(functionName, event), late]);
    if (result === lateAnswer) return refuse(response, 503, 'Service Unavailable');
    if (!writeResult(response, result)) refuse(response, 500, 'Internal Server Error');
  } catch (error) {
    options.log(`500 ${functionName}: ${error instanceof Error ? error.message : String(error)}`);
    if (response.headersSent) return;
    for (const name of response.getHeaderNames()) response.removeHeader(name);
    if (error instanceof PayloadTooLarge && error.part === 'event') refuse(response, 413, 'Request Too Long');
    else refuse(response, 500, 'Internal Server Error');
  } finally {
    clearTimeout(timer);
  }
};

const refuse = (response: ServerResponse, status: number, message: string): void => {
  response.writeHead(status, { 'content-type': 'application/json' });
  response.end(JSON.stringify({ message }));
};
