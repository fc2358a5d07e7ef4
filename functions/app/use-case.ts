import type { DistrictTable, NationalTable, NewId } from '#functions/data/tables.ts';
import type { Request, Response } from '#shared/contract/client.ts';
import type { RouteId, Routes } from '#shared/contract/contract.ts';
import type { Group, Scope } from '#shared/contract/route.ts';
import type { LinkContext, NationalContext, PublicContext, TenantContext } from './context.ts';

interface ByScope {
  tenant: { context: TenantContext; deps: { readonly table: DistrictTable; readonly newId: NewId } };
  link: { context: LinkContext; deps: { readonly table: DistrictTable; readonly newId: NewId } };
  national: {
    context: NationalContext;
    deps: { readonly table: NationalTable; readonly newId: NewId; readonly newDistrictId: () => string };
  };
  public: { context: PublicContext; deps: object };
}
export type ContextOf<S extends Scope> = ByScope[S]['context'];
export type DepsOf<S extends Scope> = ByScope[S]['deps'];

/**
 * A use case: the contract has checked the permission, so it checks the row's scope, loads, decides (pure) and
 * commits once. It throws AppError or Refusal, never HTTP. `Extra` names ports beyond the table, such as files.
 */
export type UseCase<Id extends RouteId, Extra extends object = object> = (
  deps: DepsOf<Routes[Id]['scope']> & Extra,
  context: ContextOf<Routes[Id]['scope']>,
  request: Request<Routes[Id]>,
) => Promise<Response<Routes[Id]>>;

type IdsOf<G extends Group> = {
  [Id in RouteId]: Routes[Id]['group'] extends G ? Id : never;
}[RouteId];

/** Every use case of a group: a route without one does not compile. */
export type UseCases<G extends Group, Extra extends object = object> = {
  readonly [Id in IdsOf<G>]: UseCase<Id, Extra>;
};

interface Erased<Context> {
  run(
    deps: object,
    context: Context,
    request: { readonly params: unknown; readonly query: unknown; readonly body: unknown },
  ): Promise<unknown>;
}
/**
 * A use case whose route is known only by name, as a handler finds it. It is declared as a method on purpose: the
 * parameters of a method may be narrower than what it is called with, and here the table of routes keeps them in step.
 */
export type AnyUseCase<Context> = Erased<Context>['run'];
