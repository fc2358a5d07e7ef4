import type { Args } from '#shared/contract/client.ts';
import type { Problem } from '#shared/contract/errors.ts';

/**
 * What may wait on the phone. Most bodies name the `rev` they were written against, so that an old change cannot undo
 * a newer one; an entry of the contact log only adds.
 */
export type WaitingId = 'completeVisit' | 'cancelVisit' | 'writeReflection' | 'addContact';

/** How a change is shown while it waits: in the words and the language in which it was made. */
export interface About {
  readonly title: string;
  readonly lines: readonly string[];
}

/** One change that was made on this phone and still has to reach the server, or was refused there. */
export interface Change<Id extends WaitingId = WaitingId> {
  /** Its place in the queue, given by the store. */
  readonly place: number;
  /** Its Idempotency-Key, from the first attempt to the last. */
  readonly key: string;
  readonly owner: string;
  readonly id: Id;
  readonly args: Args<Id>;
  /** What it is about: of two changes of one subject, the later waits for the earlier. */
  readonly subject: string;
  readonly about: About;
  readonly writtenAt: string;
  /** Attempts whose answer never came: such a change may have arrived. */
  readonly tries: number;
  /** When the first of them was made: the server knows its keys for a day. */
  readonly triedAt: string | null;
  /** Why the server refused it; null while it waits. */
  readonly problem: Problem | null;
}

/** A change before it has a place. */
export type NewChange<Id extends WaitingId = WaitingId> = Pick<Change<Id>, 'id' | 'args' | 'about'>;

/** What a change is about: a visit, a reflection, or an entry that is like no other. */
export function subjectOf({ args }: Pick<NewChange, 'args'>): string {
  const { params, body } = args;
  if ('familyId' in params) return `contact ${params.familyId} ${JSON.stringify(body)}`;
  return 'studentId' in params
    ? reflectionSubject(params.visitId, params.studentId)
    : visitSubject(params.visitId);
}
export const visitSubject = (visitId: string): string => `visit ${visitId}`;
export const reflectionSubject = (visitId: string, studentId: string): string =>
  `reflection ${visitId} ${studentId}`;

const day = 86_400_000;

/** True when nobody can tell any more whether it arrived: the key is forgotten, and no `rev` stands in the way. */
export function mayRepeat(change: Change, now = Date.now()): boolean {
  if (change.triedAt === null || change.tries === 0 || 'rev' in change.args.body) return false;
  return now - Date.parse(change.triedAt) > 0.9 * day;
}
