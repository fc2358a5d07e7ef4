import type { NotFoundBecause } from './expected.ts';

/**
 * What a roster adopts: names must agree and nothing may be open to doubt. One of that name waits, and one of that
 * name, who is new, is in the roster; else nothing is guessed, and a person decides.
 */
export function onlyOne<T>(waiting: readonly T[], sameInRoster: number): T | null {
  const [first, ...others] = waiting;
  return first !== undefined && others.length === 0 && sameInRoster === 1 ? first : null;
}

/** Why an expected student is still waiting after a roster that named its school. */
export function whyNotFound(sameExpected: number, sameInRoster: number): NotFoundBecause {
  if (sameInRoster === 0) return 'no_match';
  if (sameInRoster > 1) return 'several_in_roster';
  return sameExpected > 1 ? 'several_expected' : 'known_already';
}
