import type * as z from 'zod';
import type { RouteId, Routes } from './contract.ts';
import type { endpoints } from './endpoints.generated.ts';
import type { Problem } from './errors.ts';
import type { RouteDeclaration } from './route.ts';

type Part<R, K extends string> = K extends keyof R ? R[K] : undefined;
type In<S> = S extends z.core.SomeType ? z.input<S> : undefined;
type Out<S> = S extends z.core.SomeType ? z.output<S> : undefined;
type Defined<T> = { [K in keyof T as T[K] extends undefined ? never : K]: T[K] };

/** What a use case receives: parsed values. */
export type Request<R extends RouteDeclaration> = {
  params: Out<Part<R, 'params'>>;
  query: Out<Part<R, 'query'>>;
  body: Out<Part<R, 'body'>>;
};
/** What a use case returns; parsed by the response schema before it leaves. */
export type Response<R extends RouteDeclaration> = z.input<R['response']>;
/** What a client sends. */
export type Args<Id extends RouteId> = Defined<{
  params: In<Part<Routes[Id], 'params'>>;
  query: In<Part<Routes[Id], 'query'>>;
  body: In<Part<Routes[Id], 'body'>>;
}>;
/** What a client gets back. */
export type Answer<Id extends RouteId> = z.output<Routes[Id]['response']>;

/** The server refused; `problem` says why in words and by code. */
export class RequestRefused extends Error {
  readonly problem: Problem;
  constructor(problem: Problem) {
    super(problem.detail);
    this.name = 'RequestRefused';
    this.problem = problem;
  }
}

export interface ClientOptions {
  /** Where the API answers, without a slash at the end: `/api` in the browser. */
  readonly baseUrl: string;
  readonly fetch: typeof fetch;
  /** An access token, or null when signed out. */
  readonly token: () => Promise<string | null>;
  /** Makes an Idempotency-Key; asked once per `call` of a route that changes something. */
  readonly newKey: () => string;
}

/**
 * A typed client of the contract: `call('getVisit', { params: { visitId } })`.
 * Takes the compact endpoint list instead of the schemas, so that a browser need not carry zod.
 * @throws RequestRefused for every answer outside 2xx; TypeError when the network is away.
 */
export function createClient(list: typeof endpoints, options: ClientOptions) {
  return async function call<Id extends RouteId & keyof typeof endpoints>(
    id: Id,
    args: Args<Id>,
    idempotencyKey?: string,
  ): Promise<Answer<Id>> {
    const [method, path] = list[id];
    const { params, query, body } = args as {
      params?: Record<string, string>;
      query?: Record<string, unknown>;
      body?: unknown;
    };
    const url = path.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(params?.[name] ?? ''));
    const search = new URLSearchParams(
      Object.entries(query ?? {}).flatMap(([name, value]) =>
        value === undefined || value === null ? [] : [[name, String(value)] as [string, string]],
      ),
    );
    const token = await options.token();
    const answer = await options.fetch(`${options.baseUrl}${url}${search.size > 0 ? `?${search}` : ''}`, {
      method,
      headers: {
        ...(token === null ? {} : { authorization: `Bearer ${token}` }),
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...(method === 'GET' ? {} : { 'idempotency-key': idempotencyKey ?? options.newKey() }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = await answer.text();
    if (answer.ok) return (text === '' ? null : JSON.parse(text)) as Answer<Id>;
    throw new RequestRefused(readProblem(text, answer.status));
  };
}
export type Client = ReturnType<typeof createClient>;

function readProblem(text: string, status: number): Problem {
  try {
    const parsed: unknown = JSON.parse(text);
    if (typeof parsed === 'object' && parsed !== null && 'code' in parsed) return parsed as Problem;
  } catch {
    // Not ours: a gateway or proxy answered; say so below instead of showing its page.
  }
  return {
    type: 'about:blank',
    title: 'No answer',
    status,
    code: status === 401 ? 'NOT_SIGNED_IN' : 'BUSY',
    detail: 'Porchlight did not answer. Try again in a moment.',
    reason: null,
    requestId: '',
    fields: [],
  };
}
