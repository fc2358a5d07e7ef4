/**
 * The host's clock: the machine's clock plus an offset that only grows (the time machine).
 *
 * The offset lives in shared memory, so that every function worker sees a jump at once, and is kept on disk,
 * so that data written "in January" is not met by a November clock after a restart.
 */
import type { HostState } from '#infra/local/host-state.ts';

/** Work that must happen on the way to a later instant (the schedules). */
export interface Traveller {
  /** The next instant, later than `after` and not later than `until`, at which something is due. */
  nextStop(after: number, until: number): number | undefined;
  /** Runs what is due at that instant; the clock already shows it. */
  visit(instant: number): Promise<void>;
}

export interface Clock {
  /** Milliseconds since the epoch. */
  now(): number;
  /** How far ahead of the machine's clock, in milliseconds. */
  offset(): number;
  /**
   * Goes forward to an instant. What is scheduled on the way runs in its order, each at its own time.
   * `onStep` hears each instant reached. Rejects an instant that has passed.
   */
  advanceTo(instant: number, onStep?: (instant: number) => void): Promise<void>;
}

/** A refusal that may be shown to a person. */
export class ClockError extends Error {}

export class HostClock implements Clock {
  /** One float64: the offset in milliseconds. Handed to every function worker. */
  readonly shared = new SharedArrayBuffer(8);
  readonly #cell = new Float64Array(this.shared);
  readonly #state: HostState;
  #traveller: Traveller | undefined;
  #journey: Promise<void> = Promise.resolve();
  #travelling = 0;

  constructor(state: HostState) {
    this.#state = state;
    this.#cell[0] = Math.max(0, state.number('clock offset') ?? 0);
  }

  /** Who must be asked for stops on the way. One per host. */
  setTraveller(traveller: Traveller): void {
    this.#traveller = traveller;
  }

  /** True while a journey is under way: timers of schedules must then keep still. */
  get travelling(): boolean {
    return this.#travelling > 0;
  }

  now(): number {
    return Date.now() + this.offset();
  }

  offset(): number {
    return this.#cell[0] ?? 0;
  }

  advanceTo(instant: number, onStep?: (instant: number) => void): Promise<void> {
    const journey = this.#journey.then(async () => {
      this.#travelling += 1;
      try {
        await this.#travel(instant, onStep);
      } finally {
        this.#travelling -= 1;
      }
    });
    this.#journey = journey.catch(() => undefined);
    return journey;
  }

  async #travel(instant: number, onStep?: (instant: number) => void): Promise<void> {
    if (!Number.isFinite(instant)) throw new ClockError('Choose a day and a time to go to.');
    const start = this.now();
    if (instant < start) {
      throw new ClockError('The time machine only goes forward. Start again with --fresh to go back.');
    }
    let after = start;
    for (;;) {
      const stop = this.#traveller?.nextStop(after, instant);
      if (stop === undefined) break;
      this.#show(stop);
      onStep?.(stop);
      await this.#traveller?.visit(stop);
      after = stop;
    }
    this.#show(instant);
    onStep?.(instant);
  }

  /** The stops' own work takes real time, so that a stop may already be past: the clock never goes back. */
  #show(instant: number): void {
    const offset = Math.max(this.offset(), instant - Date.now());
    this.#cell[0] = offset;
    this.#state.set('clock offset', offset);
  }
}
