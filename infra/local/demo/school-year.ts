import { Temporal } from 'temporal-polyfill';
import type { SchoolYear } from '#shared/domain/district/model.ts';

/** A school year begins for Porchlight on 1 July: the first visits are in the summer before school. */
const opensMonth = 7;

/** The school year that holds a day, with American holidays; on 15 January its second visits are in season. */
export function demoSchoolYear(today: string): SchoolYear {
  const day = Temporal.PlainDate.from(today);
  const first = day.month >= opensMonth ? day.year : day.year - 1;
  const second = first + 1;
  const thanksgiving = nthWeekday(first, 11, 4, 4);
  return {
    year: `${first}-${String(second % 100).padStart(2, '0')}`,
    opensOn: `${first}-07-01`,
    firstDay: nthWeekday(first, 8, 1, 3).toString(),
    lastDay: `${second}-06-10`,
    closesOn: `${second}-06-30`,
    secondVisitFrom: `${second}-01-08`,
    secondVisitUntil: `${second}-05-14`,
    holidays: [
      nthWeekday(first, 9, 1, 1),
      thanksgiving,
      thanksgiving.add({ days: 1 }),
      ...daysFrom(`${first}-12-21`, `${second}-01-01`),
      nthWeekday(second, 1, 1, 3),
      nthWeekday(second, 2, 1, 3),
    ].map(String),
  };
}

/** The training that certified the first educators: two weeks ago, but not before the year opened. */
export function demoTrainingDay(today: string): string {
  const { opensOn } = demoSchoolYear(today);
  const day = Temporal.PlainDate.from(today).subtract({ days: 14 }).toString();
  return day < opensOn ? opensOn : day;
}

/** The nth Monday (1) … Sunday (7) of a month. */
function nthWeekday(year: number, month: number, weekday: number, nth: number): Temporal.PlainDate {
  const first = Temporal.PlainDate.from({ year, month, day: 1 });
  return first.add({ days: ((weekday - first.dayOfWeek + 7) % 7) + (nth - 1) * 7 });
}

function daysFrom(from: string, until: string): Temporal.PlainDate[] {
  const last = Temporal.PlainDate.from(until);
  const days: Temporal.PlainDate[] = [];
  for (
    let day = Temporal.PlainDate.from(from);
    Temporal.PlainDate.compare(day, last) <= 0;
    day = day.add({ days: 1 })
  ) {
    days.push(day);
  }
  return days;
}
