import { addDays } from '../time/zoned.ts';
import type { SchoolYear } from './model.ts';

/**
 * The school year that holds a local day, summer before its first day included; null between years. While one year
 * still closes and the next has opened, the newer one holds the day: summer visits are its first.
 */
export function schoolYearOn<Y extends SchoolYear>(years: readonly Y[], day: string): Y | null {
  return newestYear(
    years.filter((year) => day <= year.closesOn),
    day,
  );
}

/** The year a page is about: the newest that has opened, so that the days between two years still show the last. */
export function newestYear<Y extends SchoolYear>(years: readonly Y[], day: string): Y | null {
  return years
    .filter((year) => year.opensOn <= day)
    .reduce<Y | null>(
      (newest, year) => (newest === null || newest.opensOn < year.opensOn ? year : newest),
      null,
    );
}

/** So long after a new year has opened, what is left to do of the one before still shows. */
const daysOfBothYears = 90;

/** The year from which on things may be left to do: the newest, and in its first months the one before. */
export const oldestOpenYear = <Y extends SchoolYear>(years: readonly Y[], today: string): Y | null =>
  newestYear(years, addDays(today, -daysOfBothYears)) ?? newestYear(years, today);

/** A visit in the summer before school starts is counted apart (REL Mid-Atlantic 2021). */
export function beforeFirstDay(year: SchoolYear, day: string): boolean {
  return day < year.firstDay;
}

/** I35: the season in which educators are asked about second visits, its first and last day included. */
export function inSecondVisitSeason(year: SchoolYear, day: string): boolean {
  return year.secondVisitFrom <= day && day <= year.secondVisitUntil;
}

/** Every holiday of the district: a deadline may run from one school year into the next. */
export function holidaysOf(years: readonly SchoolYear[]): string[] {
  return years.flatMap((year) => year.holidays);
}
