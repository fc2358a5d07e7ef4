import type { Family, Guardian, Invitation, StudentYear } from '../family/model.ts';
import type { Hopes } from '../hopes/model.ts';
import { refuseUnless } from '../refusal.ts';
import type { DayBook } from '../visit/day-book.ts';
import { foldedName } from './expected-names.ts';

/** When a visit is, as far as bringing two records together needs it. */
export interface VisitTime {
  readonly startsAt: string;
  readonly minutes: number;
}

const endOf = ({ startsAt, minutes }: VisitTime): number => Date.parse(startsAt) + minutes * 60_000;
const overlap = (one: VisitTime, other: VisitTime): boolean =>
  Date.parse(one.startsAt) < endOf(other) && Date.parse(other.startsAt) < endOf(one);

/**
 * Where a student stands whose visits were kept under two records: all of them, in order of time, numbered 1, 2, 3
 * without a gap (I10). A visit that is still ahead is the last, and there is at most one.
 * @throws Refusal when both were visited at the same time, or when one still has an open visit before the other's last
 */
export function mergedVisits(
  one: StudentYear['visits'],
  other: StudentYear['visits'],
  timeOf: (visitId: string) => VisitTime,
): StudentYear['visits'] {
  for (const a of one)
    for (const b of other)
      refuseUnless(
        a.visitId !== b.visitId && !overlap(timeOf(a.visitId), timeOf(b.visitId)),
        'merge.both_visited',
      );
  const visits = [...one, ...other].sort(
    (a, b) => Date.parse(timeOf(a.visitId).startsAt) - Date.parse(timeOf(b.visitId).startsAt),
  );
  refuseUnless(
    visits.every(({ status }, index) => status === 'completed' || index === visits.length - 1),
    'merge.visit_open',
  );
  refuseUnless(visits.length <= 12, 'visit.too_many');
  return visits;
}

const weight = { not_invited: 0, invited: 1, accepted: 2, declined: 3 } as const;

/**
 * One answer out of two families' answers of a year. A decline wins (I12): a family that said no once is left alone
 * until it says otherwise. Else the answer that went furthest; of two families that were invited the one that was first,
 * so that the later mail counts as no new invitation. Wishes are the newest, and a family that asked has asked.
 */
export function mergedInvitation(kept: Invitation, gone: Invitation): Invitation {
  const first = kept.status === 'invited' && (gone.invitedAt ?? '') < (kept.invitedAt ?? '');
  const further = weight[gone.status] - weight[kept.status];
  const leading = further > 0 || (further === 0 && first) ? gone : kept;
  const wishes = [kept.wishes, gone.wishes]
    .filter((one) => one !== null)
    .sort((one, other) => (one.at < other.at ? 1 : -1));
  return {
    ...leading,
    familyId: kept.familyId,
    askedByFamily: kept.askedByFamily || gone.askedByFamily,
    wishes: wishes[0] ?? null,
  };
}

/** The household after both are one: who asked to be left alone is left alone. */
export function mergedFamily(kept: Family, gone: Family): Family {
  return {
    ...kept,
    language: kept.language ?? gone.language,
    doNotContact: kept.doNotContact || gone.doNotContact,
  };
}

/**
 * @throws Refusal when a family would have declined, or would be left alone, with a visit still arranged: nobody stands
 * at that door.
 */
export function requireNoArrangedVisit(
  { doNotContact }: Pick<Family, 'doNotContact'>,
  invitation: Pick<Invitation, 'status'> | undefined,
  standings: readonly Pick<StudentYear, 'visits'>[],
): void {
  const arranged = standings.some(({ visits }) => visits.some(({ status }) => status === 'scheduled'));
  refuseUnless(invitation?.status !== 'declined' || !arranged, 'merge.declined');
  refuseUnless(!doNotContact || !arranged, 'family.visit_scheduled');
}

/**
 * True when one household must not reach an adult of this name. Two whom rosters name stay two entries when households
 * become one, and the other entry must not be the way around: custody is not to be guessed at.
 */
export const unreachableElsewhere = (
  { name }: Pick<Guardian, 'name'>,
  others: readonly Pick<Guardian, 'name' | 'noContact'>[],
): boolean => others.some((one) => one.noContact && foldedName(one.name) === foldedName(name));

/**
 * One adult out of two entries: what a person wrote stays (I42), what only the roster knows fills the gaps, and whoever
 * must not be reached is not reached.
 */
export function mergedAdult<G extends Guardian & { readonly roster?: object | undefined }>(
  kept: G,
  gone: G,
): G {
  const [byHand, other] = gone.roster === undefined ? [gone, kept] : [kept, gone];
  const roster = kept.roster ?? gone.roster;
  return {
    ...kept,
    name: byHand.name,
    email: byHand.email ?? other.email,
    phone: byHand.phone ?? other.phone,
    prefers: byHand.prefers ?? other.prefers,
    noContact: kept.noContact || gone.noContact,
    ...(roster === undefined ? {} : { roster }),
  };
}

/**
 * Hopes that were written for both records of a student. Withdrawn words are gone for good and take nothing with them;
 * two that are shared stand together, the earlier first.
 * @throws Refusal when they are too long to stand together: nothing of them is ever cut off
 */
export function mergedHopes(kept: Hopes, gone: Hopes): Hopes {
  if (gone.status === 'withdrawn') return kept;
  if (kept.status === 'withdrawn') return { ...gone, familyId: kept.familyId, studentId: kept.studentId };
  const [first, second] = kept.writtenAt <= gone.writtenAt ? [kept, gone] : [gone, kept];
  const words = first.words === second.words ? first.words : `${first.words}\n\n${second.words}`;
  refuseUnless(words.length <= 600, 'merge.hopes_too_long');
  return { ...second, familyId: kept.familyId, studentId: kept.studentId, words };
}

/**
 * One day out of two families' days.
 * @throws Refusal when both were to be visited at the same time
 */
export function mergedDay(kept: DayBook, gone: DayBook): DayBook {
  for (const a of gone.appointments)
    for (const b of othersThan(gone, kept))
      refuseUnless(a.until <= b.from || b.until <= a.from, 'merge.both_visited');
  return unitedDay(kept, gone);
}

/** The same once the merge is done: both appointments are facts, whatever came to stand beside them meanwhile. */
export function unitedDay(kept: DayBook, gone: DayBook): DayBook {
  const others = othersThan(gone, kept);
  const appointments = [...others, ...gone.appointments].sort((a, b) => (a.from < b.from ? -1 : 1));
  return { ...kept, appointments };
}

const othersThan = (gone: DayBook, kept: DayBook) =>
  kept.appointments.filter((one) => !gone.appointments.some(({ visitId }) => visitId === one.visitId));
