/**
 * Schedules of the stack, on the host's clock. When each last ran is kept, so that a schedule that came due while the
 * host was off runs once at the next start, as it would have run on AWS.
 */
import { randomUUID } from 'node:crypto';
import type { HostClock, Traveller } from '#infra/local/clock.ts';
import type { EventTargets } from '#infra/local/event-targets.ts';
import type { HostState } from '#infra/local/host-state.ts';
import { nextTime, ratePeriod } from '#infra/local/schedule-times.ts';
import type { ScheduleDefinition } from '#infra/local/template-events.ts';

export interface SchedulesOptions {
  readonly schedules: readonly ScheduleDefinition[];
  readonly clock: HostClock;
  readonly targets: EventTargets;
  readonly state: HostState;
  readonly log: (line: string) => void;
  /** Longest useful step of a frequent schedule on a journey that still has this far to go; see `journeyStride`. */
  readonly stride?: (remainingMs: number) => number;
}

interface Entry {
  readonly definition: ScheduleDefinition;
  last: number;
}

const hour = 3_600_000;
const day = 24 * hour;
const exactEnd = 2 * hour;

/**
 * On a long journey a schedule of every few minutes need not run thousands of times: the work that such schedules do
 * is to look what has become due. The closer the goal, the finer the steps; the last two hours are exact. Never
 * longer than six hours, so that each day has a step inside the hours in which a district lets mail go out.
 */
export const journeyStride = (remainingMs: number): number => {
  if (remainingMs <= exactEnd) return 0;
  return remainingMs <= day ? hour : 6 * hour;
};

const longestTimer = 60_000;

export class Schedules implements Traveller {
  readonly #options: SchedulesOptions;
  readonly #entries: readonly Entry[];
  #timer: NodeJS.Timeout | undefined;
  #running = 0;
  #stopped = false;

  constructor(options: SchedulesOptions) {
    this.#options = options;
    const now = options.clock.now();
    this.#entries = options.schedules.map((definition) => ({
      definition,
      last: Math.min(options.state.number(stateName(definition)) ?? now, now),
    }));
    // An expression that cannot be read must show at the start, not on the day it is due.
    for (const { definition } of this.#entries) nextTime(definition.expression, definition.zone, now);
  }

  get busy(): boolean {
    return this.#running > 0;
  }

  start(): void {
    for (const entry of this.#entries) this.#save(entry);
    this.#arm();
  }

  stop(): void {
    this.#stopped = true;
    clearTimeout(this.#timer);
  }

  /** Names and next times, for people. */
  upcoming(): readonly { readonly name: string; readonly at: number | undefined }[] {
    return this.#entries.map((entry) => ({ name: entry.definition.name, at: this.#next(entry) }));
  }

  nextStop(after: number, until: number): number | undefined {
    const stride = (this.#options.stride ?? journeyStride)(until - after);
    const stops = this.#entries
      .map((entry) => {
        const next = this.#next(entry);
        if (next === undefined || ratePeriod(entry.definition.expression) === undefined) return next;
        return Math.max(next, Math.min(entry.last + stride, until - exactEnd));
      })
      .filter((next) => next !== undefined && next <= until)
      .map((next) => Math.max(next ?? 0, after));
    return stops.length === 0 ? undefined : Math.min(...stops);
  }

  /** Runs every schedule whose time has come, earliest first. */
  async visit(instant: number): Promise<void> {
    const due = this.#entries
      .map((entry) => ({ entry, next: this.#next(entry) }))
      .filter(({ next }) => next !== undefined && next <= instant)
      .sort((a, b) => (a.next ?? 0) - (b.next ?? 0));
    for (const { entry, next } of due) {
      entry.last = instant;
      this.#save(entry);
      await this.#run(entry.definition, next ?? instant);
    }
  }

  #next({ definition, last }: Entry): number | undefined {
    return nextTime(definition.expression, definition.zone, last);
  }

  async #run(definition: ScheduleDefinition, scheduledFor: number): Promise<void> {
    this.#running += 1;
    try {
      const { target } = definition;
      await this.#options.targets.deliver({
        targetArn: target.arn,
        event: scheduleInput(definition, scheduledFor),
        retries: target.retries,
        deadLetterArn: target.deadLetterArn,
      });
    } catch (error) {
      this.#options.log(
        `schedule ${definition.name}: ${error instanceof Error ? error.message : String(error)}`,
      );
    } finally {
      this.#running -= 1;
    }
  }

  /** One timer for all. During a journey the traveller runs what is due. */
  #arm(): void {
    if (this.#stopped) return;
    const { clock } = this.#options;
    const next = this.#entries.map((entry) => this.#next(entry)).filter((at) => at !== undefined);
    const rest = next.length === 0 ? longestTimer : Math.min(...next) - clock.now();
    this.#timer = setTimeout(
      () => {
        const round = clock.travelling ? Promise.resolve() : this.visit(clock.now());
        void round.finally(() => this.#arm());
      },
      Math.max(10, Math.min(rest, longestTimer)),
    );
    this.#timer.unref();
  }

  #save({ definition, last }: Entry): void {
    this.#options.state.set(stateName(definition), last);
  }
}

const stateName = ({ name }: ScheduleDefinition): string => `schedule ${name}`;

/** The constant input, with the words that EventBridge Scheduler puts in; without one, an empty object. */
const scheduleInput = (definition: ScheduleDefinition, scheduledFor: number): unknown => {
  const { input } = definition.target;
  if (input === undefined) return {};
  const filled = input
    .replaceAll('<aws.scheduler.scheduled-time>', new Date(scheduledFor).toISOString())
    .replaceAll('<aws.scheduler.execution-id>', randomUUID())
    .replaceAll('<aws.scheduler.attempt-number>', '1')
    .replaceAll('<aws.scheduler.schedule-arn>', definition.name);
  return JSON.parse(filled);
};
