import type { Visit, VisitMember } from './model.ts';

/** One line for each member of the team, so that a person's page needs one read. */
export function memberLines(visit: Visit): VisitMember[] {
  return visit.team.map(({ personId }) => ({
    visitId: visit.visitId,
    personId,
    schoolId: visit.schoolId,
    year: visit.year,
    familyId: visit.familyId,
    status: visit.status,
    type: visit.type,
    startsAt: visit.startsAt,
    minutes: visit.minutes,
    timeZone: visit.timeZone,
    students: visit.students,
    team: visit.team,
    otherTimeAskedAt: visit.otherTimeAskedAt,
  }));
}
