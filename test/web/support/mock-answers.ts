import type { Answer } from '#shared/contract/client.ts';
import type { RouteId, Routes } from '#shared/contract/contract.ts';
import { type ErrorCode, errorStatus, type Problem } from '#shared/contract/errors.ts';
import type { DistrictRole, NationalRole } from '#shared/domain/access/roles.ts';

/** What arrived at the mock server for one route. */
export interface MockRequest {
  readonly id: RouteId;
  readonly params: Record<string, string>;
  readonly query: Record<string, string>;
  readonly body: unknown;
  readonly idempotencyKey: string | null;
}

/** One answer per route; a route without one answers NOT_FOUND. An answer may also throw `refuse(…)`. */
/** `undefined` takes an answer away: the route then says that nothing is there. */
export type Answers = {
  [Id in RouteId]?: ((request: MockRequest) => Answer<Id> | Promise<Answer<Id>>) | undefined;
};

/** Who signs in, as claims of the id token. */
export type Persona =
  | { readonly district: string; readonly roles: readonly DistrictRole[]; readonly sub?: string }
  | { readonly national_roles: readonly NationalRole[] }
  | Record<string, never>;

export class Refused extends Error {
  readonly problem: Problem;
  constructor(problem: Problem) {
    super(problem.detail);
    this.problem = problem;
  }
}

/** A problem as the server would send it. */
export function refuse(
  code: ErrorCode,
  detail: string,
  reason: string | null = null,
  names: readonly string[] = [],
): Refused {
  return new Refused({
    type: 'about:blank',
    title: detail,
    status: errorStatus[code],
    code,
    detail,
    reason,
    requestId: 'req-0001',
    fields: [],
    ...(names.length > 0 && { names: [...names] }),
  });
}

/** The body of a command, as its contract has it. */
export type BodyOf<Id extends RouteId> = Routes[Id] extends { body: { _zod: { output: infer Body } } }
  ? Body
  : never;
