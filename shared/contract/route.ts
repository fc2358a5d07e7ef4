import type * as z from 'zod';
import type { Permission } from '../domain/access/permissions.ts';
import type { ErrorCode } from './errors.ts';

/** One Lambda function per group. */
export type Group =
  | 'account'
  | 'national'
  | 'people'
  | 'roster'
  | 'trainings'
  | 'families'
  | 'visits'
  | 'schools'
  | 'pages'
  | 'pay'
  | 'open';

/**
 * Where identity comes from. `tenant`: the district in the verified token. `national`: a verified token of the
 * national office, never with a district. `link`: no account, a secret link that names its district. `public`: nobody.
 */
export type Scope = 'tenant' | 'national' | 'link' | 'public';

interface Described<Schema> {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  readonly path: `/${string}`;
  readonly group: Group;
  readonly summary: string;
  readonly scope: Scope;
  /** Any one of these; an empty list means that the scope is enough. */
  readonly can: readonly Permission[];
  readonly params?: Schema;
  readonly query?: Schema;
  readonly body?: Schema;
  readonly response: Schema;
  /** Codes beyond those every route may answer (bad request, identity, internal). */
  readonly errors: readonly ErrorCode[];
  /** Which table verbs the group's role is granted for this route. */
  readonly data: 'none' | 'read' | 'write';
  /**
   * For people without the web app: `response` is what the page is rendered from, a change comes as a form and is
   * answered by the way to the next page. Such a route has a short address of its own, without `/api`.
   */
  readonly answers?: 'page' | 'calendar';
}

/** A route as code walks over it: each schema with its methods. */
export type RouteDefinition = Described<z.ZodType>;
/**
 * A route as it is declared. To compare each of some three hundred schemas with all the methods of a zod type took the
 * type check of the contract alone from 3 to 13 seconds; what a schema is made of is enough here.
 */
export type RouteDeclaration = Described<z.core.SomeType>;

/** All other routes begin with it, in the browser and in API Gateway alike. */
export const apiPrefix = '/api';

/** The path under which a route is found behind the one origin that people see. */
export const fullPath = ({ path, answers }: Pick<RouteDefinition, 'path' | 'answers'>): string =>
  answers === undefined ? `${apiPrefix}${path}` : path;

type PathParams<Path extends string> = Path extends `${string}{${infer Name}}${infer Rest}`
  ? Name | PathParams<Rest>
  : never;
type ParamsMatchPath<R extends RouteDeclaration> = [PathParams<R['path']>] extends [never]
  ? { params?: never }
  : { params: { readonly _zod: { readonly output: Record<PathParams<R['path']>, unknown> } } };

/** Declares one route. A `{name}` in the path without a param of that name, or the reverse, does not compile. */
export const route = <const R extends RouteDeclaration>(definition: R & ParamsMatchPath<R>): R => definition;
