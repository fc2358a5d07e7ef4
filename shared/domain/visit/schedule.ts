import type { SchoolYear } from '../district/model.ts';
import { beforeFirstDay } from '../district/school-year.ts';
import type { InvitationStatus, StudentYear } from '../family/model.ts';
import type { PolicySettings, VisitType } from '../policy/model.ts';
import { refuseUnless } from '../refusal.ts';
import { instantAt } from '../time/zoned.ts';
import { memberLines } from './members.ts';
import type { Visit, VisitMember } from './model.ts';
import { addVisit } from './numbering.ts';
import { requireTeamToVisit, type Visitor } from './team.ts';

export interface VisitRequest {
  readonly familyId: string;
  readonly studentIds: readonly string[];
  /** Wall-clock day and time in the district's zone. */
  readonly date: string;
  readonly time: string;
  readonly minutes: number;
  readonly type: VisitType;
  readonly place: string | null;
}

export interface ScheduleFacts {
  readonly visitId: string;
  readonly now: string;
  readonly timeZone: string;
  /** The year and policy that hold the visit's day. */
  readonly year: SchoolYear;
  readonly settings: PolicySettings;
  readonly invitation: InvitationStatus;
  /** Where each student of the family stands in that year. */
  readonly students: readonly StudentYear[];
  /** The school the visit counts for. */
  readonly schoolId: string;
  readonly lead: Visitor;
  readonly partners: readonly Visitor[];
}

export interface ScheduledVisit {
  readonly visit: Visit;
  readonly members: VisitMember[];
  /** The chosen students with the visit in their standing. */
  readonly students: StudentYear[];
}

/**
 * Decides whether a visit can be arranged, and what it then is: an appointment in advance (CP1, I8) of a
 * certified pair (I6, I7), of an allowed kind (I9), with a family that said yes, numbered per student (I10).
 * @throws Refusal
 */
export function scheduleVisit(request: VisitRequest, facts: ScheduleFacts): ScheduledVisit {
  const { settings, year } = facts;
  refuseUnless(facts.invitation !== 'declined', 'family.declined');
  refuseUnless(facts.invitation === 'accepted', 'visit.family_not_accepted');
  const place = placeOf(request, settings);

  const startsAt = instantAt(request.date, request.time, facts.timeZone);
  refuseUnless(startsAt !== null, 'visit.time_skipped');
  refuseUnless(startsAt > facts.now, 'visit.in_the_past');

  const team = [facts.lead, ...facts.partners];
  requireTeamToVisit(team, settings, request.date);

  const numbered = chosenStudents(request, facts).map((student) =>
    addVisit(student, facts.visitId, request.date),
  );
  refuseUnless(
    request.date >= year.secondVisitFrom || numbered.every(({ number }) => number === 1),
    'visit.before_second_season',
  );

  const visit: Visit = {
    visitId: facts.visitId,
    familyId: request.familyId,
    schoolId: facts.schoolId,
    year: year.year,
    status: 'scheduled',
    type: request.type,
    place,
    startsAt,
    minutes: request.minutes,
    timeZone: facts.timeZone,
    localDate: request.date,
    students: numbered.map(({ student, number }) => ({
      studentId: student.studentId,
      givenName: student.givenName,
      number,
    })),
    team: team.map(({ personId, name }, index) => ({ personId, name, lead: index === 0 })),
    scheduledAt: facts.now,
    sequence: 0,
    completedAt: null,
    actualMinutes: null,
    beforeSchoolStarts: beforeFirstDay(year, request.date),
  };
  return { visit, members: memberLines(visit), students: numbered.map(({ student }) => student) };
}

/** I9, and a home address can never slip into the place of a visit. */
function placeOf({ type, place }: VisitRequest, settings: PolicySettings): string | null {
  const named = place === null || place === '' ? null : place;
  refuseUnless(settings.visitTypes.includes(type), 'visit.type_not_allowed');
  refuseUnless(type !== 'neutral' || named !== null, 'visit.place_missing');
  refuseUnless(type === 'neutral' || named === null, 'visit.place_not_kept');
  return named;
}

/** I14: several students of one household, each once. */
function chosenStudents(request: VisitRequest, facts: ScheduleFacts): StudentYear[] {
  refuseUnless(new Set(request.studentIds).size === request.studentIds.length, 'visit.student_repeated');
  return request.studentIds.map((studentId) => {
    const student = facts.students.find((one) => one.studentId === studentId);
    refuseUnless(
      student !== undefined && student.familyId === request.familyId && student.year === facts.year.year,
      'visit.student_not_in_family',
    );
    return student;
  });
}
