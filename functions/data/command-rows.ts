import { auditEntry } from './entities/audit.ts';
import { idempotencyRecord } from './entities/idempotency.ts';
import { type Item, toItem } from './entity.ts';
import type { NewId } from './tables.ts';

/** Who changes what, when and for which request. */
export interface Command {
  /** The district's id, or `NATIONAL`: where the audit entry and the outbox lie. */
  readonly district: string;
  readonly actor: string;
  /** Names the audit entry; null for a step of a long job, which writes one entry when it ends. */
  readonly event: string | null;
  readonly subject: string;
  readonly context: {
    readonly requestId: string;
    readonly now: string;
    readonly idempotency: { readonly key: string; readonly hash: string } | null;
  };
  readonly newId: NewId;
}

/** What every item of the command says about its writing. */
export const stampOf = ({ context, actor }: Command) => ({ at: context.now, by: actor });

/** Who did it: one entry for each command. */
export function auditRow(command: Command, event: string): Item {
  const { context, subject, actor, district, newId } = command;
  const { now: at, requestId } = context;
  const entry = { auditId: newId('aud'), event, subject, actor, at, requestId };
  return toItem(auditEntry, district, entry, 1, stampOf(command));
}

/** What a repeat of the request is answered. */
export function requestRow(
  command: Command,
  { key, hash }: { readonly key: string; readonly hash: string },
  answer: unknown,
): Item {
  const { context, actor, district } = command;
  const record = { actor, key, hash, response: JSON.stringify(answer ?? null), at: context.now };
  return toItem(idempotencyRecord, district, record, 1, stampOf(command));
}
