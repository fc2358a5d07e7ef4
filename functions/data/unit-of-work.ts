import { TransactionCanceledException } from '@aws-sdk/client-dynamodb';
import { TransactWriteCommand, type TransactWriteCommandInput } from '@aws-sdk/lib-dynamodb';
import { AppError, changedMeanwhile } from '#functions/app/errors.ts';
import type { FamilyMailBody, MailBody, TaskBody } from '#shared/domain/outbox/model.ts';
import { answeredBefore } from './answered-before.ts';
import { auditRow, type Command, requestRow, stampOf } from './command-rows.ts';
import { outboxMessage } from './entities/outbox.ts';
import { type Entity, type Item, type Kept, toItem } from './entity.ts';
import type { Table } from './table.ts';

/** DynamoDB takes this many items in one transaction. */
export const mostItemsAtOnce = 100;
const conflictRetries = 4;
const notThere = 'attribute_not_exists(pk)';
const indexAttributes = ['gsi1pk', 'gsi1sk', 'gsi2pk', 'gsi2sk', 'gsi3pk', 'gsi3sk', 'ttl'];

interface Condition {
  readonly ConditionExpression: string;
  readonly ExpressionAttributeValues?: Record<string, unknown>;
}

type Write = NonNullable<TransactWriteCommandInput['TransactItems']>[number];

/**
 * One command, one transaction: state, audit entry, outbox messages, reminder rows and the idempotency record
 * together, so that nothing is promised that did not happen and a retry finds what was answered.
 */
export class UnitOfWork {
  readonly #table: Table;
  readonly #command: Command;
  readonly #writes: { write: Write; what: string }[] = [];

  constructor(table: Table, command: Command) {
    this.#table = table;
    this.#command = command;
  }

  get #stamp() {
    return stampOf(this.#command);
  }

  /** A new item; fails with CHANGED_MEANWHILE when one is there already. */
  create<T>(definition: Entity<T>, value: NoInfer<T>): Kept<T> {
    const item = toItem(definition, this.#command.district, value, 1, this.#stamp);
    this.#put(definition.type, item, { ConditionExpression: notThere });
    return { ...value, rev: 1 };
  }

  /** Replaces the value of an item that must still be at the revision that was read. */
  update<T>(definition: Entity<T>, before: Kept<NoInfer<T>>, after: NoInfer<T>): Kept<T> {
    const rev = before.rev + 1;
    const item = toItem(definition, this.#command.district, after, rev, this.#stamp);
    const { pk, sk, et: _, createdAt: __, createdBy: ___, ...attributes } = item;
    const gone = indexAttributes.filter((name) => !(name in attributes));
    const names = Object.keys(attributes);
    this.#writes.push({
      what: definition.type,
      write: {
        Update: {
          TableName: this.#table.name,
          Key: { pk, sk },
          // A row that leaves an index keeps no key of it: a settled reminder is no longer due.
          UpdateExpression: `SET ${names.map((name) => `#${name} = :${name}`).join(', ')}${gone.length === 0 ? '' : ` REMOVE ${gone.map((name) => `#${name}`).join(', ')}`}`,
          ConditionExpression: '#rev = :before',
          ExpressionAttributeNames: Object.fromEntries([...names, ...gone].map((name) => [`#${name}`, name])),
          ExpressionAttributeValues: {
            ...Object.fromEntries(Object.entries(attributes).map(([name, value]) => [`:${name}`, value])),
            ':before': before.rev,
          },
        },
      },
    });
    return { ...after, rev };
  }

  /** Creates an item, or replaces whatever is there: only for values where the last writer is right. */
  save<T>(definition: Entity<T>, value: NoInfer<T>): void {
    this.#put(definition.type, toItem(definition, this.#command.district, value, 1, this.#stamp), {});
  }

  remove<T>(definition: Entity<T>, before: Kept<NoInfer<T>>): void {
    const { pk, sk } = definition.keys(this.#command.district, before);
    this.#writes.push({
      what: definition.type,
      write: {
        Delete: {
          TableName: this.#table.name,
          Key: { pk, sk },
          ConditionExpression: 'rev = :rev',
          ExpressionAttributeValues: { ':rev': before.rev },
        },
      },
    });
  }

  /** Makes the command fail when an item that was only read has changed meanwhile. */
  unchanged<T>(definition: Entity<T>, before: Kept<NoInfer<T>>): void {
    const condition = {
      ConditionExpression: 'rev = :rev',
      ExpressionAttributeValues: { ':rev': before.rev },
    };
    this.#check(definition, before, condition);
  }

  /** Makes the command fail when an item that was not there, with the keys of `value`, has come meanwhile. */
  absent<T>(definition: Entity<T>, value: NoInfer<T>): void {
    this.#check(definition, value, { ConditionExpression: notThere });
  }

  #check<T>(definition: Entity<T>, value: T, condition: Condition): void {
    const { pk, sk } = definition.keys(this.#command.district, value);
    this.#writes.push({
      what: definition.type,
      write: { ConditionCheck: { TableName: this.#table.name, Key: { pk, sk }, ...condition } },
    });
  }

  /** A mail or a task that follows from this change; it leaves only if the change is committed. */
  message(body: MailBody | FamilyMailBody | TaskBody): void {
    this.create(outboxMessage, {
      messageId: this.#command.newId('msg'),
      body,
      status: 'queued',
      leaseUntil: null,
      mailServiceId: null,
      dropped: null,
    });
  }

  /** Whether everything so far goes into one transaction, with the audit entry and the record of the request. */
  get fits(): boolean {
    return this.#writes.length + 2 <= mostItemsAtOnce;
  }

  /**
   * Writes everything, and answers `response`; a repeat with the same idempotency key answers what was
   * answered first.
   * @throws AppError CHANGED_MEANWHILE when a condition does not hold, TOO_LARGE past 100 items,
   * REPEATED_WITH_OTHER_CONTENT when the key was used for something else.
   */
  async commit<R>(response: R): Promise<R> {
    const { context, event } = this.#command;
    const writes = [...this.#writes];
    if (context.idempotency !== null) writes.unshift(this.#request(context.idempotency, response));
    if (event !== null)
      writes.push(this.#putOf('audit', auditRow(this.#command, event), { ConditionExpression: notThere }));
    if (writes.length > mostItemsAtOnce)
      throw new AppError('TOO_LARGE', 'This is too much for one step. Do it in several smaller ones.', {
        reason: 'too_large',
      });
    for (let attempt = 1; ; attempt += 1) {
      try {
        const answer = await this.#table.client.send(
          new TransactWriteCommand({
            TransactItems: writes.map(({ write }) => write),
            ReturnConsumedCapacity: 'TOTAL',
          }),
        );
        this.#table.meter.count('write', answer.ConsumedCapacity);
        return response;
      } catch (error) {
        if (!(error instanceof TransactionCanceledException)) throw error;
        const reasons = error.CancellationReasons ?? [];
        const failed = reasons.findIndex((reason) => reason.Code === 'ConditionalCheckFailed');
        if (failed === 0 && context.idempotency !== null) return this.#replay<R>(context.idempotency);
        if (failed >= 0) throw changedMeanwhile(wordOf(writes[failed]?.what ?? 'item'));
        const transient = reasons.every(
          ({ Code }) => Code === 'None' || Code === 'TransactionConflict' || Code === 'ThrottlingError',
        );
        if (!transient || attempt > conflictRetries) throw error;
        // Two commands met on one item; the other one is finished in a few milliseconds.
        await new Promise((resolve) => setTimeout(resolve, 15 * 2 ** attempt * (0.5 + Math.random() / 2)));
      }
    }
  }

  #put(what: string, item: Item, condition: Record<string, unknown>): void {
    this.#writes.push(this.#putOf(what, item, condition));
  }

  #putOf(what: string, item: Item, condition: Record<string, unknown>): { what: string; write: Write } {
    return { what, write: { Put: { TableName: this.#table.name, Item: item, ...condition } } };
  }

  /** A key counts until its record has run out, whether or not DynamoDB has removed that yet. */
  #request(idempotency: { key: string; hash: string }, response: unknown): { what: string; write: Write } {
    const { now } = this.#command.context;
    return this.#putOf('idempotency', requestRow(this.#command, idempotency, response), {
      ConditionExpression: `${notThere} OR #ttl < :now`,
      ExpressionAttributeNames: { '#ttl': 'ttl' },
      ExpressionAttributeValues: { ':now': Math.floor(Date.parse(now) / 1000) },
    });
  }

  async #replay<R>(idempotency: { key: string; hash: string }): Promise<R> {
    const answered = await answeredBefore(
      this.#table,
      this.#command.district,
      this.#command.actor,
      idempotency,
    );
    if (answered === undefined) throw changedMeanwhile('request');
    return answered as R;
  }
}

/** The word a person would use for an entity type. */
const wordOf = (type: string): string =>
  ({
    studentYear: 'student',
    visitMember: 'visit',
    invitation: 'invitation',
    emailOwner: 'e-mail address',
    classStudent: 'class',
    payBatch: 'pay period',
    nextPayBatch: 'pay period',
  })[type] ?? type;
