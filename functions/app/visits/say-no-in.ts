import type { Kept } from '#functions/data/entity.ts';
import type { VisitFile } from '#functions/data/repositories/visits.ts';
import type { UnitOfWork } from '#functions/data/unit-of-work.ts';
import { leadOf } from '#shared/domain/visit/change.ts';
import type { Visit } from '#shared/domain/visit/model.ts';
import type { DayBooks } from './day-books.ts';
import { keepVisit } from './keep-visit.ts';
import { tellTeam } from './tell.ts';

/** Writes that one of the team does not come: the hour is free again, and whoever leads the visit hears of it. */
export function sayNoIn(
  work: UnitOfWork,
  hours: DayBooks,
  file: VisitFile,
  after: Visit,
  personId: string,
): Kept<Visit> {
  const { visit } = file;
  const { visitId } = visit;
  hours.release(personId, visit);
  work.message({ kind: 'visit_declined', personId: leadOf(after).personId, visitId, memberId: personId });
  // The hour goes from the calendar of the one who left; the others' only follow when the visit itself changed.
  work.message({ kind: 'visit_left', personId, visitId, sequence: after.lastSequence });
  const others = { ...visit, team: visit.team.filter((member) => member.personId !== personId) };
  tellTeam(work, others, after, personId);
  const kept = keepVisit(work, file, after);
  hours.keep(work);
  return kept;
}
