import { createHash } from 'node:crypto';
import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import { newIdAt } from '#functions/adapters/ids.ts';
import { actorOf, type LinkContext } from '#functions/app/context.ts';
import { AppError, notFound } from '#functions/app/errors.ts';
import type { AnyUseCase, UseCases } from '#functions/app/use-case.ts';
import { answeredBefore } from '#functions/data/answered-before.ts';
import { DistrictTable } from '#functions/data/tables.ts';
import { pagesAfterRefusal, type RenderPage } from '#functions/pages/family-pages.ts';
import type { FormFields } from '#functions/pages/frame.ts';
import { fullPath, type RouteDeclaration, type RouteDefinition } from '#shared/contract/route.ts';
import { ownClient, tableName, tenantClients } from './connections.ts';
import { formFields, isFormKey } from './form-body.ts';
import { declaredFieldsOf } from './http.ts';
import { identifier } from './identify.ts';
import { log, traceOf } from './logger.ts';
import {
  calendarResult,
  pageResult,
  problemPageResult,
  refusedPageResult,
  seeOther,
} from './page-results.ts';
import { type ParsedRequest, parsePart } from './parse-request.ts';
import { asAppError } from './problem.ts';

type Event = APIGatewayProxyEventV2;
type Result = APIGatewayProxyStructuredResultV2;
type NamedRoute = RouteDefinition & { readonly id: string };

/** A family's change is decided again on the state as it is now, so often, before the family is asked to come back. */
const mostTries = 4;

/** What one request gathers on its way. */
interface Passage {
  sent: FormFields;
  context?: LinkContext;
  district?: DistrictTable;
}

/**
 * The Lambda handler of pages that need no script. A page is rendered from the use case's view, which its declared
 * schema parses first; a form is answered by the way to the next page (303), so that reloading repeats nothing. A form
 * that is refused comes back filled in as it was sent, with what to do on top, in the family's words.
 */
export function pageHandler(
  table: Readonly<Record<string, RouteDeclaration>>,
  useCases: UseCases<'pages'>,
  pages: Readonly<Record<string, RenderPage>>,
) {
  const named = (Object.entries(table) as [string, RouteDefinition][]).map(([id, route]) => ({
    id,
    ...route,
  }));
  const routes = new Map<string, NamedRoute>(
    named.map((route) => [`${route.method} ${fullPath(route)}`, route]),
  );
  const [anyPage] = named;
  if (anyPage === undefined) throw new Error('no page is declared');
  const run: Readonly<Record<string, AnyUseCase<LinkContext>>> = useCases;
  const identify = identifier(null, ownClient, '');
  const clients = tenantClients();

  return async (received: Event): Promise<Result> => {
    const startedAt = performance.now();
    const now = new Date().toISOString();
    const event = belowLink(received);
    const route = routes.get(event.routeKey);
    const passage: Passage = { sent: {} };
    let result: Result;
    try {
      const useCase = route && run[route.id];
      const known = await identify(route ?? anyPage, event, now);
      if (known.scope !== 'link') throw notFound('page');
      const client = await clients.of(known.districtId);
      const newId = newIdAt(now);
      passage.context = { ...known, idempotency: null };
      passage.district = new DistrictTable(client, tableName(), passage.context, newId);
      if (route === undefined || useCase === undefined) throw unknownPage();
      if (route.method === 'POST') passage.sent = formFields(event);
      const request = requestOf(route, event, passage.sent);
      const context = { ...known, idempotency: idempotencyOf(route, passage.sent, request) };
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
      result =
        (await pageAgain(route, event, passage, refused)) ?? problemPageResult(event, refused, passage.sent);
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

  /** The page of the form again, else the family's first page, with what to do; null when neither opens. */
  async function pageAgain(
    route: NamedRoute | undefined,
    event: Event,
    { sent, context, district }: Passage,
    refused: AppError,
  ): Promise<Result | null> {
    if (context === undefined || district === undefined || refused.reason === 'link_ended') return null;
    for (const { page, step } of pagesAfterRefusal(route?.id ?? '')) {
      const shown = named.find(({ id }) => id === page);
      const [read, render] = [run[page], pages[page]];
      if (shown === undefined || read === undefined || render === undefined) continue;
      const params = shown.params?.safeParse({
        ...event.pathParameters,
        ...(step !== undefined && { step }),
      });
      if (params?.success !== true) continue;
      try {
        const request = { params: params.data, query: {}, body: undefined };
        const view = await read({ table: district, newId: district.newId }, context, request);
        const at = params.data as Readonly<Record<string, string>>;
        return refusedPageResult(shown, event, declaredFieldsOf(shown, view), render, { at, refused, sent });
      } catch (error) {
        const { code, reason } = asAppError(error);
        if (reason === 'link_ended') return problemPageResult(event, asAppError(error), {});
        // A visit or a child that is not there any more has no page of its own.
        if (code !== 'NOT_FOUND') return null;
      }
    }
    return null;
  }
}

const unknownPage = (): AppError =>
  new AppError('NOT_FOUND', 'There is no such page.', { reason: 'unknown_page' });

/** An address that names no page still begins with a link, of which the first page may open. */
function belowLink(event: Event): Event {
  const rest = event.pathParameters?.['proxy'];
  return rest === undefined ? event : { ...event, pathParameters: { link: rest.split('/')[0] ?? '' } };
}

const whereOf = (event: Event, route: NamedRoute | undefined, district: DistrictTable | undefined) => ({
  requestId: event.requestContext.requestId,
  route: route?.id ?? 'unknown',
  ...(district && { district: district.context.districtId }),
});

/**
 * Query fields nobody declared are dropped: mail programs and phones add their own to every link.
 * @throws AppError NOT_FOUND for an address that names no page, BAD_REQUEST for a form that cannot be taken as it is.
 */
function requestOf(route: NamedRoute, event: Event, { key: _, ...fields }: FormFields): ParsedRequest {
  const query = route.query?.safeParse(event.queryStringParameters ?? {});
  const params = route.params?.safeParse(event.pathParameters ?? {});
  if (params?.success === false) throw unknownPage();
  return {
    params: params?.data,
    query: query?.success === true ? query.data : {},
    body: route.body === undefined ? undefined : parsePart(route.body, fields),
  };
}

/**
 * A form carries a key, so that one that is sent twice counts once. Somebody who goes back and sends the same form
 * with other content means something new, so the content is part of the key.
 */
function idempotencyOf(
  route: NamedRoute,
  { key }: FormFields,
  request: ParsedRequest,
): LinkContext['idempotency'] {
  if (route.method !== 'POST' || !isFormKey(key)) return null;
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
