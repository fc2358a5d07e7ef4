import { expectedStudent, studentAlias } from '#functions/data/entities/class-lists.ts';
import { guardian } from '#functions/data/entities/families.ts';
import { keys } from '#functions/data/keys.ts';
import { pairAdults } from '#shared/domain/roster/expected-names.ts';
import { sameFields } from '#shared/domain/roster/hand-edits.ts';
import type { RosterGuardian } from '../roster.ts';
import type { Household } from './households.ts';
import type { Resolved } from './resolve-students.ts';
import type { Found, Run, Step } from './step.ts';

type Member = Resolved & { readonly familyId: string };

/** Adults whom a class list named: known to an earlier import, or still without a name in any roster. */
const knownOf = ({ alias }: Resolved) => alias?.guardians ?? [];
const waitingOf = ({ alias, adopted }: Resolved): readonly string[] =>
  adopted?.guardianIds ?? alias?.expected ?? [];

/** Ids under which the adults of a member of a household may stand: the roster's own, and those of its class list. */
export const guardianIdsToRead = (run: Run, household: Household, member: Member): string[] => [
  ...(household.guardiansOf.get(member.source.id) ?? []).map(({ id }) =>
    run.ids.guardian(member.familyId, id),
  ),
  ...knownOf(member).map(({ guardianId }) => guardianId),
  ...waitingOf(member),
];

/** Which adult of the family each adult of the roster is. */
export interface FamilyAdults {
  /** The id of an adult, by the roster's own id. */
  idOf(sourceId: string): string;
  readonly pairs: readonly { readonly rosterGuardianId: string; readonly guardianId: string }[];
}

/** Adults of a class list stay who they are: by name, or by number or address, if there is no doubt. */
export function adultsOf(
  run: Run,
  familyId: string,
  members: readonly Member[],
  named: readonly RosterGuardian[],
  found: Found,
): FamilyAdults {
  const pk = keys.family(run.table.context.districtId, familyId);
  const derived = (sourceId: string) => run.ids.guardian(familyId, sourceId);
  const known = new Map(
    members.flatMap(knownOf).map(({ rosterGuardianId, guardianId }) => [rosterGuardianId, guardianId]),
  );
  const fresh = named.filter(
    ({ id }) =>
      !known.has(derived(id)) && found.get(guardian, { pk, sk: keys.guardian(derived(id)) }) === undefined,
  );
  const waiting = [...new Set(members.flatMap(waitingOf))]
    .flatMap((id) => found.get(guardian, { pk, sk: keys.guardian(id) }) ?? [])
    // By what a roster said of them, where one did: their name may have been put right by hand since.
    .map(({ guardianId, name, email, phone, roster }) => ({
      guardianId,
      roster,
      ...(roster ?? { name, email, phone }),
    }));
  const pairs = pairAdults(fresh, waiting)
    // Somebody whom another row of the roster describes already is only met by a row that says the same.
    .filter(
      ([{ name, email, phone }, { roster }]) =>
        roster === undefined || sameFields(roster, { name, email, phone }),
    )
    .map(([one, { guardianId }]) => ({ rosterGuardianId: derived(one.id), guardianId }));
  for (const { rosterGuardianId, guardianId } of pairs) known.set(rosterGuardianId, guardianId);
  return { pairs, idOf: (sourceId) => known.get(derived(sourceId)) ?? derived(sourceId) };
}

/** Students who were found on a class list leave it, and are known from now on by the roster's own ids. */
export function keepAliases(step: Step, members: readonly Member[], { pairs }: FamilyAdults): void {
  const paired = new Set(pairs.map(({ guardianId }) => guardianId));
  for (const member of members) {
    const { adopted, alias, studentId, rosterStudentId } = member;
    const own = waitingOf(member);
    const expected = own.filter((id) => !paired.has(id));
    const added = pairs.filter(({ guardianId }) => own.includes(guardianId));
    if (adopted !== null) {
      step.write((work) => {
        work.remove(expectedStudent, adopted);
        work.create(studentAlias, { rosterStudentId, studentId, guardians: added, expected });
      }, 2);
    } else if (alias !== undefined && added.length > 0) {
      const guardians = [...alias.guardians, ...added];
      step.write((work) => work.update(studentAlias, alias, { ...alias, guardians, expected }));
    }
  }
}
