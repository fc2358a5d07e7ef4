import * as z from 'zod';
import { FamilyId, PersonId, VisitId } from '../ids.ts';
import { refuseUnless } from '../refusal.ts';
import { Instant, LocalDate } from '../time/local-date.ts';
import { localDateOf } from '../time/zoned.ts';
import type { TeamMember, Visit } from './model.ts';

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

/** True when another visit of the day lies in the hour of this one. */
export function isTaken({ appointments }: DayBook, visit: Booked): boolean {
  return appointments.some(
    ({ visitId, from, until }) => visitId !== visit.visitId && from < endOf(visit) && visit.startsAt < until,
  );
}

/** The day with the visit in it; a visit that is in it already is moved. */
export function booked<B extends DayBook>(book: B, visit: Booked): B {
  const own = { visitId: visit.visitId, from: visit.startsAt, until: endOf(visit) };
  const others = book.appointments.filter(({ visitId }) => visitId !== visit.visitId);
  return { ...book, appointments: [...others, own].sort((a, b) => (a.from < b.from ? -1 : 1)) };
}

/**
 * Refuses while somebody has another visit in that hour, and says who: colleagues by name, since whoever arranges a
 * visit chose them; the reader as “you”; the family as the family.
 * @param busy ids of the people and the family that have another visit
 * @throws Refusal `visit.you_busy`, `visit.person_busy` or `visit.family_busy`
 */
export function refuseBusy(
  busy: readonly string[],
  team: readonly Pick<TeamMember, 'personId' | 'name'>[],
  asker: string,
): void {
  const people = team.filter(({ personId }) => busy.includes(personId));
  const names = people.map(({ name }) => name);
  refuseUnless(people.length === 0 || people.some(({ personId }) => personId !== asker), 'visit.you_busy');
  refuseUnless(people.length === 0, 'visit.person_busy', names);
  refuseUnless(busy.length === people.length, 'visit.family_busy');
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
