import { Temporal } from 'temporal-polyfill';
import type { FreeTimes } from '../time/free-times.ts';
import { addDays, addMinutes, instantAt } from '../time/zoned.ts';

/** A stretch of real time that is taken, as UTC instants. */
interface Taken {
  readonly from: string;
  readonly until: string;
}

/** Somebody whose time is looked at: a person of the team, or the family. */
export interface Calendar {
  /** When they are usually free; empty when nobody asked, and then it narrows nothing. */
  readonly freeTimes: FreeTimes;
  /** Visits they have already. */
  readonly taken: readonly Taken[];
}

export interface CommonTimesFacts {
  /** The first local day that is looked at, and how many days from it on. */
  readonly from: string;
  readonly days: number;
  readonly timeZone: string;
  /** How long the visit is to last. */
  readonly minutes: number;
  readonly team: readonly Calendar[];
  readonly family: Calendar;
  /** Local days on which nothing is suggested; a person may still choose one. */
  readonly holidays: ReadonlySet<string>;
}

/** A time that suits everybody, as wall-clock day and time and as the instant they mean. */
export interface CommonTime {
  readonly date: string;
  readonly time: string;
  readonly startsAt: string;
}

/** Between two visits somebody has to get from one home to the other: so many minutes are left free. */
const minutesOnTheWay = 30;
const mostPerDay = 3;
const mostInAll = 24;
/** Suggestions of a day lie at least this far apart, so that three of them are a choice. */
const apart = 60;
const step = 30;

/**
 * Times at which everybody who said when they are free is free, soonest first: three a day at most, on the half hour.
 * Empty when nobody said anything: then any time is as good as another, and a person chooses.
 */
export function commonTimes(facts: CommonTimesFacts): CommonTime[] {
  const everybody = [...facts.team, facts.family].filter(({ freeTimes }) => freeTimes.length > 0);
  if (everybody.length === 0) return [];
  const found: CommonTime[] = [];
  for (let ahead = 0; ahead < facts.days && found.length < mostInAll; ahead += 1) {
    const date = addDays(facts.from, ahead);
    if (!facts.holidays.has(date)) found.push(...timesOn(date, everybody, facts));
  }
  return found.slice(0, mostInAll);
}

function timesOn(date: string, everybody: readonly Calendar[], facts: CommonTimesFacts): CommonTime[] {
  const weekday = Temporal.PlainDate.from(date).dayOfWeek;
  const windows = everybody
    .map(({ freeTimes }) =>
      merged(
        freeTimes
          .filter((one) => one.weekday === weekday)
          .map(({ from, until }) => [minuteOf(from), minuteOf(until)]),
      ),
    )
    .reduce(shared);
  const times: CommonTime[] = [];
  let next = 0;
  for (const [from, until] of windows)
    for (let at = Math.max(next, roundedUp(from)); at + facts.minutes <= until; at += step) {
      if (times.length === mostPerDay) return times;
      const time = timeOf(at);
      const startsAt = instantAt(date, time, facts.timeZone);
      if (startsAt === null || !fits(startsAt, date, until, facts)) continue;
      times.push({ date, time, startsAt });
      next = at + Math.max(apart, facts.minutes);
      at = next - step;
    }
  return times;
}

/** The visit ends before the free time does, also on a day whose clocks change, and nobody has another one then. */
function fits(startsAt: string, date: string, until: number, facts: CommonTimesFacts): boolean {
  const { timeZone, minutes, team, family } = facts;
  const endsAt = addMinutes(startsAt, minutes);
  const end = Temporal.Instant.from(endsAt).toZonedDateTimeISO(timeZone);
  if (end.toPlainDate().toString() !== date || end.hour * 60 + end.minute > until) return false;
  const clear = (taken: readonly Taken[], way: number): boolean =>
    taken.every((one) => addMinutes(one.until, way) <= startsAt || endsAt <= addMinutes(one.from, -way));
  return team.every(({ taken }) => clear(taken, minutesOnTheWay)) && clear(family.taken, 0);
}

/** From and until, in minutes of the day. */
type Window = readonly [from: number, until: number];

/** Windows that touch or overlap become one. */
function merged(windows: readonly Window[]): Window[] {
  const result: Window[] = [];
  for (const [from, until] of [...windows].sort(([a], [b]) => a - b)) {
    const last = result.at(-1);
    if (last !== undefined && from <= last[1])
      result[result.length - 1] = [last[0], Math.max(last[1], until)];
    else result.push([from, until]);
  }
  return result;
}

const shared = (some: readonly Window[], others: readonly Window[]): Window[] =>
  some.flatMap(([from, until]) =>
    others
      .map(([start, end]): Window => [Math.max(from, start), Math.min(until, end)])
      .filter(([start, end]) => start < end),
  );

const roundedUp = (minute: number): number => Math.ceil(minute / step) * step;
const minuteOf = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));
const timeOf = (minute: number): string =>
  `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;
