/** Event source mapping of a queue: receives batches, invokes, deletes what was taken, leaves the rest to come back. */
import type { Clock } from '#infra/local/clock.ts';
import { matchesEvent } from '#infra/local/event-pattern.ts';
import type { FunctionPool } from '#infra/local/function-pool.ts';
import { failedItems } from '#infra/local/partial-failures.ts';
import { bodyDigest } from '#infra/local/queue-digest.ts';
import type { QueueStore, StoredMessage } from '#infra/local/queue-store.ts';
import { Signal } from '#infra/local/signal.ts';
import { systemAttributes } from '#infra/local/sqs.ts';
import type { MappingDefinition } from '#infra/local/template-compute.ts';
import type { QueueDefinition } from '#infra/local/template-data.ts';

export interface QueueMappingOptions {
  readonly mapping: MappingDefinition;
  readonly queue: QueueDefinition;
  readonly store: QueueStore;
  readonly pool: FunctionPool;
  readonly clock: Clock;
  readonly region: string;
  readonly log: (line: string) => void;
}

const restMs = 60_000;

export class QueueMapping {
  readonly #options: QueueMappingOptions;
  readonly #signals: readonly Signal[];
  #loops: Promise<unknown> = Promise.resolve();
  #stopListening: () => void = () => undefined;
  #working = 0;
  #stopped = false;

  constructor(options: QueueMappingOptions) {
    this.#options = options;
    const lanes = Math.max(1, Math.min(options.mapping.maximumConcurrency, 2));
    this.#signals = Array.from({ length: lanes }, () => new Signal());
  }

  get queue(): QueueDefinition {
    return this.#options.queue;
  }

  /** True while a batch is under way or a message is due. */
  get busy(): boolean {
    return this.#working > 0 || this.#options.store.counts(this.queue).visible > 0;
  }

  start(): void {
    this.#stopListening = this.#options.store.listen(this.queue, () => this.poke());
    this.#loops = Promise.all(this.#signals.map((signal) => this.#run(signal)));
  }

  /** A message may have become due. */
  poke(): void {
    for (const signal of this.#signals) signal.notify();
  }

  async stop(): Promise<void> {
    this.#stopped = true;
    this.#stopListening();
    this.poke();
    await this.#loops;
  }

  async #run(signal: Signal): Promise<void> {
    const { store, clock, mapping, log } = this.#options;
    while (!this.#stopped) {
      const messages = store.receive(this.queue, mapping.batchSize);
      if (messages.length === 0) {
        const due = store.nextDue([this.queue.name], clock.now());
        await signal.wait(due === undefined ? restMs : Math.min(restMs, Math.max(1, due - clock.now())));
        continue;
      }
      this.#working += 1;
      try {
        await this.#handle(messages);
      } catch (error) {
        // Nothing is deleted: the messages come back when their visibility time is over.
        if (!this.#stopped)
          log(`queue ${mapping.functionName}: ${error instanceof Error ? error.message : String(error)}`);
      } finally {
        this.#working -= 1;
      }
    }
  }

  async #handle(messages: readonly StoredMessage[]): Promise<void> {
    const { store, mapping, pool } = this.#options;
    const wanted = messages.filter((message) => this.#passesFilter(message));
    // As on AWS, a message that no filter wants is gone.
    for (const message of messages)
      if (!wanted.includes(message)) store.remove(this.queue, message.receiptHandle);
    if (wanted.length === 0) return;
    const answer = await pool.invoke(mapping.functionName, {
      Records: wanted.map((message) => this.#toRecord(message)),
    });
    if (this.#stopped) return;
    const failed = mapping.reportsItemFailures ? failedItems(answer) : new Set<string>();
    if (failed === 'all') return;
    if ([...failed].some((id) => !wanted.some(({ messageId }) => messageId === id))) return;
    for (const message of wanted) {
      if (!failed.has(message.messageId)) store.remove(this.queue, message.receiptHandle);
    }
  }

  #passesFilter(message: StoredMessage): boolean {
    const { filters } = this.#options.mapping;
    if (filters.length === 0) return true;
    const record = { ...this.#toRecord(message), body: parsed(message.body) };
    return filters.some((filter) => matchesEvent(filter, record));
  }

  #toRecord(message: StoredMessage): Record<string, unknown> {
    return {
      messageId: message.messageId,
      receiptHandle: message.receiptHandle,
      body: message.body,
      attributes: systemAttributes(message),
      messageAttributes: Object.fromEntries(
        Object.entries(message.attributes).map(([name, attribute]) => [
          name,
          {
            dataType: attribute.DataType,
            ...(attribute.StringValue !== undefined && { stringValue: attribute.StringValue }),
            ...(attribute.BinaryValue !== undefined && { binaryValue: attribute.BinaryValue }),
            stringListValues: [],
            binaryListValues: [],
          },
        ]),
      ),
      md5OfBody: bodyDigest(message.body),
      eventSource: 'aws:sqs',
      eventSourceARN: this.queue.arn,
      awsRegion: this.#options.region,
    };
  }
}

const parsed = (body: string): unknown => {
  try {
    return JSON.parse(body);
  } catch {
    return body;
  }
};
