/** A guardian of a student. A relative may be reached about the student but does not make a household. */
export interface GuardianLink {
  readonly studentId: string;
  readonly guardianId: string;
  readonly joins: boolean;
}

/** More students than this behind one guardian is a placeholder in the student system, not a family. */
export const largestHousehold = 12;

export interface Households {
  /** Students of one family together, in the order they were given; every student is in exactly one. */
  readonly households: readonly (readonly string[])[];
  /** Guardians with too many students to be one family's: they joined nobody. */
  readonly placeholders: ReadonlySet<string>;
}

/**
 * Students who share a guardian are one family (I14), also over a third student; everyone else is a family of one.
 * A household that would grow past `largestHousehold` stays apart: showing one family another family's children
 * is worse than asking a guardian twice.
 */
export function householdsOf(studentIds: readonly string[], links: readonly GuardianLink[]): Households {
  const studentsOf = new Map<string, Set<string>>();
  for (const { guardianId, studentId } of links) {
    const students = studentsOf.get(guardianId) ?? new Set();
    studentsOf.set(guardianId, students.add(studentId));
  }
  const placeholders = new Set(
    [...studentsOf].filter(([, students]) => students.size > largestHousehold).map(([guardian]) => guardian),
  );

  const above = new Map(studentIds.map((student) => [student, student]));
  const top = (student: string): string => {
    let found = student;
    for (let next = above.get(found); next !== undefined && next !== found; next = above.get(found)) {
      // Halving the path keeps long chains of half-siblings cheap.
      above.set(found, above.get(next) ?? next);
      found = next;
    }
    return found;
  };
  const firstOf = new Map<string, string>();
  for (const { guardianId, studentId, joins } of links) {
    if (!joins || placeholders.has(guardianId) || !above.has(studentId)) continue;
    const first = firstOf.get(guardianId);
    if (first === undefined) firstOf.set(guardianId, studentId);
    else above.set(top(studentId), top(first));
  }

  const members = new Map<string, string[]>();
  for (const student of above.keys()) {
    const household = top(student);
    const known = members.get(household);
    if (known === undefined) members.set(household, [student]);
    else known.push(student);
  }
  return {
    households: [...members.values()].flatMap((household) =>
      household.length > largestHousehold ? household.map((student) => [student]) : [household],
    ),
    placeholders,
  };
}
