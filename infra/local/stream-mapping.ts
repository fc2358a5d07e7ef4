/**
 * Event source mapping of a DynamoDB stream: reads each shard in order, filters, invokes, and on failure retries,
 * halves the batch and finally sets the record aside, as on AWS. A record is delivered at least once.
 */
import { randomUUID } from 'node:crypto';
import type { Checkpoints } from '#infra/local/checkpoints.ts';
import type { Clock } from '#infra/local/clock.ts';
import type { Database } from '#infra/local/dynamodb.ts';
import { matchesEvent } from '#infra/local/event-pattern.ts';
import type { FunctionPool } from '#infra/local/function-pool.ts';
import { failedItems } from '#infra/local/partial-failures.ts';
import { Signal } from '#infra/local/signal.ts';
import {
  changesNothing,
  type RecordSettings,
  readPage,
  type StreamRecord,
} from '#infra/local/stream-records.ts';
import { openShards, type Shard } from '#infra/local/stream-shards.ts';
import type { MappingDefinition } from '#infra/local/template-compute.ts';
import type { TableDefinition } from '#infra/local/template-data.ts';

export interface StreamMappingOptions {
  readonly mapping: MappingDefinition;
  readonly table: TableDefinition;
  readonly database: Database;
  readonly pool: FunctionPool;
  readonly checkpoints: Checkpoints;
  readonly clock: Clock;
  readonly region: string;
  /** Puts a message on the queue with this ARN. */
  readonly sendTo: (queueArn: string, body: string) => void;
  readonly log: (line: string) => void;
}

/** Writes through the gateway wake the mapping at once; this is for writes that come another way. */
const restMs = 1000;

export class StreamMapping {
  readonly #options: StreamMappingOptions;
  readonly #settings: RecordSettings;
  readonly #wake = new Signal();
  #waiters: { readonly since: number; readonly resolve: () => void }[] = [];
  #polls = 0;
  #stopped = false;
  #loop: Promise<void> = Promise.resolve();
  readonly #finished = new Set<string>();
  #shards: readonly Shard[] = [];

  constructor(options: StreamMappingOptions) {
    this.#options = options;
    this.#settings = {
      streamArn: options.mapping.sourceArn,
      region: options.region,
      offset: () => options.clock.offset(),
      isExpired: (keys) => options.database.isExpired(options.table.name, keys),
    };
  }

  get table(): string {
    return this.#options.table.name;
  }

  /** The highest sequence number up to which everything is dealt with, over all shards the lowest. */
  get passed(): bigint | undefined {
    const { checkpoints, mapping } = this.#options;
    const done = this.#shards.map(({ id }) => checkpoints.get(mapping.id, id));
    if (done.length === 0 || done.includes(undefined)) return undefined;
    return done.map((sequence) => BigInt(sequence ?? 0)).reduce((low, each) => (each < low ? each : low));
  }

  async start(): Promise<void> {
    const { database, table, mapping } = this.#options;
    // Records written while no checkpoint existed yet must not be lost, so a new table is read from its beginning.
    const position = database.created.has(table.name) ? 'TRIM_HORIZON' : mapping.startingPosition;
    await this.#open(position);
    this.#loop = this.#run();
  }

  /** Something may have been written. */
  poke(): void {
    this.#wake.notify();
  }

  /** Resolves when a poll that began after this call finds nothing more. */
  drained(): Promise<void> {
    if (this.#stopped) return Promise.resolve();
    return new Promise((resolve) => {
      this.#waiters.push({ since: this.#polls, resolve });
      this.poke();
    });
  }

  async stop(): Promise<void> {
    this.#stopped = true;
    this.poke();
    await this.#loop;
    for (const { resolve } of this.#waiters.splice(0)) resolve();
  }

  async #open(begin: 'LATEST' | 'TRIM_HORIZON'): Promise<void> {
    const { database, table, checkpoints, mapping } = this.#options;
    const shards = await openShards(database.calls, table.name, {
      begin,
      checkpoint: (shardId) => checkpoints.get(mapping.id, shardId),
    });
    this.#shards = shards.filter(({ id }) => !this.#finished.has(id));
  }

  /** Other engines, as AWS, close a shard now and then and go on in new ones. */
  async #follow(): Promise<boolean> {
    const closed = this.#shards.filter((shard) => shard.closed);
    if (closed.length === 0) return false;
    for (const { id } of closed) this.#finished.add(id);
    await this.#open('TRIM_HORIZON');
    return this.#shards.length > 0;
  }

  async #run(): Promise<void> {
    while (!this.#stopped) {
      const turn = this.#polls;
      this.#polls += 1;
      let found = false;
      for (const shard of this.#shards.filter((each) => !each.closed)) {
        try {
          found = (await this.#poll(shard)) || found;
        } catch (error) {
          if (this.#stopped) return;
          found = true;
          // The place may have expired; the checkpoint tells where to go on.
          shard.reset();
          this.#options.log(`stream ${this.#options.mapping.functionName}: ${String(error)}`);
          await this.#wake.wait(restMs);
        }
      }
      if (found || (await this.#follow().catch(() => false))) continue;
      const ready = this.#waiters.filter(({ since }) => since <= turn);
      this.#waiters = this.#waiters.filter(({ since }) => since > turn);
      for (const { resolve } of ready) resolve();
      await this.#wake.wait(restMs);
    }
  }

  /** Reads and deals with one batch. True when there was one. */
  async #poll(shard: Shard): Promise<boolean> {
    const { database, mapping } = this.#options;
    const answer = await database.calls.call('DynamoDBStreams.GetRecords', {
      ShardIterator: await shard.iterator(),
      Limit: Math.min(mapping.batchSize, 1000),
    });
    const { records, next } = readPage(answer, this.#settings);
    const wanted = records.filter(
      (record) =>
        !changesNothing(record) &&
        (mapping.filters.length === 0 || mapping.filters.some((filter) => matchesEvent(filter, record))),
    );
    await this.#deliver(shard, wanted, 0);
    if (this.#stopped) return false;
    shard.moveTo(next);
    const last = records.at(-1);
    if (last === undefined) return false;
    this.#checkpoint(shard, last);
    return true;
  }

  #checkpoint(shard: Shard, record: StreamRecord): void {
    this.#options.checkpoints.set(this.#options.mapping.id, shard.id, record.dynamodb.SequenceNumber);
  }

  /** Returns when every record is taken or set aside, or the host stops. */
  async #deliver(shard: Shard, records: readonly StreamRecord[], attempts: number): Promise<void> {
    if (records.length === 0 || this.#stopped) return;
    const { mapping, log } = this.#options;
    const failedFrom = await this.#invoke(records);
    if (this.#stopped) return;
    const lastGood = failedFrom === -1 ? records.at(-1) : records[failedFrom - 1];
    if (lastGood !== undefined) this.#checkpoint(shard, lastGood);
    if (failedFrom === -1) return;
    const rest = records.slice(failedFrom);
    // Progress begins a new batch, with all its tries.
    const tries = failedFrom > 0 ? 1 : attempts + 1;
    if (mapping.bisect && failedFrom === 0 && rest.length > 1) {
      const middle = Math.ceil(rest.length / 2);
      await this.#deliver(shard, rest.slice(0, middle), attempts);
      return this.#deliver(shard, rest.slice(middle), attempts);
    }
    if (tries > mapping.maximumRetries || this.#tooOld(rest)) {
      log(`stream ${mapping.functionName}: gave up on ${rest.length} record(s)`);
      this.#setAside(shard, rest, tries);
      const last = rest.at(-1);
      if (last !== undefined) this.#checkpoint(shard, last);
      return;
    }
    await new Promise((resolve) => setTimeout(resolve, Math.min(25 * 2 ** tries, 1000)));
    return this.#deliver(shard, rest, tries);
  }

  /** Index of the first record that failed, or -1. */
  async #invoke(records: readonly StreamRecord[]): Promise<number> {
    const { mapping, pool, log } = this.#options;
    try {
      const answer = await pool.invoke(mapping.functionName, { Records: records });
      if (!mapping.reportsItemFailures) return -1;
      const failed = failedItems(answer);
      if (failed === 'all') return 0;
      const indexes = [...failed].map((id) =>
        records.findIndex(({ dynamodb }) => dynamodb.SequenceNumber === id),
      );
      // A number that is not in the batch fails the whole batch.
      return indexes.length === 0 ? -1 : Math.max(0, Math.min(...indexes));
    } catch (error) {
      if (!this.#stopped)
        log(`stream ${mapping.functionName}: ${error instanceof Error ? error.message : String(error)}`);
      return 0;
    }
  }

  #tooOld(records: readonly StreamRecord[]): boolean {
    const { mapping, clock } = this.#options;
    const written = (records[0]?.dynamodb.ApproximateCreationDateTime ?? 0) * 1000;
    return clock.now() - written > mapping.maximumAgeMs;
  }

  /** AWS tells the failure destination where the records are, not what they hold. */
  #setAside(shard: Shard, records: readonly StreamRecord[], attempts: number): void {
    const { mapping, pool, clock, sendTo } = this.#options;
    if (mapping.onFailureArn === undefined) return;
    const body = {
      requestContext: {
        requestId: randomUUID(),
        functionArn: pool.definition(mapping.functionName).arn,
        condition: attempts > mapping.maximumRetries ? 'RetryAttemptsExhausted' : 'RecordAgeExceeded',
        approximateInvokeCount: attempts,
      },
      responseContext: { statusCode: 200, executedVersion: '$LATEST', functionError: 'Unhandled' },
      version: '1.0',
      timestamp: new Date(clock.now()).toISOString(),
      DDBStreamBatchInfo: {
        shardId: shard.id,
        startSequenceNumber: records[0]?.dynamodb.SequenceNumber,
        endSequenceNumber: records.at(-1)?.dynamodb.SequenceNumber,
        batchSize: records.length,
        streamArn: mapping.sourceArn,
      },
    };
    sendTo(mapping.onFailureArn, JSON.stringify(body));
  }
}
