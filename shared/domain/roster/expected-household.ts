import { type Adult, adultKeys } from './expected-names.ts';

/**
 * Rows of class lists that are one household (I14): those that name the same adult with the same number or address,
 * also over a third row. Everybody else is a family of one: asking a family twice is better than showing it another's
 * children.
 * @param known families that are there already, by the key of an adult
 * @returns for each row the family that is there, or the index of the first row of its household
 */
export function householdsOfRows(
  rows: readonly { readonly guardian: Adult | null }[],
  known: ReadonlyMap<string, string> = new Map(),
): (string | number)[] {
  const homes: (string | number)[] = [];
  const byAdult = new Map<string, string | number>(known);
  for (const [index, { guardian }] of rows.entries()) {
    const adults = guardian === null ? [] : adultKeys(guardian);
    const homeOf = adults.map((key) => byAdult.get(key)).find((home) => home !== undefined) ?? index;
    homes.push(homeOf);
    for (const key of adults) if (!byAdult.has(key)) byAdult.set(key, homeOf);
  }
  return homes;
}
