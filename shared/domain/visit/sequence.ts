import type { Visit } from './model.ts';

/**
 * The numbers of the next word to everybody. It is past every word that went to anybody before, also to one member
 * alone: of two with one number, many calendars keep the first (RFC 5546, 2.1.4).
 */
export function nextWord({ lastSequence }: Visit): Pick<Visit, 'sequence' | 'lastSequence'> {
  const sequence = lastSequence + 1;
  return { sequence, lastSequence: sequence };
}

/** The visit after a word to the one who leaves; the others hear nothing, so what they were told last still holds. */
export const afterLeaving = (visit: Visit): Visit => ({ ...visit, lastSequence: visit.lastSequence + 1 });
