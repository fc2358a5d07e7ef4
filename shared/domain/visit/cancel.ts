import type { StudentYear } from '../family/model.ts';
import { refuseUnless } from '../refusal.ts';
import type { EndedBecause, Visit } from './model.ts';
import { dropVisit } from './numbering.ts';
import type { PlannedVisit } from './propose.ts';
import { nextWord } from './sequence.ts';
import { moveTo } from './states.ts';

/**
 * The visit does not take place: cancelled at any time, or nobody was there once it had started, with whose side
 * could not and why. Neither is paid (I16), so no claim comes of it; calendars follow the raised sequence.
 * @throws Refusal
 */
export function cancelVisit(
  visit: Visit,
  students: readonly StudentYear[],
  outcome: 'cancelled' | 'no_show',
  because: EndedBecause,
): PlannedVisit {
  const status = moveTo(visit.status, outcome === 'cancelled' ? 'cancel' : 'nobody_there');
  refuseUnless(outcome === 'cancelled' || visit.startsAt <= because.at, 'visit.not_started');
  return {
    visit: { ...visit, status, ended: because, ...nextWord(visit) },
    students: students.map((student) => dropVisit(student, visit.visitId)),
  };
}
