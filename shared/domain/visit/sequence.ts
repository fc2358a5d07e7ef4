import type { Visit } from './model.ts';

/** The sequence of the word that takes the entry from the calendar of one member who leaves; the others hear nothing. */
export const sequenceOfLeaving = ({ sequence }: Pick<Visit, 'sequence'>): number => sequence + 1;

/**
 * The sequence of the next word to everybody. Where it asks somebody who may have left meanwhile, it is past the word
 * by which they did: of two with one number, many calendars keep the first (RFC 5546, 2.1.4).
 */
export const nextSequence = (visit: Pick<Visit, 'sequence'>, asksWhoLeft: boolean): number =>
  (asksWhoLeft ? sequenceOfLeaving(visit) : visit.sequence) + 1;
