import type { StudentYear } from '../family/model.ts';
import type { Person } from '../person/model.ts';
import type { Visit } from '../visit/model.ts';
import { tookPlace } from '../visit/states.ts';
import { type Counts, noCounts } from './model.ts';

/** What one record adds to the counts of a school (`schoolId`) or of the whole district (null) in a year. */
export interface Share {
  readonly year: string;
  readonly schoolId: string | null;
  readonly counts: Counts;
}

const forSchoolAndDistrict = (year: string, schoolId: string, counts: Partial<Counts>): Share[] => [
  { year, schoolId, counts: { ...noCounts, ...counts } },
  { year, schoolId: null, counts: { ...noCounts, ...counts } },
];

/** A completed appointment counts once, however many students of the household it was for (I14). */
export function sharesOfVisit(visit: Visit | null): Share[] {
  return visit !== null && tookPlace(visit.status)
    ? forSchoolAndDistrict(visit.year, visit.schoolId, { visits: 1 })
    : [];
}

/** An enrolled student, and once each: visited, visited twice (DOMAIN 4: a student counts once, I43). */
export function sharesOfStudentYear(standing: StudentYear | null): Share[] {
  if (standing === null) return [];
  const completed = standing.visits.filter(({ status }) => status === 'completed').length;
  return forSchoolAndDistrict(standing.year, standing.schoolId, {
    students: 1,
    visitedStudents: completed >= 1 ? 1 : 0,
    twoVisitStudents: completed >= 2 ? 1 : 0,
  });
}

/**
 * A person who becomes certified counts once, in the school year of that first certificate, and for the district
 * only: people change schools and renew certificates, and neither moves the count. A certificate taken back takes
 * the count back. `yearOf` names the school year that holds a local day.
 */
export function sharesOfCertification(
  before: Pick<Person, 'certificate'> | null,
  after: Pick<Person, 'certificate'> | null,
  yearOf: (day: string) => string,
): Share[] {
  const had = before?.certificate ?? null;
  const has = after?.certificate ?? null;
  const changed = had ?? has;
  if (changed === null || (had !== null && has !== null)) return [];
  const trained = has === null ? -1 : 1;
  return [{ year: yearOf(changed.issuedOn), schoolId: null, counts: { ...noCounts, trained } }];
}

/** The opposite of shares: what leaves the counts when a record changes or goes. */
export function takenBack(shares: readonly Share[]): Share[] {
  return shares.map((share) => ({ ...share, counts: scaled(share.counts, -1) }));
}

const names = Object.keys(noCounts) as (keyof Counts)[];
const scaled = (counts: Counts, factor: number): Counts =>
  Object.fromEntries(names.map((name) => [name, counts[name] * factor])) as Counts;
const sum = (one: Counts, other: Counts): Counts =>
  Object.fromEntries(names.map((name) => [name, one[name] + other[name]])) as Counts;

/** Shares of the same school and year added up; what comes to nothing is left out. */
export function addUp(shares: readonly Share[]): Share[] {
  const totals = new Map<string, Share>();
  for (const share of shares) {
    const row = `${share.year} ${share.schoolId ?? ''}`;
    const known = totals.get(row);
    totals.set(row, known ? { ...share, counts: sum(known.counts, share.counts) } : share);
  }
  return [...totals.values()].filter(({ counts }) => names.some((name) => counts[name] !== 0));
}
