import type { StudentYear } from '../family/model.ts';
import { refuseUnless } from '../refusal.ts';
import { memberLines } from './members.ts';
import type { Visit, VisitMember } from './model.ts';
import { dropVisit } from './numbering.ts';
import { requireMove } from './states.ts';

export interface CancelledVisit {
  readonly visit: Visit;
  readonly members: VisitMember[];
  readonly students: StudentYear[];
}

/**
 * The visit does not take place: cancelled at any time, or nobody was there once it had started. Neither is paid
 * (I16), so no claim comes of it; calendars follow the raised sequence.
 * @throws Refusal
 */
export function cancelVisit(
  visit: Visit,
  students: readonly StudentYear[],
  outcome: 'cancelled' | 'no_show',
  now: string,
): CancelledVisit {
  requireMove(visit.status, outcome);
  refuseUnless(outcome === 'cancelled' || visit.startsAt <= now, 'visit.not_started');
  const cancelled: Visit = { ...visit, status: outcome, sequence: visit.sequence + 1 };
  return {
    visit: cancelled,
    members: memberLines(cancelled),
    students: students.map((student) => dropVisit(student, visit.visitId)),
  };
}
