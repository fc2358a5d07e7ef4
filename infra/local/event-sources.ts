/** Everything that starts functions without a request: streams, queues, schedules. Knows when all of it is quiet. */
import { setTimeout as pause } from 'node:timers/promises';
import { Checkpoints } from '#infra/local/checkpoints.ts';
import type { HostClock, Traveller } from '#infra/local/clock.ts';
import type { Database } from '#infra/local/dynamodb.ts';
import type { EventTargets } from '#infra/local/event-targets.ts';
import type { FunctionPool } from '#infra/local/function-pool.ts';
import type { HostState } from '#infra/local/host-state.ts';
import { QueueMapping } from '#infra/local/queue-mapping.ts';
import type { QueueStore } from '#infra/local/queue-store.ts';
import { Schedules } from '#infra/local/schedules.ts';
import { StreamMapping } from '#infra/local/stream-mapping.ts';
import type { Stack } from '#infra/local/template.ts';
import { mappingsOf } from '#infra/local/template-compute.ts';
import { schedulesOf } from '#infra/local/template-events.ts';

export interface EventSourcesOptions {
  readonly stack: Stack;
  readonly state: HostState;
  readonly clock: HostClock;
  readonly database: Database;
  readonly queues: QueueStore;
  readonly pool: FunctionPool;
  readonly targets: EventTargets;
  /** Embedded services that still have something to hand on. */
  readonly servicesBusy: () => boolean;
  readonly stride: ((remainingMs: number) => number) | undefined;
  readonly log: (line: string) => void;
}

const housekeepingMs = 3_600_000;

export class EventSources implements Traveller {
  readonly schedules: Schedules;
  readonly #options: EventSourcesOptions;
  readonly #streams: readonly StreamMapping[];
  readonly #queues: readonly QueueMapping[];
  #housekeeping: NodeJS.Timeout | undefined;

  constructor(options: EventSourcesOptions) {
    const { stack, state, clock, database, queues, pool, targets, log } = options;
    this.#options = options;
    const checkpoints = new Checkpoints(state);
    this.#streams = mappingsOf(stack, 'stream').flatMap((mapping) => {
      const table = database.tables.find(({ arn }) => mapping.sourceArn.startsWith(`${arn}/`));
      if (table === undefined)
        throw new Error(`The mapping ${mapping.id} reads a table that the stack does not have.`);
      const sendTo = (arn: string, body: string): void => targets.sendTo(arn, body);
      return [
        new StreamMapping({
          mapping,
          table,
          database,
          pool,
          checkpoints,
          clock,
          region: stack.region,
          sendTo,
          log,
        }),
      ];
    });
    this.#queues = mappingsOf(stack, 'queue').map((mapping) => {
      const queue = queues.find(mapping.sourceArn);
      if (queue === undefined)
        throw new Error(`The mapping ${mapping.id} reads a queue that the stack does not have.`);
      return new QueueMapping({ mapping, queue, store: queues, pool, clock, region: stack.region, log });
    });
    this.schedules = new Schedules({
      schedules: schedulesOf(stack),
      clock,
      targets,
      state,
      log,
      ...(options.stride && { stride: options.stride }),
    });
  }

  async start(): Promise<void> {
    for (const stream of this.#streams) await stream.start();
    for (const queue of this.#queues) queue.start();
    this.schedules.start();
    this.#housekeeping = setInterval(() => void this.tidy(), housekeepingMs);
    this.#housekeeping.unref();
  }

  async stop(): Promise<void> {
    clearInterval(this.#housekeeping);
    this.schedules.stop();
    await Promise.all([...this.#streams, ...this.#queues].map((mapping) => mapping.stop()));
  }

  /** The table was written to. */
  pokeStreams(): void {
    for (const stream of this.#streams) stream.poke();
  }

  nextStop(after: number, until: number): number | undefined {
    const names = this.#queues.map(({ queue }) => queue.name);
    const due = this.#options.queues.nextDue(names, after);
    const stops = [this.schedules.nextStop(after, until), due].filter(
      (stop) => stop !== undefined && stop <= until,
    );
    return stops.length === 0 ? undefined : Math.min(...stops.map((stop) => stop ?? until));
  }

  async visit(instant: number): Promise<void> {
    await this.schedules.visit(instant);
    await this.idle();
  }

  /** Resolves when streams, queues, asynchronous events and running invocations are drained. */
  async idle(): Promise<void> {
    const { pool, queues, targets, servicesBusy } = this.#options;
    for (;;) {
      const before = pool.invocations + queues.changes;
      for (const queue of this.#queues) queue.poke();
      await Promise.all(this.#streams.map((stream) => stream.drained()));
      const busy = pool.busy || targets.busy || servicesBusy() || this.#queues.some((queue) => queue.busy);
      if (!busy && before === pool.invocations + queues.changes) return;
      await pause(5);
    }
  }

  /** Removes what has expired and stream records that nobody needs any more. */
  async tidy(): Promise<void> {
    const { database, log } = this.#options;
    try {
      if ((await database.sweep()) > 0) this.pokeStreams();
      database.trim((table) => {
        const passed = this.#streams
          .filter((stream) => stream.table === table)
          .map((stream) => stream.passed);
        if (passed.length === 0 || passed.includes(undefined)) return undefined;
        return passed.map((each) => each ?? 0n).reduce((low, each) => (each < low ? each : low));
      });
    } catch (error) {
      log(`housekeeping: ${error instanceof Error ? error.message : String(error)}`);
    }
  }
}
