import type { Answer } from '#shared/contract/client.ts';
import { type CoverageFacts, forecast, lineAt, tenPercentLine } from '#shared/domain/coverage/forecast.ts';
import type { SchoolYear } from '#shared/domain/district/model.ts';
import type { Counts } from '#shared/domain/rollup/model.ts';
import type { Visit } from '#shared/domain/visit/model.ts';
import { isAhead, tookPlace } from '#shared/domain/visit/states.ts';

interface SchoolFacts {
  readonly counts: Counts;
  readonly goal: number | null;
  readonly visits: readonly Visit[];
  readonly year: SchoolYear;
  readonly today: string;
  readonly now: string;
}

/**
 * Coverage as the rollup counts it, so that the schools add up to the district (I43, I44); pace and what is arranged
 * come from the visits themselves. A first visit is number one of a student (I10).
 */
export function coverageOf({
  counts,
  goal,
  visits,
  year,
  today,
  now,
}: SchoolFacts): Answer<'getSchoolBoard'>['coverage'] {
  const firsts = (those: readonly Visit[]) =>
    those.flatMap(({ students, localDate }) =>
      students.filter(({ number }) => number === 1).map(({ studentId }) => ({ studentId, localDate })),
    );
  const planned = firsts(visits.filter(({ status, startsAt }) => isAhead(status) && startsAt > now));
  const facts: CoverageFacts = {
    enrolled: counts.students,
    visited: counts.visitedStudents,
    firstVisitDays: firsts(visits.filter(({ status }) => tookPlace(status))).map(
      ({ localDate }) => localDate,
    ),
    planned: new Set(planned.map(({ studentId }) => studentId)).size,
    today,
    from: year.opensOn,
    until: year.lastDay,
  };
  const seen = forecast(facts);
  return {
    enrolled: facts.enrolled,
    visited: facts.visited,
    planned: facts.planned,
    until: facts.until,
    ...seen,
    tenPercent: lineAt(tenPercentLine, facts, seen),
    goal: goal === null ? null : lineAt(goal, facts, seen),
  };
}
