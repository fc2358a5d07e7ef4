import type { Kept } from '#functions/data/entity.ts';
import type { Answer } from '#shared/contract/client.ts';
import type { Visit } from '#shared/domain/visit/model.ts';
import { isAhead, tookPlace } from '#shared/domain/visit/states.ts';

type Board = Answer<'getSchoolBoard'>;

const lineOf = ({ visitId, startsAt, timeZone, type, students }: Visit) => ({
  visitId,
  startsAt,
  timeZone,
  type,
  givenNames: students.map(({ givenName }) => givenName),
});

/** Proposals that wait for somebody, the soonest first. */
export function openRequests(visits: readonly Visit[], now: string): Board['requests'] {
  const names = ({ team }: Visit, answer: Visit['team'][number]['answer']) =>
    team.filter((member) => member.answer === answer).map(({ name }) => name);
  return visits
    .filter(({ status }) => status === 'proposed')
    .map((visit) => ({
      ...lineOf(visit),
      lead: visit.team.find(({ lead }) => lead)?.name ?? '',
      waitingFor: names(visit, 'asked'),
      saidNo: names(visit, 'no'),
      passed: visit.startsAt <= now,
    }));
}

/** Late entries that wait for somebody who was not there (I8), the oldest first. */
export function lateEntries(visits: readonly Kept<Visit>[], reader: string): Board['lateEntries'] {
  return visits.flatMap((visit) => {
    const { late, team } = visit;
    if (visit.status !== 'awaiting_approval' || late === null) return [];
    return {
      ...lineOf(visit),
      rev: visit.rev,
      team: team.map(({ name }) => name),
      minutes: visit.actualMinutes ?? visit.minutes,
      reason: late.reason,
      writtenBy: team.find(({ personId }) => personId === late.by)?.name ?? '',
      writtenAt: late.at,
      own: late.by === reader || team.some(({ personId }) => personId === reader),
    };
  });
}

/**
 * Appointments by the local month of their day; months without any between the first and the last are there too. One
 * whose time has passed without a word is neither planned any more nor known to have taken place.
 */
export function visitsByMonth(visits: readonly Visit[], now: string): Board['months'] {
  const planned = ({ status, startsAt }: Visit) => isAhead(status) && startsAt > now;
  const counted = visits.filter((visit) => tookPlace(visit.status) || planned(visit));
  const of = (month: string) => counted.filter(({ localDate }) => localDate.startsWith(month));
  return monthsOf(counted.map(({ localDate }) => localDate.slice(0, 7))).map((month) => ({
    month,
    tookPlace: of(month).filter(({ status }) => tookPlace(status)).length,
    planned: of(month).filter(planned).length,
  }));
}

/** Every month from the first to the last of these. */
function monthsOf(some: readonly string[]): string[] {
  const [first, last] = [[...some].sort()[0], [...some].sort().at(-1)];
  if (first === undefined || last === undefined) return [];
  const months = [first];
  for (let month = first; month < last; months.push(month)) {
    const [year = 0, number = 0] = month.split('-').map(Number);
    month = number === 12 ? `${year + 1}-01` : `${year}-${String(number + 1).padStart(2, '0')}`;
  }
  return months;
}
