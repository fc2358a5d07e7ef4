import type { UnitOfWork } from '#functions/data/unit-of-work.ts';
import { endOf } from '#shared/domain/visit/day-book.ts';
import type { Visit } from '#shared/domain/visit/model.ts';

/**
 * The mail that follows from a change of a visit, to those of the team whom it concerns, and to the family; `before` is null for a new
 * one, `by` is who did it. The sender reads the visit again before it writes (I33).
 */
export function tellTeam(work: UnitOfWork, before: Visit | null, after: Visit, by: string): void {
  const { visitId, sequence, status } = after;
  const inTeam = new Set(after.team.map(({ personId }) => personId));
  for (const left of before?.team ?? [])
    if (!inTeam.has(left.personId) && left.answer !== 'no')
      work.message({ kind: 'visit_left', personId: left.personId, visitId, sequence });
  if (before !== null && before.sequence === sequence) return;
  if (calledOffAfterwards(after)) return;
  for (const { personId, answer } of after.team) {
    if (answer === 'no') continue;
    if (status === 'scheduled') work.message({ kind: 'visit_scheduled', personId, visitId, sequence });
    if (status === 'cancelled') work.message({ kind: 'visit_cancelled', personId, visitId, sequence });
    // Whoever proposes a visit knows of it; their calendar follows once everybody has said yes.
    if (status === 'proposed' && !(before === null && personId === by))
      work.message({ kind: 'visit_proposed', personId, visitId, sequence });
  }
  tellFamily(work, before, after);
}

/** Called off once it was over, to set things in order: a mail that it will not take place would only puzzle. */
const calledOffAfterwards = (visit: Visit): boolean => visit.ended !== null && endOf(visit) <= visit.ended.at;

/** A family hears of a visit once it stands; of a cancellation only if it may have heard of the visit before. */
function tellFamily(work: UnitOfWork, before: Visit | null, after: Visit): void {
  const { familyId, visitId, sequence, status } = after;
  const told = (before?.stoodSince ?? null) !== null;
  if (status === 'scheduled')
    work.message({
      kind: 'tell_family',
      familyId,
      news: { kind: 'family_visit_scheduled', visitId, sequence },
    });
  if (status === 'cancelled' && told)
    work.message({
      kind: 'tell_family',
      familyId,
      news: { kind: 'family_visit_cancelled', visitId, sequence },
    });
}
