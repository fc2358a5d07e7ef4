/** How far each stream mapping has come in each shard, so that a restart neither repeats nor skips. */
import type { HostState } from '#infra/local/host-state.ts';

export class Checkpoints {
  readonly #state: HostState;

  constructor(state: HostState) {
    this.#state = state;
  }

  /** Last sequence number that is dealt with. */
  get(mappingId: string, shardId: string): string | undefined {
    return this.#state.get(`checkpoint ${mappingId} ${shardId}`);
  }

  /** Written before the next batch is read. */
  set(mappingId: string, shardId: string, sequence: string): void {
    this.#state.set(`checkpoint ${mappingId} ${shardId}`, sequence);
  }
}
