import type { StudentYear } from '../family/model.ts';
import { placeOf } from './fair-order.ts';

/** What the order may know of a student: names to show, and where the family stands. Nothing else exists here (I13). */
export type QueuedStudent = Pick<
  StudentYear,
  | 'studentId'
  | 'familyId'
  | 'givenName'
  | 'familyName'
  | 'invitation'
  | 'askedByFamily'
  | 'doNotContact'
  | 'visits'
>;

/** Why a family comes before others, in this order: it asked; it said yes; a brother or sister; everyone. */
export const lanes = ['asked', 'said_yes', 'siblings', 'everyone'] as const;
export type Lane = (typeof lanes)[number];

export interface QueuedFamily {
  readonly familyId: string;
  readonly invitation: StudentYear['invitation'];
  readonly students: Pick<StudentYear, 'studentId' | 'givenName' | 'familyName'>[];
}

export interface FairQueue {
  /** Whom to turn to next, in order: lane by lane, inside a lane by the seed alone. */
  readonly next: (QueuedFamily & { readonly lane: Lane })[];
  /** Invited and not answered yet: nobody is pressed. */
  readonly waiting: QueuedFamily[];
  /** A visit is planned or was made. */
  readonly visiting: QueuedFamily[];
  /** Families that said no this year or are not to be contacted: they are never listed. */
  readonly leftOut: number;
}

/**
 * The order in which the families of a class or school are invited. Who said no or is not to be contacted is not in
 * it (I12); everyone else has the same chance (CP4).
 */
export function fairQueue(seed: string, students: readonly QueuedStudent[]): FairQueue {
  const families = Map.groupBy(students, ({ familyId }) => familyId);
  const order = [...families]
    .map(([familyId, children]) => ({ familyId, children, place: placeOf(seed, familyId) }))
    .sort((one, other) => (one.place < other.place ? -1 : 1))
    .map(({ familyId, children }) => ({ familyId, ...standingOf(children) }));
  const of = (turn: Turn) =>
    order
      .filter((one) => one.turn === turn)
      .map(({ familyId, invitation, students: about }) => ({ familyId, invitation, students: about }));
  return {
    next: lanes.flatMap((lane) => of(lane).map((family) => ({ ...family, lane }))),
    waiting: of('waiting'),
    visiting: of('visiting'),
    leftOut: of('never').length,
  };
}

type Turn = Lane | 'waiting' | 'visiting' | 'never';

/** A family's turn, and the children it is about: those without a visit while there are any. */
function standingOf(children: readonly QueuedStudent[]): {
  turn: Turn;
  invitation: QueuedFamily['invitation'];
  students: QueuedFamily['students'];
} {
  const without = children.filter(({ visits }) => visits.length === 0);
  const students = (without.length > 0 ? without : children).map(({ studentId, givenName, familyName }) => ({
    studentId,
    givenName,
    familyName,
  }));
  // The answer is the family's: it stands alike with each of its children.
  const invitation = children[0]?.invitation ?? 'not_invited';
  return { turn: turnOf(children, without.length), invitation, students };
}

function turnOf(children: readonly QueuedStudent[], without: number): Turn {
  const has = (said: QueuedStudent['invitation']) => children.some(({ invitation }) => invitation === said);
  if (children.some(({ doNotContact }) => doNotContact) || has('declined')) return 'never';
  if (without === 0) return 'visiting';
  if (children.some(({ askedByFamily }) => askedByFamily)) return 'asked';
  if (without < children.length) return 'siblings';
  if (has('accepted')) return 'said_yes';
  if (has('invited')) return 'waiting';
  return children.length > 1 ? 'siblings' : 'everyone';
}
