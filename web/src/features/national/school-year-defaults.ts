import type { SchoolYear } from '#shared/domain/district/model.ts';

const pad = (number: number) => String(number).padStart(2, '0');

/** `2026` → `2026-27`. */
export function schoolYearId(startsIn: number): string {
  return `${startsIn}-${pad((startsIn + 1) % 100)}`;
}

/** The calendar year in which the school year of a day began: years change on the first of July. */
export function yearStartOn(day: string): number {
  const [year = 0, month = 1] = day.split('-').map(Number);
  return month >= 7 ? year : year - 1;
}

/**
 * A common calendar of a school year, to be corrected by whoever knows the district's own: visits from July, school
 * from a Monday in August into June, second visits from January into May, and the usual days off.
 */
export function usualSchoolYear(startsIn: number): SchoolYear {
  const next = startsIn + 1;
  return {
    year: schoolYearId(startsIn),
    opensOn: `${startsIn}-07-01`,
    firstDay: weekday(startsIn, 8, 1, 3),
    lastDay: weekday(next, 6, 5, 1),
    closesOn: `${next}-06-30`,
    secondVisitFrom: weekday(next, 1, 1, 2),
    secondVisitUntil: weekday(next, 5, 5, 2),
    holidays: usualDaysOff(startsIn),
  };
}

function usualDaysOff(startsIn: number): string[] {
  const next = startsIn + 1;
  const thanksgiving = weekday(startsIn, 11, 4, 4);
  const winterBreak = [24, 25, 26, 27, 28, 29, 30, 31].map((day) => `${startsIn}-12-${day}`);
  return [
    `${startsIn}-07-04`,
    weekday(startsIn, 9, 1, 1),
    `${startsIn}-11-11`,
    thanksgiving,
    `${startsIn}-11-${pad(Number(thanksgiving.slice(-2)) + 1)}`,
    ...winterBreak.filter(isSchoolDay),
    `${next}-01-01`,
    weekday(next, 1, 1, 3),
    weekday(next, 2, 1, 3),
    lastMondayOfMay(next),
    `${next}-06-19`,
  ].filter(isSchoolDay);
}

const dayOfWeek = (day: string) => new Date(`${day}T12:00:00Z`).getUTCDay();
const isSchoolDay = (day: string) => dayOfWeek(day) >= 1 && dayOfWeek(day) <= 5;

/** The nth such day of a month: the third Monday of January is `(2027, 1, 1, 3)`. Sunday is 0. */
function weekday(year: number, month: number, day: number, nth: number): string {
  const first = dayOfWeek(`${year}-${pad(month)}-01`);
  return `${year}-${pad(month)}-${pad(1 + ((day - first + 7) % 7) + (nth - 1) * 7)}`;
}

function lastMondayOfMay(year: number): string {
  return `${year}-05-${31 - ((dayOfWeek(`${year}-05-31`) + 6) % 7)}`;
}
