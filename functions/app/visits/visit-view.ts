import type { TenantContext } from '#functions/app/context.ts';
import type { Kept } from '#functions/data/entity.ts';
import type { Answer } from '#shared/contract/client.ts';
import { may } from '#shared/domain/access/permissions.ts';
import type { Claim } from '#shared/domain/claim/model.ts';
import type { Reflection } from '#shared/domain/reflection/model.ts';
import type { Visit } from '#shared/domain/visit/model.ts';

/** A visit as its reader sees it: who has reflected, never what; one's own claim, or all for those who approve. */
export function visitView(
  context: TenantContext,
  visit: Kept<Visit>,
  reflections: readonly Kept<Reflection>[],
  claims: readonly Kept<Claim>[],
): Answer<'getVisit'> {
  const approves = may(context.roles, 'claim:approve') && context.schoolIds.includes(visit.schoolId);
  return {
    ...visit,
    reflections: [...reflections],
    claims: claims.filter(({ personId }) => approves || personId === context.personId),
  };
}
