import type { StudentYear } from '../family/model.ts';
import { refuseUnless } from '../refusal.ts';

const mostVisits = 12;

/**
 * Adds a visit on a local day to where a student stands. Numbers run 1, 2, 3 without a gap, each later than the
 * one before (I10): only one visit is ever scheduled ahead, and it is the last.
 * @returns the student's new standing and the number of the visit.
 * @throws Refusal when another is still scheduled, when the day is not after the last, or after twelve visits.
 */
export function addVisit(
  student: StudentYear,
  visitId: string,
  on: string,
): { student: StudentYear; number: number } {
  const last = student.visits.at(-1);
  refuseUnless(
    student.visits.every((visit) => visit.status === 'completed'),
    'visit.already_scheduled',
  );
  refuseUnless(last === undefined || last.on < on, 'visit.not_after_last');
  refuseUnless(student.visits.length < mostVisits, 'visit.too_many');
  const visits = [...student.visits, { visitId, status: 'scheduled' as const, on }];
  return { student: { ...student, visits }, number: visits.length };
}

/** The scheduled visit took place. */
export function markVisited(student: StudentYear, visitId: string): StudentYear {
  return {
    ...student,
    visits: student.visits.map((visit) =>
      visit.visitId === visitId ? { ...visit, status: 'completed' } : visit,
    ),
  };
}

/** The scheduled visit will not take place: its number is free again. A visit that took place stays. */
export function dropVisit(student: StudentYear, visitId: string): StudentYear {
  return {
    ...student,
    visits: student.visits.filter((visit) => visit.visitId !== visitId || visit.status === 'completed'),
  };
}

/** The number the next visit would have, or null while one is scheduled. */
export function nextNumber(student: Pick<StudentYear, 'visits'>): number | null {
  return student.visits.every((visit) => visit.status === 'completed') ? student.visits.length + 1 : null;
}
