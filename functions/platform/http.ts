import middy from '@middy/core';
import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import { newDistrictIdAt, newIdAt } from '#functions/adapters/ids.ts';
import { actorOf } from '#functions/app/context.ts';
import { AppError, notFound } from '#functions/app/errors.ts';
import type { AnyUseCase, UseCases } from '#functions/app/use-case.ts';
import { answeredBefore } from '#functions/data/answered-before.ts';
import type { Table } from '#functions/data/table.ts';
import { DistrictTable, NationalTable } from '#functions/data/tables.ts';
import type { RouteDeclaration, RouteDefinition } from '#shared/contract/route.ts';
import { ownClient, tableName, tenantClients } from './connections.ts';
import { readEnv } from './env.ts';
import { identifier } from './identify.ts';
import { log, traceOf } from './logger.ts';
import { idempotencyOf, type ParsedRequest, parseRequest } from './parse-request.ts';
import { asAppError, problemResult } from './problem.ts';

type Event = APIGatewayProxyEventV2;
type Result = APIGatewayProxyStructuredResultV2;
/** The routes of one group: a function does not carry, nor build at its start, the schemas of the others. */
type RouteTable = Readonly<Record<string, RouteDeclaration>>;
type NamedRoute = RouteDefinition & { readonly id: string };
type Context = Awaited<ReturnType<ReturnType<typeof identifier>>> & {
  readonly idempotency: { key: string; hash: string } | null;
};

/** What one request gathers on its way through the middleware. */
interface Passage {
  readonly startedAt: number;
  readonly now: string;
  route?: NamedRoute;
  context?: Context;
  request?: ParsedRequest;
  table?: Table;
}

/**
 * The Lambda handler of a group of routes. In order: errors become problem details, the route is found, the
 * caller identified and authorised, the request parsed, the use case run, its answer parsed by the declared
 * schema before it leaves, and one usage line written.
 */
export function httpHandler<const Table extends RouteTable, Extra extends object>(
  table: Table,
  useCases: UseCases<Table[keyof Table]['group'], Extra>,
  extra: Extra,
) {
  const routes = new Map<string, NamedRoute>(
    (Object.entries(table) as [string, RouteDefinition][]).map(([id, route]) => [
      `${route.method} /api${route.path}`,
      { id, ...route },
    ]),
  );
  const scopes = new Set([...routes.values()].map((route) => route.scope));
  const identify = identifierFor(scopes);
  const tables = tableOpener(scopes);
  const run: Readonly<Record<string, AnyUseCase<Context>>> = useCases;
  const passages = new WeakMap<Event, Passage>();
  const passageOf = (event: Event): Passage => {
    const passage = passages.get(event) ?? { startedAt: performance.now(), now: new Date().toISOString() };
    passages.set(event, passage);
    return passage;
  };

  return middy<Event, Result>()
    .use({
      onError: ({ event, error, response }) => {
        if (response !== undefined) return response;
        const refused = asAppError(error);
        const passage = passageOf(event);
        if (refused.code === 'INTERNAL')
          log.error('REQUEST_FAILED', { ...whereOf(event, passage), error: traceOf(error) });
        const result = problemResult(refused, event.requestContext.requestId);
        usage(event, passage, result.statusCode ?? 500);
        return result;
      },
    })
    .use({
      before: ({ event }) => {
        const route = routes.get(event.routeKey);
        if (route === undefined) throw notFound('page');
        passageOf(event).route = route;
      },
    })
    .use({
      before: async ({ event }) => {
        const passage = passageOf(event);
        if (passage.route === undefined) throw notFound('page');
        const known = await identify(passage.route, event, passage.now);
        passage.request = parseRequest(passage.route, event);
        passage.context = { ...known, idempotency: idempotencyOf(passage.route, event, passage.request) };
      },
    })
    .handler(async (event) => {
      const passage = passageOf(event);
      const { route, context, request } = passage;
      const useCase = route && run[route.id];
      if (route === undefined || context === undefined || request === undefined || useCase === undefined)
        throw notFound('page');
      const deps = await tables(context);
      if ('table' in deps) passage.table = deps.table;
      const answer = await orAnsweredBefore(passage, () => useCase({ ...deps, ...extra }, context, request));
      const result: Result = {
        statusCode: 200,
        headers: { 'content-type': 'application/json', 'cache-control': 'no-store' },
        body: JSON.stringify(declaredFieldsOf(route, answer)),
      };
      usage(event, passage, 200);
      return result;
    });
}

/** A repeat may fail on the way, since its change is already made: then the first answer is the answer. */
async function orAnsweredBefore(passage: Passage, run: () => Promise<unknown>): Promise<unknown> {
  try {
    return await run();
  } catch (error) {
    const { context, table } = passage;
    if (context?.idempotency && context.scope !== 'public' && table !== undefined) {
      const district = context.scope === 'national' ? 'NATIONAL' : context.districtId;
      const answered = await answeredBefore(table, district, actorOf(context), context.idempotency);
      if (answered !== undefined) return answered;
    }
    throw error;
  }
}

/**
 * Undeclared fields never leave; an answer that does not fit is withheld and logged by path.
 * @throws AppError INTERNAL
 */
export function declaredFieldsOf(route: NamedRoute, answer: unknown): unknown {
  const parsed = route.response.safeParse(answer);
  if (parsed.success) return parsed.data;
  log.error('RESPONSE_UNFIT', {
    route: route.id,
    reason: parsed.error.issues.map(({ path }) => path.join('.')).join(', '),
  });
  throw new AppError(
    'INTERNAL',
    'Something went wrong on our side, and we have been told. Try again later.',
    {
      reason: 'internal',
    },
  );
}

function usage(event: Event, passage: Passage, status: number): void {
  const meter = passage.table?.meter;
  log.info('REQUEST_SERVED', {
    ...whereOf(event, passage),
    status,
    ms: Math.round(performance.now() - passage.startedAt),
    ...(meter === undefined
      ? {}
      : { roundTrips: meter.roundTrips, readUnits: meter.read, writeUnits: meter.write }),
  });
}

function whereOf(event: Event, { route, context }: Passage) {
  return {
    requestId: event.requestContext.requestId,
    route: route?.id ?? 'unknown',
    ...(context !== undefined && 'districtId' in context ? { district: context.districtId } : {}),
  };
}

function identifierFor(scopes: ReadonlySet<string>): ReturnType<typeof identifier> {
  if (!scopes.has('tenant') && !scopes.has('national')) return identifier(null, ownClient, '');
  const { TOKEN_ISSUER, TOKEN_JWKS_URI, TOKEN_CLIENT_ID } = readEnv('tokens');
  const tokens = { issuer: TOKEN_ISSUER, jwksUri: TOKEN_JWKS_URI, clientId: TOKEN_CLIENT_ID };
  return identifier(tokens, ownClient, tableName());
}

/** Opens the table for a caller: a district's under its own session, the national office's under the function's role. */
function tableOpener(scopes: ReadonlySet<string>) {
  const clients = scopes.has('tenant') || scopes.has('link') ? tenantClients() : undefined;
  return async (context: Context) => {
    const newId = newIdAt(context.now);
    if (context.scope === 'public') return {};
    if (context.scope === 'national')
      return {
        table: new NationalTable(ownClient, tableName(), context, newId),
        newId,
        newDistrictId: () => newDistrictIdAt(context.now),
      };
    if (clients === undefined) throw new Error('this group has no district routes');
    return {
      table: new DistrictTable(await clients.of(context.districtId), tableName(), context, newId),
      newId,
    };
  };
}
