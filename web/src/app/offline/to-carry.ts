import type { Answer } from '#shared/contract/client.ts';

type Today = Answer<'getToday'>;

/** Visits worth having along without a connection: those to log, and the next ones. */
export function visitsToCarry(today: Today): string[] {
  return [...today.toLog, ...today.upcoming.slice(0, 5)].slice(0, 25).map(({ visitId }) => visitId);
}

/** Reflections that may be written on the way home. */
export function reflectionsToCarry(today: Today): { visitId: string; studentId: string }[] {
  return today.reflectionsOwed.slice(0, 5).map(({ visitId, studentId }) => ({ visitId, studentId }));
}
