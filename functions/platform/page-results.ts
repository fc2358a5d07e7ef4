import { randomUUID } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import type { AppError } from '#functions/app/errors.ts';
import type { RenderPage } from '#functions/pages/family-pages.ts';
import { addressOf } from '#functions/pages/frame.ts';
import { wordsFor } from '#functions/pages/languages.ts';
import { problemPage } from '#functions/pages/problem-page.ts';
import { problemInWords } from '#functions/pages/problem-words.ts';
import { errorStatus } from '#shared/contract/errors.ts';
import type { FamilyView } from '#shared/contract/family-view.ts';
import type { RouteDefinition } from '#shared/contract/route.ts';
import type { Said } from '#shared/contract/routes/pages.ts';

type Event = APIGatewayProxyEventV2;
type Result = APIGatewayProxyStructuredResultV2;

const paramsOf = (event: Event): Record<string, string> =>
  Object.fromEntries(Object.entries(event.pathParameters ?? {}).map(([name, value]) => [name, value ?? '']));

/** Where the family's pages begin, and the language that was chosen on them. */
const homeOf = (event: Event) => ({
  base: `/f/${paramsOf(event)['link'] ?? ''}`,
  chosen: event.queryStringParameters?.['lang'] ?? null,
});

/** A page of a family. */
export function pageResult(
  route: Pick<RouteDefinition, 'path'>,
  event: Event,
  answer: unknown,
  render: RenderPage,
): Result {
  const view = answer as FamilyView;
  const params = paramsOf(event);
  const home = homeOf(event);
  const words = wordsFor([home.chosen, view.language], event.headers['accept-language']);
  const step = route.path
    .replace(/^\/f\/\{link\}\/?/, '')
    .replace(/\{(\w+)\}/g, (_, name: string) => params[name] ?? '');
  const said = event.queryStringParameters?.['said'] ?? null;
  return htmlResult(event, 200, render(view, { ...home, words, step, said, formKey: randomUUID() }, params));
}

/** The way to the first page, after a form. */
export function seeOther(event: Event, answer: unknown): Result {
  const { said } = answer as { said: Said };
  return {
    statusCode: 303,
    headers: { location: addressOf(homeOf(event), '', said), 'cache-control': 'no-store' },
    body: '',
  };
}

/** A calendar file, to be opened by the phone's own calendar. */
export function calendarResult(answer: unknown): Result {
  const { content } = answer as { content: string };
  return {
    statusCode: 200,
    headers: {
      'content-type': 'text/calendar; charset=utf-8; method=PUBLISH',
      'content-disposition': 'attachment; filename="visit.ics"',
      'cache-control': 'no-store',
    },
    body: content,
  };
}

/** What went wrong, as a page. */
export function problemPageResult(event: Event, error: AppError): Result {
  const home = homeOf(event);
  const words = wordsFor([home.chosen], event.headers['accept-language']);
  const { sentence, opens } = problemInWords(words, error);
  return htmlResult(
    event,
    errorStatus[error.code],
    problemPage(words, sentence, opens ? addressOf(home) : null),
  );
}

/** Neither API Gateway nor an uncached CloudFront behaviour compresses, so the function does. */
function htmlResult(event: Event, statusCode: number, page: string): Result {
  const headers = { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store' };
  if (!/\bgzip\b/.test(event.headers['accept-encoding'] ?? '')) return { statusCode, headers, body: page };
  return {
    statusCode,
    headers: { ...headers, 'content-encoding': 'gzip' },
    body: gzipSync(page).toString('base64'),
    isBase64Encoded: true,
  };
}
