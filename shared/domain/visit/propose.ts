import type { SchoolYear } from '../district/model.ts';
import { beforeFirstDay } from '../district/school-year.ts';
import type { InvitationStatus, StudentYear } from '../family/model.ts';
import type { PolicySettings, VisitType } from '../policy/model.ts';
import { refuseUnless } from '../refusal.ts';
import { instantAt } from '../time/zoned.ts';
import { requireWithinDay } from './day-book.ts';
import type { TeamMember, Visit } from './model.ts';
import { addVisit } from './numbering.ts';
import { placeOf } from './place.ts';
import { moveTo } from './states.ts';
import { requireTeamToVisit, type Visitor } from './team.ts';

export interface VisitPlan {
  /** Wall-clock day and time in the district's zone. */
  readonly date: string;
  readonly time: string;
  readonly minutes: number;
  readonly type: VisitType;
  readonly place: string | null;
}

export interface VisitRequest extends VisitPlan {
  readonly familyId: string;
  readonly studentIds: readonly string[];
}

export interface ProposalFacts {
  readonly visitId: string;
  readonly now: string;
  readonly timeZone: string;
  /** The year and policy that hold the visit's day. */
  readonly year: SchoolYear;
  readonly settings: PolicySettings;
  /** Names of the district's schools, when the place is to be a neutral one (I9). */
  readonly schoolNames: readonly string[];
  readonly invitation: InvitationStatus;
  /** Where each student of the family stands in that year. */
  readonly students: readonly StudentYear[];
  /** The school the visit counts for. */
  readonly schoolId: string;
  /** The lead first. */
  readonly team: readonly Visitor[];
}

export interface PlannedVisit {
  readonly visit: Visit;
  /** The chosen students with the visit in their standing. */
  readonly students: StudentYear[];
}

/**
 * Decides whether a visit can be arranged, and what it then is: an appointment in advance (CP1, I8) of a
 * certified pair (I6, I7), of an allowed kind (I9), with a family that said yes, numbered per student (I10). The
 * lead has said yes by proposing; everybody else is asked.
 * @throws Refusal
 */
export function proposeVisit(request: VisitRequest, facts: ProposalFacts): PlannedVisit {
  const planned = plannedVisit(request, facts);
  refuseUnless(planned.visit.startsAt > facts.now, 'visit.in_the_past');
  requireTeamToVisit(facts.team, facts.settings, request.date);
  return planned;
}

/**
 * What holds for every visit with a family, arranged in advance or written down late: the family's yes, the kind
 * and place, the numbers and the season. The visit is `proposed`.
 * @throws Refusal
 */
export function plannedVisit(request: VisitRequest, facts: ProposalFacts): PlannedVisit {
  const { year } = facts;
  refuseUnless(!facts.students.some(({ doNotContact }) => doNotContact), 'family.do_not_contact');
  refuseUnless(facts.invitation !== 'declined', 'family.declined');
  refuseUnless(facts.invitation === 'accepted', 'visit.family_not_accepted');
  const numbered = chosenStudents(request, facts).map((student) =>
    addVisit(student, facts.visitId, request.date),
  );
  requireSeason(
    year,
    request.date,
    numbered.map(({ number }) => number),
  );
  const visit: Visit = {
    visitId: facts.visitId,
    familyId: request.familyId,
    schoolId: facts.schoolId,
    year: year.year,
    status: moveTo(null, 'propose'),
    ...timeAndPlace(request, facts),
    students: numbered.map(({ student, number }) => ({
      studentId: student.studentId,
      givenName: student.givenName,
      number,
    })),
    team: facts.team.map((visitor, index) => asked(visitor, index === 0)),
    scheduledAt: null,
    sequence: 0,
    lastSequence: 0,
    stoodSince: null,
    completedAt: null,
    closedAt: null,
    late: null,
    ended: null,
    confirmedAt: null,
    otherTimeAskedAt: null,
    actualMinutes: null,
  };
  return { visit, students: numbered.map(({ student }) => student) };
}

/** A member who was just named: the lead has said yes by it, everybody else is asked (CP1). */
export const asked = ({ personId, name, as }: Visitor, lead: boolean): TeamMember => ({
  personId,
  name,
  lead,
  as,
  answer: lead ? 'yes' : 'asked',
});

/**
 * When and where, as the visit keeps it.
 * @throws Refusal when the clock skips that time, the day ends before the visit, or the place is none (I9).
 */
export function timeAndPlace(
  plan: VisitPlan,
  facts: Pick<ProposalFacts, 'year' | 'settings' | 'timeZone' | 'schoolNames'>,
): Pick<Visit, 'type' | 'place' | 'startsAt' | 'minutes' | 'timeZone' | 'localDate' | 'beforeSchoolStarts'> {
  const { year, timeZone } = facts;
  const place = placeOf(plan, facts);
  const startsAt = instantAt(plan.date, plan.time, timeZone);
  refuseUnless(startsAt !== null, 'visit.time_skipped');
  const when = { startsAt, minutes: plan.minutes, timeZone, localDate: plan.date };
  requireWithinDay(when);
  return { type: plan.type, place, ...when, beforeSchoolStarts: beforeFirstDay(year, plan.date) };
}

/**
 * Second visits wait for their season; the first may be at any time of the year. The season's end stops prompts (I35),
 * and no family that would like its second visit a week later. @throws Refusal
 */
export function requireSeason(year: SchoolYear, date: string, numbers: readonly number[]): void {
  refuseUnless(
    date >= year.secondVisitFrom || numbers.every((number) => number === 1),
    'visit.before_second_season',
  );
}

/** I14: several students of one household, each once. */
function chosenStudents(request: VisitRequest, facts: ProposalFacts): StudentYear[] {
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
