import type { At } from '../roster.ts';
import type { RosterBuilder } from '../roster-builder.ts';

/** True, and an issue, for a row that is marked as on its way out. An empty status means active (bulk exports). */
export function skippedStatus(roster: RosterBuilder, at: At, status: string): boolean {
  const word = status.toLowerCase();
  if (word === '' || word === 'active') return false;
  roster.refuse(
    at,
    word === 'tobedeleted'
      ? 'The row is marked for deletion, so it was not taken. Nothing that is here already was removed.'
      : 'The row is not marked as active, so it was not taken.',
  );
  return true;
}
