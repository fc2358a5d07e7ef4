import { Temporal } from 'temporal-polyfill';
import type { MailJob } from './jobs.ts';

const hourMs = 60 * 60_000;
/** Every sweep looks a day back, so that an outage catches up by itself. */
const hoursBack = 24;
/** The first sweep of a day (UTC) looks a week back, for outages longer than a day. */
const hoursBackDaily = 7 * 24;
const minutesBetweenSweeps = 15;
/** Hours read at the same time; each is one Query per shard, mostly of nothing. */
const hoursAtOnce = 8;

/** The UTC hours to read at an instant, newest first: `2026-11-22T15`, `2026-11-22T14`, … */
export function hoursToSweep(now: string): string[] {
  const at = Date.parse(now);
  const firstOfDay = at % (24 * hourMs) < minutesBetweenSweeps * 60_000;
  const back = firstOfDay ? hoursBackDaily : hoursBack;
  const newest = Math.floor(at / hourMs) * hourMs;
  return Array.from({ length: back + 1 }, (_, hour) => hourName(newest - hour * hourMs));
}

const hourName = (at: number): string =>
  Temporal.Instant.fromEpochMilliseconds(at).toString({ smallestUnit: 'minute' }).slice(0, 13);

export interface SweepDeps {
  /** Reads one hour of what is due, up to an instant. */
  readonly dueInHour: (
    hour: string,
    until: string,
  ) => Promise<{
    readonly people: readonly { readonly districtId: string; readonly personId: string }[];
    readonly rows: number;
    readonly unfit: number;
  }>;
  readonly queue: { send(jobs: readonly MailJob[]): Promise<void> };
}

export interface SweepResult {
  readonly hours: number;
  readonly reminders: number;
  readonly digests: number;
  readonly unfit: number;
}

/** Asks for one digest per person with anything due. Asking twice is harmless: the sender decides. */
export async function sweep(deps: SweepDeps, now: string): Promise<SweepResult> {
  const hours = hoursToSweep(now);
  const jobs = new Map<string, MailJob>();
  let reminders = 0;
  let unfit = 0;
  for (let start = 0; start < hours.length; start += hoursAtOnce) {
    const found = await Promise.all(
      hours.slice(start, start + hoursAtOnce).map((hour) => deps.dueInHour(hour, now)),
    );
    for (const hour of found) {
      reminders += hour.rows;
      unfit += hour.unfit;
      for (const { districtId, personId } of hour.people)
        jobs.set(`${districtId} ${personId}`, { kind: 'digest', districtId, personId });
    }
  }
  await deps.queue.send([...jobs.values()]);
  return { hours: hours.length, reminders, digests: jobs.size, unfit };
}
