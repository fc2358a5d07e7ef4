import { Temporal } from 'temporal-polyfill';
import { addDays } from '../time/zoned.ts';

/** Johns Hopkins 2018 compared schools at or above this share of students visited with the others (DOMAIN 4). */
export const tenPercentLine = 10;

/** The pace is taken from at most this many weeks: long enough for holidays, short enough to show a change. */
const paceWeeks = 8;
/** A pace of less than two weeks would say more about chance than about the school. */
const fewestWeeks = 2;

export interface CoverageFacts {
  /** Students enrolled. */
  readonly enrolled: number;
  /** Students with at least one visit that took place; each counts once. */
  readonly visited: number;
  /** The local day of each student’s first visit that took place. */
  readonly firstVisitDays: readonly string[];
  /** Students not yet visited whose visit is arranged. */
  readonly planned: number;
  readonly today: string;
  /** The day from which the year’s visits count. */
  readonly from: string;
  /** The last day of school. */
  readonly until: string;
}

/** New students a week, over so many weeks up to today. */
export interface Pace {
  readonly weeks: number;
  readonly students: number;
}

export interface Forecast {
  /** Null in the first two weeks of a year. */
  readonly pace: Pace | null;
  /** Students visited by the last day of school, as it looks today; null while there is no pace. */
  readonly expected: number | null;
}

const daysBetween = (from: string, to: string): number =>
  Temporal.PlainDate.from(from).until(Temporal.PlainDate.from(to)).total('days');

/**
 * How many students will have been visited by the last day of school: those of today, and then whichever is more,
 * the visits already arranged or the pace of the last eight weeks carried on. Never more than are enrolled (I43).
 */
export function forecast(facts: CoverageFacts): Forecast {
  const { enrolled, visited, planned, today } = facts;
  const weeks = Math.min(paceWeeks, Math.floor(daysBetween(facts.from, today) / 7));
  if (weeks < fewestWeeks) return { pace: null, expected: null };
  const since = addDays(today, -7 * weeks);
  const students = facts.firstVisitDays.filter((day) => since < day && day <= today).length;
  const weeksLeft = Math.max(0, daysBetween(today, facts.until) / 7);
  const more = Math.max(planned, Math.floor((students / weeks) * weeksLeft));
  return { pace: { weeks, students }, expected: Math.min(enrolled, visited + more) };
}

/** A line to compare with: ten percent, or the school’s own goal. */
export interface Line {
  readonly percent: number;
  /** Students visited at which the line is reached. */
  readonly needed: number;
  /** Students still to come until then; 0 once it is reached. */
  readonly missing: number;
  /** How it looks: reached, within reach this year, beyond it, or nothing can be said yet. */
  readonly outlook: 'reached' | 'within' | 'beyond' | 'unknown';
  /** The day on which the pace gets there; null when reached, unknown, or after the last day of school. */
  readonly expectedOn: string | null;
}

/** Where a school stands against a share of its students, and when it gets there at the pace of the last weeks. */
export function lineAt(percent: number, facts: CoverageFacts, { pace, expected }: Forecast): Line {
  const needed = Math.ceil((facts.enrolled * percent) / 100);
  const missing = Math.max(0, needed - facts.visited);
  const line = { percent, needed, missing };
  if (missing === 0 && facts.enrolled > 0) return { ...line, outlook: 'reached', expectedOn: null };
  if (pace === null || expected === null || facts.enrolled === 0)
    return { ...line, outlook: 'unknown', expectedOn: null };
  const day =
    pace.students === 0 ? null : addDays(facts.today, Math.ceil((missing / pace.students) * pace.weeks * 7));
  return {
    ...line,
    outlook: expected >= needed ? 'within' : 'beyond',
    expectedOn: day !== null && day <= facts.until ? day : null,
  };
}
