import { createHash } from 'node:crypto';
import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import { newIdAt } from '#functions/adapters/ids.ts';
import { actorOf, type LinkContext } from '#functions/app/context.ts';
import { notFound } from '#functions/app/errors.ts';
import type { UseCases } from '#functions/app/use-case.ts';
import { answeredBefore } from '#functions/data/answered-before.ts';
import { DistrictTable } from '#functions/data/tables.ts';
import type { RenderPage } from '#functions/pages/family-pages.ts';
import { fullPath, type RouteDeclaration, type RouteDefinition } from '#shared/contract/route.ts';
import { ownClient, tableName, tenantClients } from './connections.ts';
import { formFields } from './form-body.ts';
import { declaredFieldsOf } from './http.ts';
import { identifier } from './identify.ts';
import { log, traceOf } from './logger.ts';
import { calendarResult, pageResult, problemPageResult, seeOther } from './page-results.ts';
import { type ParsedRequest, parsePart } from './parse-request.ts';
import { asAppError } from './problem.ts';

type Event = APIGatewayProxyEventV2;
type Result = APIGatewayProxyStructuredResultV2;
type NamedRoute = RouteDefinition & { readonly id: string };
type AnyUseCase = (deps: object, context: LinkContext, request: ParsedRequest) => Promise<unknown>;

/** A family's change is decided again on the state as it is now, so often, before the family is asked to come back. */
const mostTries = 4;

/**
 * The Lambda handler of pages that need no script. A page is rendered from the use case's view, which its declared
 * schema parses first; a form is answered by the way to the next page (303), so that reloading repeats nothing.
 * Whatever fails is told on a page too, in the family's words.
 */
export function pageHandler(
  table: Readonly<Record<string, RouteDeclaration>>,
  useCases: UseCases<'pages'>,
  pages: Readonly<Record<string, RenderPage>>,
) {
  const routes = new Map<string, NamedRoute>(
    (Object.entries(table) as [string, RouteDefinition][]).map(([id, route]) => [
      `${route.method} ${fullPath(route)}`,
      { id, ...route },
    ]),
  );
  const run = useCases as unknown as Record<string, AnyUseCase>;
  const identify = identifier(null, ownClient, '');
  const clients = tenantClients();

  return async (event: Event): Promise<Result> => {
    const startedAt = performance.now();
    const now = new Date().toISOString();
    const route = routes.get(event.routeKey);
    const passage: { district?: DistrictTable } = {};
    let result: Result;
    try {
      const useCase = route && run[route.id];
      if (route === undefined || useCase === undefined) throw notFound('page');
      const known = await identify(route, event, now);
      if (known.scope !== 'link') throw notFound('page');
      const request = requestOf(route, event);
      const context = { ...known, idempotency: idempotencyOf(route, event, request) };
      const newId = newIdAt(now);
      const client = await clients.of(context.districtId);
      const district = new DistrictTable(client, tableName(), context, newId);
      passage.district = district;
      const answer = await decide(district, context, () =>
        useCase({ table: district, newId }, context, request),
      );
      result = resultOf(route, event, declaredFieldsOf(route, answer), pages[route.id]);
    } catch (error) {
      const refused = asAppError(error);
      if (refused.code === 'INTERNAL')
        log.error('REQUEST_FAILED', { ...whereOf(event, route, passage.district), error: traceOf(error) });
      result = problemPageResult(event, refused);
    }
    const meter = passage.district?.meter;
    log.info('REQUEST_SERVED', {
      ...whereOf(event, route, passage.district),
      status: result.statusCode ?? 0,
      ms: Math.round(performance.now() - startedAt),
      ...(meter && { roundTrips: meter.roundTrips, readUnits: meter.read, writeUnits: meter.write }),
    });
    return result;
  };
}

const whereOf = (event: Event, route: NamedRoute | undefined, district: DistrictTable | undefined) => ({
  requestId: event.requestContext.requestId,
  route: route?.id ?? 'unknown',
  ...(district && { district: district.context.districtId }),
});

/** Query fields nobody declared are dropped: mail programs and phones add their own to every link. */
function requestOf(route: NamedRoute, event: Event): ParsedRequest {
  const { key: _, ...fields } = route.method === 'POST' ? formFields(event) : {};
  const query = route.query?.safeParse(event.queryStringParameters ?? {});
  return {
    params: parsePart(route.params, event.pathParameters ?? {}),
    query: query?.success === true ? query.data : {},
    body: route.body === undefined ? undefined : parsePart(route.body, fields),
  };
}

/**
 * A form carries a key, so that one that is sent twice counts once. Somebody who goes back and sends the same form
 * with other content means something new, so the content is part of the key.
 */
function idempotencyOf(route: NamedRoute, event: Event, request: ParsedRequest): LinkContext['idempotency'] {
  if (route.method !== 'POST') return null;
  const { key } = formFields(event);
  if (typeof key !== 'string' || !/^[A-Za-z0-9_-]{8,80}$/.test(key)) return null;
  const content = JSON.stringify([route.id, request.params ?? null, request.body ?? null]);
  const hash = createHash('sha256').update(content).digest('hex');
  return { key: createHash('sha256').update(`${key} ${content}`).digest('hex'), hash };
}

/**
 * Runs a use case; when something changed meanwhile it decides again on what is there now, and a repeat of what was
 * done already answers what was answered then.
 */
async function decide(
  district: DistrictTable,
  context: LinkContext,
  run: () => Promise<unknown>,
): Promise<unknown> {
  for (let tried = 1; ; tried += 1) {
    try {
      return await run();
    } catch (error) {
      const { idempotency } = context;
      const answered =
        idempotency && (await answeredBefore(district, context.districtId, actorOf(context), idempotency));
      if (answered !== null && answered !== undefined) return answered;
      if (asAppError(error).code !== 'CHANGED_MEANWHILE' || tried === mostTries) throw error;
    }
  }
}

function resultOf(route: NamedRoute, event: Event, answer: unknown, render: RenderPage | undefined): Result {
  if (route.answers === 'calendar') return calendarResult(answer);
  if (route.method === 'POST') return seeOther(event, answer);
  if (render === undefined) throw new Error(`nothing renders ${route.id}`);
  return pageResult(route, event, answer, render);
}
