import { type NoFacts, sayNo } from './answer.ts';
import type { Visit } from './model.ts';

/**
 * Somebody who can visit no more leaves a visit that is still to come, as if they had said no: the others hear of it
 * and ask somebody else. An educator who has said yes leads it from here when the lead leaves.
 * @returns null when nobody is left to lead it, so that it is to be cancelled.
 * @throws Refusal when the visit is not ahead, or the person is not in its team.
 */
export function leaveVisit(visit: Visit, personId: string, facts: NoFacts): Visit | null {
  const leads = visit.team.some((member) => member.lead && member.personId === personId);
  if (!leads) return sayNo(visit, personId, facts);
  const next = visit.team.find(
    (member) => member.personId !== personId && member.as === 'educator' && member.answer === 'yes',
  );
  if (next === undefined) return null;
  const others = visit.team.filter((member) => member !== next);
  // The lead stands first in a team.
  const team = [{ ...next, lead: true }, ...others.map((member) => ({ ...member, lead: false }))];
  return sayNo({ ...visit, team }, personId, facts);
}
