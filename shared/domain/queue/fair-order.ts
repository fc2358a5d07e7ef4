import { murmur3 } from './murmur.ts';

const hex = (value: number): string => value.toString(16).padStart(8, '0');

/**
 * The seed of one list in one school year, as eight hexadecimal digits. It follows from the list and the year alone:
 * nobody can draw again until an order pleases, and next year's order is another one.
 */
export const seedOf = (listId: string, year: string): string => hex(murmur3(`${listId} ${year}`, 0));

/**
 * A family's place in the order of a seed: the smaller comes first. It depends on nothing else about the family, and
 * on no other family, so that someone who moves in changes nobody's turn (CP4, I13).
 */
export const placeOf = (seed: string, familyId: string): string =>
  hex(murmur3(`${seed} ${familyId}`, 0)) + hex(murmur3(`${seed} ${familyId}`, 1));
