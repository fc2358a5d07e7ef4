import type { Item } from '#functions/data/entity.ts';
import type { StudentYear } from '#shared/domain/family/model.ts';
import { type Replaced, readRenamed, type Value, Writes } from './rename.ts';

/** Where everybody of the household stands, by year and student. */
export type Standings = readonly StudentYear[];

/** The student as the visits are to name them now. */
export interface Settled {
  readonly studentId: string;
  readonly givenName: string;
  /** The number of this visit in the student's year (I10); undefined for one that never took place. */
  readonly number: number | undefined;
}

/**
 * Brings everything that hangs on a visit over to the record that stands now: team, reflections with every version of
 * their words, claims, reminders. Nothing is left out, and what hangs on it already stays as it is.
 */
export function settleVisit(
  district: string,
  items: readonly Item[],
  replaced: Replaced,
  settled: Settled,
): Writes {
  const writes = new Writes();
  for (const item of items) {
    const { definition, before, after } = readRenamed(item, replaced);
    writes.replace(definition, district, before, named(after, settled) as Value);
  }
  return writes;
}

/** The student's name and number wherever the visit repeats them. */
function named(value: unknown, settled: Settled): unknown {
  if (Array.isArray(value)) return value.map((one) => named(one, settled));
  if (typeof value !== 'object' || value === null) return value;
  const { studentId, givenName, number } = settled;
  const inner = Object.fromEntries(
    Object.entries(value).map(([field, one]) => [field, named(one, settled)]),
  ) as Value;
  if (inner['studentId'] !== studentId) return inner;
  return {
    ...inner,
    ...(typeof inner['givenName'] === 'string' ? { givenName } : {}),
    ...(typeof inner['number'] === 'number' && number !== undefined ? { number } : {}),
  };
}

/** The visit's number of the year (I10); undefined for a visit that never counted. */
export function numberOf(standings: Standings, studentId: string, visitId: string): number | undefined {
  for (const one of standings) {
    const index =
      one.studentId === studentId ? one.visits.findIndex((visit) => visit.visitId === visitId) : -1;
    if (index >= 0) return index + 1;
  }
  return undefined;
}
