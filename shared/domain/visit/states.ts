import { Refusal } from '../refusal.ts';
import type { VisitStatus } from './model.ts';

/** I17: a scheduled visit ends in one of three ways, and from there nothing leads back. */
const next: Record<VisitStatus, readonly VisitStatus[]> = {
  scheduled: ['completed', 'cancelled', 'no_show'],
  completed: [],
  cancelled: [],
  no_show: [],
};

/** True when the visit may go from one status to the other (I17). */
export function mayBecome(from: VisitStatus, to: VisitStatus): boolean {
  return next[from].includes(to);
}

/** @throws Refusal `visit.not_scheduled` when the visit has already come to its end. */
export function requireMove(from: VisitStatus, to: VisitStatus): void {
  if (!mayBecome(from, to)) throw new Refusal('visit.not_scheduled');
}
