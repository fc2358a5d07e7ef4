import * as z from 'zod';
import { FamilyId, PersonId, VisitId } from '../ids.ts';
import { refuseUnless } from '../refusal.ts';
import { Instant, LocalDate } from '../time/local-date.ts';
import { localDateOf } from '../time/zoned.ts';
import type { Visit } from './model.ts';

const Appointment = z.object({ visitId: VisitId, from: Instant, until: Instant });

/**
 * The visits of one person, or of one family, on one local day. Whoever arranges a visit changes this row at the
 * revision that was read: two tabs or two people can never put two visits into one hour.
 */
export const DayBook = z.object({
  owner: z.union([PersonId, FamilyId]),
  day: LocalDate,
  appointments: z.array(Appointment).max(20),
});
export type DayBook = z.infer<typeof DayBook>;

type Booked = Pick<Visit, 'visitId' | 'startsAt' | 'minutes'>;

/** The instant at which a visit is planned to end, UTC. */
export const endOf = ({ startsAt, minutes }: Pick<Visit, 'startsAt' | 'minutes'>): string =>
  new Date(Date.parse(startsAt) + minutes * 60_000).toISOString();

/** A day without a visit. */
export const emptyDay = (owner: string, day: string): DayBook => ({ owner, day, appointments: [] });

/**
 * The day with the visit in it; a visit that is in it already is moved.
 * @throws Refusal `visit.person_busy` or `visit.family_busy` when another visit overlaps.
 */
export function booked<B extends DayBook>(book: B, visit: Booked): B {
  const own = { visitId: visit.visitId, from: visit.startsAt, until: endOf(visit) };
  const others = book.appointments.filter(({ visitId }) => visitId !== visit.visitId);
  refuseUnless(
    others.every(({ from, until }) => until <= own.from || own.until <= from),
    FamilyId.safeParse(book.owner).success ? 'visit.family_busy' : 'visit.person_busy',
  );
  return { ...book, appointments: [...others, own].sort((a, b) => (a.from < b.from ? -1 : 1)) };
}

/** The day without the visit. */
export function released<B extends DayBook>(book: B, visitId: string): B {
  return { ...book, appointments: book.appointments.filter((one) => one.visitId !== visitId) };
}

/** @throws Refusal when a visit would last past midnight, where nobody is visited. */
export function requireWithinDay(
  visit: Pick<Visit, 'startsAt' | 'minutes' | 'localDate' | 'timeZone'>,
): void {
  const lastMinute = endOf({ ...visit, minutes: visit.minutes - 1 });
  refuseUnless(localDateOf(lastMinute, visit.timeZone) === visit.localDate, 'visit.past_midnight');
}
