import { randomUUID } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import type { AppError } from '#functions/app/errors.ts';
import type { RenderPage } from '#functions/pages/family-pages.ts';
import { addressOf, type FormFields } from '#functions/pages/frame.ts';
import { wordsFor } from '#functions/pages/languages.ts';
import { problemPage } from '#functions/pages/problem-page.ts';
import { problemInWords } from '#functions/pages/problem-words.ts';
import { errorStatus } from '#shared/contract/errors.ts';
import type { FamilyView } from '#shared/contract/family-view.ts';
import type { RouteDefinition } from '#shared/contract/route.ts';
import { Said } from '#shared/contract/routes/pages.ts';
import { isFormKey } from './form-body.ts';

type Event = APIGatewayProxyEventV2;
type Result = APIGatewayProxyStructuredResultV2;

const paramsOf = (event: Event): Record<string, string> =>
  Object.fromEntries(Object.entries(event.pathParameters ?? {}).map(([name, value]) => [name, value ?? '']));

/** Where the family's pages begin, and the language that was chosen on them. */
const homeOf = (event: Event) => ({
  base: `/f/${paramsOf(event)['link'] ?? ''}`,
  chosen: event.queryStringParameters?.['lang'] ?? null,
});

type Shown = Pick<RouteDefinition, 'path'>;
type Places = Readonly<Record<string, string>>;

/** A page of a family. */
export const pageResult = (route: Shown, event: Event, answer: unknown, render: RenderPage): Result =>
  familyPageResult(event, answer, render, {
    route,
    at: paramsOf(event),
    said: Said.safeParse(event.queryStringParameters?.['said']).data ?? null,
  });

interface NotAccepted {
  /** Params of the page that is shown: a form may come back on another one than it was sent to. */
  readonly at: Places;
  readonly refused: AppError;
  readonly sent: FormFields;
}

/** A page again, with what to do on top; a form on it is filled in as it was sent, under the same key. */
export const refusedPageResult = (
  route: Shown,
  event: Event,
  answer: unknown,
  render: RenderPage,
  { at, refused, sent }: NotAccepted,
): Result =>
  familyPageResult(event, answer, render, { route, at, said: null, refused: { error: refused, sent } });

interface Wanted {
  readonly route: Shown;
  readonly at: Places;
  readonly said: Said | null;
  readonly refused?: { readonly error: AppError; readonly sent: FormFields };
}

function familyPageResult(
  event: Event,
  answer: unknown,
  render: RenderPage,
  { route, at, said, refused }: Wanted,
): Result {
  const view = answer as FamilyView;
  const home = homeOf(event);
  const words = wordsFor([home.chosen, view.language], event.headers['accept-language']);
  const step = route.path
    .replace(/^\/f\/\{link\}\/?/, '')
    .replace(/\{(\w+)\}/g, (_, name: string) => at[name] ?? '');
  const key = refused?.sent['key'];
  const formKey = isFormKey(key) ? key : randomUUID();
  const again = refused && {
    ...problemInWords(words, refused.error, refused.sent),
    sent: refused.sent,
  };
  return htmlResult(
    event,
    refused === undefined ? 200 : errorStatus[refused.error.code],
    render(view, { ...home, words, step, said, formKey, refused: again ?? null }, at),
  );
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
  const { method, content } = answer as { method: string; content: string };
  return {
    statusCode: 200,
    headers: {
      'content-type': `text/calendar; charset=utf-8; method=${method}`,
      'content-disposition': 'attachment; filename="visit.ics"',
      'cache-control': 'no-store',
    },
    body: content,
  };
}

/** What went wrong, as a page of its own: no page of the family opens. */
export function problemPageResult(event: Event, error: AppError, sent: FormFields): Result {
  const home = homeOf(event);
  const words = wordsFor([home.chosen], event.headers['accept-language']);
  // Its first page is shown with every other refusal, so with this one nothing opens.
  const opens = error.code !== 'NOT_FOUND';
  const sentence = opens ? problemInWords(words, error, sent).sentence : words.problem.notFound;
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
