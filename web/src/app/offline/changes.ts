import type { Answer, Args } from '#shared/contract/client.ts';
import type { Problem } from '#shared/contract/errors.ts';

/** What may wait on the phone. Each body names the `rev` it was written against, so an old change cannot undo a newer one. */
export type WaitingId = 'completeVisit' | 'cancelVisit' | 'writeReflection';

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
  /** Why the server refused it; null while it waits. */
  readonly problem: Problem | null;
}

/** A change before it has a place. */
export type NewChange<Id extends WaitingId = WaitingId> = Pick<Change<Id>, 'id' | 'args' | 'about'>;

/** The visit or reflection that a change is about. */
export function subjectOf({ id, args }: Pick<NewChange, 'id' | 'args'>): string {
  const { params } = args;
  return id === 'writeReflection' && 'studentId' in params
    ? reflectionSubject(params.visitId, params.studentId)
    : visitSubject(params.visitId);
}
export const visitSubject = (visitId: string): string => `visit ${visitId}`;
export const reflectionSubject = (visitId: string, studentId: string): string =>
  `reflection ${visitId} ${studentId}`;

/** The revision that the next change of the same subject is written against, once this one has arrived. */
export function revAfter(answer: Answer<WaitingId>): number {
  return 'reflection' in answer ? answer.reflection.rev : answer.rev;
}
