/**
 * SQS standard queues, kept in one SQLite file. All times are the host's clock: when the time machine jumps, delayed
 * messages and messages that wait for another try become due.
 */
import { randomUUID } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import type { Clock } from '#infra/local/clock.ts';
import type { QueueDefinition } from '#infra/local/template-data.ts';

export interface MessageAttribute {
  readonly DataType: string;
  readonly StringValue?: string;
  /** Base64 */
  readonly BinaryValue?: string;
}

export interface StoredMessage {
  readonly messageId: string;
  readonly body: string;
  readonly attributes: Readonly<Record<string, MessageAttribute>>;
  /** Milliseconds since the epoch, host's clock. */
  readonly sentAt: number;
  readonly firstReceivedAt: number;
  readonly receives: number;
  readonly receiptHandle: string;
  readonly senderId: string;
}

/** A queue's counts as GetQueueAttributes reports them. */
export interface QueueCounts {
  readonly visible: number;
  readonly inFlight: number;
  readonly delayed: number;
}

export class QueueStore {
  readonly queues: readonly QueueDefinition[];
  readonly #clock: Clock;
  readonly #database: DatabaseSync;
  readonly #listeners = new Map<string, Set<() => void>>();
  #changes = 0;

  constructor(queues: readonly QueueDefinition[], dataDir: string, clock: Clock) {
    this.queues = queues;
    this.#clock = clock;
    mkdirSync(dataDir, { recursive: true });
    this.#database = new DatabaseSync(join(dataDir, 'queues.sqlite'));
    this.#database.exec(`
      PRAGMA journal_mode = WAL;
      PRAGMA synchronous = NORMAL;
      CREATE TABLE IF NOT EXISTS message (
        id TEXT PRIMARY KEY, queue TEXT NOT NULL, body TEXT NOT NULL, attributes TEXT NOT NULL, sender TEXT NOT NULL,
        sent_at INTEGER NOT NULL, visible_at INTEGER NOT NULL, first_received_at INTEGER, receives INTEGER NOT NULL,
        receipt TEXT
      ) STRICT;
      CREATE INDEX IF NOT EXISTS message_due ON message (queue, visible_at);
      CREATE INDEX IF NOT EXISTS message_receipt ON message (receipt);
    `);
  }

  /** How often any queue changed: two equal readings mean that nothing happened in between. */
  get changes(): number {
    return this.#changes;
  }

  /** A queue by name, ARN or URL. Only the last part of a URL counts, as for the service itself behind an endpoint. */
  find(identifier: string): QueueDefinition | undefined {
    const name = identifier.split(/[/:]/).at(-1);
    return this.queues.find((queue) => queue.name === name);
  }

  send(
    queue: QueueDefinition,
    body: string,
    options: {
      attributes?: Readonly<Record<string, MessageAttribute>>;
      delayMs?: number;
      senderId?: string;
    } = {},
  ): { messageId: string } {
    const messageId = randomUUID();
    const now = this.#clock.now();
    this.#database
      .prepare('INSERT INTO message VALUES (?, ?, ?, ?, ?, ?, ?, NULL, 0, NULL)')
      .run(
        messageId,
        queue.name,
        body,
        JSON.stringify(options.attributes ?? {}),
        options.senderId ?? 'local',
        Math.floor(now),
        Math.floor(now + (options.delayMs ?? queue.delayMs)),
      );
    this.#changed(queue.name);
    return { messageId };
  }

  /** Takes up to `limit` due messages and hides them. A message received too often moves to the dead-letter queue. */
  receive(
    queue: QueueDefinition,
    limit: number,
    visibilityMs = queue.visibilityTimeoutMs,
  ): readonly StoredMessage[] {
    const now = Math.floor(this.#clock.now());
    this.#database
      .prepare('DELETE FROM message WHERE queue = ? AND sent_at < ?')
      .run(queue.name, now - queue.retentionMs);
    this.#redrive(queue, now);
    const rows = this.#database
      .prepare(
        'SELECT * FROM message WHERE queue = ? AND visible_at <= ? ORDER BY visible_at, sent_at LIMIT ?',
      )
      .all(queue.name, now, limit);
    if (rows.length === 0) return [];
    const take = this.#database.prepare(
      'UPDATE message SET receipt = ?, visible_at = ?, receives = receives + 1, first_received_at = COALESCE(first_received_at, ?) WHERE id = ?',
    );
    this.#changes += 1;
    return rows.map((row) => {
      const receiptHandle = randomUUID();
      take.run(receiptHandle, now + visibilityMs, now, String(row['id']));
      return {
        messageId: String(row['id']),
        body: String(row['body']),
        attributes: JSON.parse(String(row['attributes'])),
        sentAt: Number(row['sent_at']),
        firstReceivedAt: Number(row['first_received_at'] ?? now),
        receives: Number(row['receives']) + 1,
        receiptHandle,
        senderId: String(row['sender']),
      };
    });
  }

  /** Deletes a received message. A handle that is no longer current deletes nothing, without complaint, as on AWS. */
  remove(queue: QueueDefinition, receiptHandle: string): void {
    this.#database
      .prepare('DELETE FROM message WHERE queue = ? AND receipt = ?')
      .run(queue.name, receiptHandle);
    this.#changed(queue.name);
  }

  /** Makes a received message visible again after `delayMs` (0: at once). False when the handle is unknown. */
  setVisibility(queue: QueueDefinition, receiptHandle: string, delayMs: number): boolean {
    const { changes } = this.#database
      .prepare('UPDATE message SET visible_at = ? WHERE queue = ? AND receipt = ?')
      .run(Math.floor(this.#clock.now() + delayMs), queue.name, receiptHandle);
    this.#changed(queue.name);
    return Number(changes) > 0;
  }

  purge(queue: QueueDefinition): void {
    this.#database.prepare('DELETE FROM message WHERE queue = ?').run(queue.name);
    this.#changed(queue.name);
  }

  counts(queue: QueueDefinition): QueueCounts {
    const now = Math.floor(this.#clock.now());
    const row = this.#database
      .prepare(
        `SELECT COUNT(*) FILTER (WHERE visible_at <= ?1) AS visible,
                COUNT(*) FILTER (WHERE visible_at > ?1 AND receipt IS NOT NULL) AS in_flight,
                COUNT(*) FILTER (WHERE visible_at > ?1 AND receipt IS NULL) AS delayed
         FROM message WHERE queue = ?2`,
      )
      .get(now, queue.name);
    return {
      visible: Number(row?.['visible'] ?? 0),
      inFlight: Number(row?.['in_flight'] ?? 0),
      delayed: Number(row?.['delayed'] ?? 0),
    };
  }

  /** Every message of a queue, oldest first, without receiving it. */
  peek(
    queue: QueueDefinition,
  ): readonly { readonly messageId: string; readonly body: string; readonly sentAt: number }[] {
    return this.#database
      .prepare('SELECT id, body, sent_at FROM message WHERE queue = ? ORDER BY sent_at')
      .all(queue.name)
      .map((row) => ({
        messageId: String(row['id']),
        body: String(row['body']),
        sentAt: Number(row['sent_at']),
      }));
  }

  /** The next instant after `after` at which a hidden message of any of these queues becomes due. */
  nextDue(queueNames: readonly string[], after: number): number | undefined {
    const statement = this.#database.prepare(
      'SELECT MIN(visible_at) AS due FROM message WHERE queue = ? AND visible_at > ?',
    );
    const instants = queueNames
      .map((name) => statement.get(name, Math.floor(after))?.['due'])
      .filter((due) => typeof due === 'number');
    return instants.length === 0 ? undefined : Math.min(...instants);
  }

  /** Calls back whenever a queue may have something new. Returns how to stop listening. */
  listen(queue: QueueDefinition, listener: () => void): () => void {
    const listeners = this.#listeners.get(queue.name) ?? new Set();
    this.#listeners.set(queue.name, listeners.add(listener));
    return () => listeners.delete(listener);
  }

  close(): void {
    this.#database.close();
  }

  #redrive(queue: QueueDefinition, now: number): void {
    if (queue.redrive === undefined) return;
    const target = this.find(queue.redrive.deadLetterArn);
    if (target === undefined) return;
    const { changes } = this.#database
      .prepare(
        'UPDATE message SET queue = ?, receipt = NULL, visible_at = ?, receives = 0 WHERE queue = ? AND visible_at <= ? AND receives >= ?',
      )
      .run(target.name, now, queue.name, now, queue.redrive.maximumReceives);
    if (Number(changes) > 0) this.#changed(target.name);
  }

  #changed(queueName: string): void {
    this.#changes += 1;
    for (const listener of this.#listeners.get(queueName) ?? []) listener();
  }
}
