import { Refusal } from '../refusal.ts';
import type { VisitStatus } from './model.ts';

interface Move {
  readonly event: string;
  readonly from: VisitStatus | null;
  readonly to: VisitStatus;
  /** Who does it, in the words of the program. */
  readonly who: string;
}

/**
 * I17, whole: everything that can happen to a visit, and nothing else. `null` is the moment before it exists. The
 * picture in docs/visit-states.md is drawn from this table.
 */
export const visitMoves = [
  { event: 'propose', from: null, to: 'proposed', who: 'An educator, with a family that said yes' },
  { event: 'everybody_said_yes', from: 'proposed', to: 'scheduled', who: 'The last member of the team' },
  { event: 'change', from: 'proposed', to: 'proposed', who: 'A member of the team' },
  { event: 'change', from: 'scheduled', to: 'proposed', who: 'A member of the team' },
  { event: 'say_no', from: 'proposed', to: 'proposed', who: 'A partner or an interpreter' },
  { event: 'say_no', from: 'scheduled', to: 'proposed', who: 'A partner or an interpreter' },
  { event: 'cancel', from: 'proposed', to: 'cancelled', who: 'A member of the team, or the family' },
  { event: 'cancel', from: 'scheduled', to: 'cancelled', who: 'A member of the team, or the family' },
  {
    event: 'nobody_there',
    from: 'scheduled',
    to: 'no_show',
    who: 'A member of the team, once it has started',
  },
  { event: 'log', from: 'scheduled', to: 'completed', who: 'A member of the team, once it has started' },
  {
    event: 'write_down_late',
    from: null,
    to: 'awaiting_approval',
    who: 'A member of the team, with a reason',
  },
  {
    event: 'write_down_late',
    from: 'proposed',
    to: 'awaiting_approval',
    who: 'A member of the team, with a reason',
  },
  { event: 'approve', from: 'awaiting_approval', to: 'completed', who: 'Somebody outside the team' },
  { event: 'refuse', from: 'awaiting_approval', to: 'cancelled', who: 'Somebody outside the team' },
  { event: 'last_reflection', from: 'completed', to: 'closed', who: 'The last member to reflect' },
] as const satisfies readonly Move[];

export type VisitEvent = (typeof visitMoves)[number]['event'];

/** Where an event leads from a status, or null when it cannot happen there. */
export function afterEvent(from: VisitStatus | null, event: VisitEvent): VisitStatus | null {
  return visitMoves.find((move) => move.from === from && move.event === event)?.to ?? null;
}

/**
 * The status after an event.
 * @throws Refusal `visit.still_proposed` while somebody is still asked, else `visit.not_scheduled`.
 */
export function moveTo(from: VisitStatus | null, event: VisitEvent): VisitStatus {
  const to = afterEvent(from, event);
  if (to !== null) return to;
  throw new Refusal(from === 'proposed' ? 'visit.still_proposed' : 'visit.not_scheduled');
}

/** True when the visit really was: everything that counts visits or pays for them asks this. */
export const tookPlace = (status: VisitStatus): boolean => status === 'completed' || status === 'closed';

/** True while the visit is still to come: it blocks its hour and its number. */
export const isAhead = (status: VisitStatus): boolean => status === 'proposed' || status === 'scheduled';
