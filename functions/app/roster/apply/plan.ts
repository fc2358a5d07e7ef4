import { householdsOf } from '#shared/domain/roster/household.ts';
import type { RosterCounts } from '#shared/domain/roster/model.ts';
import type { Roster, RosterGuardian } from '../roster.ts';
import { applyClasses, partsOf } from './classes.ts';
import { applyHouseholds, type Household } from './households.ts';
import { applySchools } from './schools.ts';
import { applyStaff } from './staff.ts';
import type { Run, Step } from './step.ts';

export type PhaseName = 'schools' | 'staff' | 'households' | 'classes';

/** One part of an import: `count` units in the order of the file, decided a few at a time. */
export interface Phase {
  readonly name: PhaseName;
  readonly count: number;
  /** Units read together. */
  readonly atOnce: number;
  /** Each unit's steps in order: one, or one for each family of a household that lives apart. */
  decide(run: Run, from: number, until: number): Promise<Step[]>;
}

function phase<T>(
  name: PhaseName,
  units: readonly T[],
  atOnce: number,
  apply: (run: Run, units: readonly T[]) => Promise<Step[]>,
): Phase {
  const decide = (run: Run, from: number, until: number) => apply(run, units.slice(from, until));
  return { name, count: units.length, atOnce, decide };
}

/** The phases of an import in order: each finds what the ones before it wrote. */
export function phasesOf(roster: Roster): Phase[] {
  return [
    phase('schools', [...roster.schools.values()], 90, applySchools),
    phase('staff', [...roster.staff.values()], 100, applyStaff),
    phase('households', householdUnits(roster), 150, applyHouseholds),
    phase('classes', [...roster.classes.values()].flatMap(partsOf), 20, applyClasses),
  ];
}

function householdUnits(roster: Roster): Household[] {
  const guardiansOf = new Map<string, RosterGuardian[]>();
  const firstStudentOf = new Map<string, string>();
  for (const { studentId, guardianId } of roster.links) {
    const one = roster.guardians.get(guardianId);
    const known = guardiansOf.get(studentId) ?? [];
    if (!firstStudentOf.has(guardianId)) firstStudentOf.set(guardianId, studentId);
    if (one !== undefined && !known.includes(one)) guardiansOf.set(studentId, [...known, one]);
  }
  const { households } = householdsOf([...roster.students.keys()], roster.links);
  return households.map((studentIds) => ({
    students: studentIds.flatMap((id) => roster.students.get(id) ?? []),
    guardiansOf,
    firstStudentOf,
  }));
}

export const noneChanged: RosterCounts = {
  schools: 0,
  staff: 0,
  students: 0,
  guardians: 0,
  classes: 0,
  enrollments: 0,
};

/** Both counts together. */
export function addCounts(one: RosterCounts, more: Partial<RosterCounts>): RosterCounts {
  const sum = { ...one };
  for (const kind of Object.keys(one) as (keyof RosterCounts)[]) sum[kind] += more[kind] ?? 0;
  return sum;
}
