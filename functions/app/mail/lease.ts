import { addMinutes } from '#shared/domain/time/zoned.ts';

/**
 * For how long one attempt to send has a message to itself, in minutes. Two limits meet here:
 * - it is longer than a sender can live (60 s), so two never send at once (I32);
 * - after an attempt without an answer it is how long the mail service's own `Send` event is waited for. The event
 *   comes within seconds; when a quarter of an hour brought none, the message is taken as not accepted.
 * docs/decisions/0005-mail-is-sent-once.md weighs what remains.
 */
const leaseMinutes = 15;

/** The end of a lease taken now. */
export function leaseFrom(now: string): string {
  return addMinutes(now, leaseMinutes);
}

/** True while somebody else may be sending, or the mail service may still report. */
export function leaseHolds(leaseUntil: string | null, now: string): boolean {
  return leaseUntil !== null && Date.parse(leaseUntil) > Date.parse(now);
}

/** Thrown to have the queue bring a job again later; it is no fault. */
export class TryLater extends Error {
  readonly why: 'leased' | 'uncertain' | 'not_now';

  constructor(why: TryLater['why']) {
    super(`try later: ${why}`);
    this.name = 'TryLater';
    this.why = why;
  }
}
