import { type GuardianLink, householdsOf } from '#shared/domain/roster/household.ts';
import type { At, RosterGuardian, RosterStudent } from './roster.ts';

/** Guardians who have a student in the file, with the links between them; whoever is left out is refused in words. */
export function takenGuardians(
  all: ReadonlyMap<string, RosterGuardian & { readonly at: At }>,
  links: readonly GuardianLink[],
  students: ReadonlyMap<string, RosterStudent>,
  refuse: (at: At, reason: string) => void,
): { links: GuardianLink[]; guardians: Map<string, RosterGuardian> } {
  const held = links.filter(({ studentId, guardianId }) => students.has(studentId) && all.has(guardianId));
  const { placeholders } = householdsOf([...students.keys()], held);
  const linked = new Set(held.map(({ guardianId }) => guardianId));
  const guardians = new Map<string, RosterGuardian>();
  for (const [id, { at, ...guardian }] of all) {
    if (placeholders.has(id))
      refuse(
        at,
        'The guardian is linked to more students than one family has, so nobody was made a family by it. Check that it is a person and not a placeholder.',
      );
    else if (!linked.has(id))
      refuse(at, 'The guardian is linked to no student in the file. Add the relationship and export again.');
    else guardians.set(id, guardian);
  }
  return {
    guardians,
    links: held
      .filter(({ guardianId }) => guardians.has(guardianId))
      .map(({ studentId, guardianId, joins }) => ({ studentId, guardianId, joins })),
  };
}
