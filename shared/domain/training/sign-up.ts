import { refuseUnless } from '../refusal.ts';
import { localDateOf } from '../time/zoned.ts';
import type { Earned } from './certify.ts';
import { type Attendance, mostWaiting, type Training, type TrainingPlan } from './model.ts';

type Planned = Training & { plan: TrainingPlan };

/** @throws Refusal unless the training can still be joined or left at `now`. */
export function requireOpen<T extends Training>(
  training: T,
  now: string,
): asserts training is T & { plan: TrainingPlan } {
  refuseUnless(training.plan !== null, 'training.not_planned');
  refuseUnless(training.cancelledAt === null, 'training.cancelled');
  refuseUnless(training.plan.startsAt > now, 'training.over');
}

/**
 * True when it can be said who was there: from the minute at which a planned training begins; of one that nobody
 * planned only the day is known. `now` is a UTC instant.
 */
export function hasBegun(
  { plan, heldOn }: Pick<Training, 'plan' | 'heldOn'>,
  timeZone: string,
  now: string,
): boolean {
  return plan === null ? heldOn <= localDateOf(now, timeZone) : plan.startsAt <= now;
}

/** A seat, or a place on the waiting list once the seats are taken. `earned` is what the training would give them. */
export function placeFor(training: Planned, earned: Earned): 'signed_up' | 'waiting' {
  refuseUnless(earned.kind !== 'refused' || earned.because !== 'no_certificate', 'training.no_certificate');
  refuseUnless(earned.kind !== 'refused' || earned.because !== 'lapsed', 'training.lapsed');
  refuseUnless(earned.kind !== 'refused' || earned.because !== 'too_early', 'training.too_early');
  refuseUnless(earned.kind !== 'refused' || earned.because !== 'still_certified', 'training.still_certified');
  if (training.signedUp < training.plan.seats) return 'signed_up';
  refuseUnless(training.waiting < mostWaiting, 'training.full');
  return 'waiting';
}

/** Whoever waits longest moves up, as many as there are free seats. */
export function movingUp<A extends Attendance>(attendees: readonly A[], seats: number): A[] {
  const taken = attendees.filter(({ status }) => status === 'signed_up').length;
  return attendees
    .filter(({ status }) => status === 'waiting')
    .sort((one, other) => order(one).localeCompare(order(other)))
    .slice(0, Math.max(0, seats - taken));
}

const order = ({ signedUpAt, personId }: Attendance): string => `${signedUpAt ?? ''} ${personId}`;

/** How many have a seat, wait, and have completed it. */
export function headsOf(
  attendees: readonly Pick<Attendance, 'status'>[],
): Pick<Training, 'signedUp' | 'waiting' | 'completedBy'> {
  const count = (status: Attendance['status']) => attendees.filter((one) => one.status === status).length;
  return { signedUp: count('signed_up'), waiting: count('waiting'), completedBy: count('completed') };
}
