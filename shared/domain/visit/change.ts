import type { SchoolYear } from '../district/model.ts';
import type { StudentYear } from '../family/model.ts';
import type { PolicySettings } from '../policy/model.ts';
import { refuseUnless } from '../refusal.ts';
import { scheduledIfReady } from './answer.ts';
import type { TeamMember, Visit } from './model.ts';
import { addVisit, dropVisit } from './numbering.ts';
import { asked, type PlannedVisit, requireSeason, timeAndPlace, type VisitPlan } from './propose.ts';
import { nextWord } from './sequence.ts';
import { moveTo } from './states.ts';
import { requireTeamToVisit, type Visitor } from './team.ts';

export interface ChangeFacts {
  readonly now: string;
  /** Who changes it: whoever it is has agreed to it by that. */
  readonly by: string;
  /** The year and policy that hold the new day. */
  readonly year: SchoolYear;
  readonly settings: PolicySettings;
  /** Names of the district's schools, when the place is to be a neutral one (I9). */
  readonly schoolNames: readonly string[];
  /** Where the visited students stand. */
  readonly students: readonly StudentYear[];
  /** The team as it is to be, the lead first. */
  readonly team: readonly Visitor[];
}

/**
 * Another time, place or team. A new time or place is asked of everybody again, a new member is asked, and whoever
 * had said yes to an unchanged time has still said yes. Calendars follow the raised sequence.
 * @throws Refusal
 */
export function changeVisit(visit: Visit, plan: VisitPlan, facts: ChangeFacts): PlannedVisit {
  const status = moveTo(visit.status, 'change');
  const { settings, year } = facts;
  // A visit that had begun when the family said no is logged or called off, and moved to no other day (I12).
  refuseUnless(!facts.students.some(({ invitation }) => invitation === 'declined'), 'family.declined');
  refuseUnless(!facts.students.some(({ doNotContact }) => doNotContact), 'family.do_not_contact');
  refuseUnless(year.year === visit.year, 'visit.other_year');
  const next = timeAndPlace(plan, { ...facts, timeZone: visit.timeZone });
  refuseUnless(next.startsAt > facts.now, 'visit.in_the_past');
  refuseUnless(facts.team[0]?.personId === leadOf(visit).personId, 'visit.lead_stays');
  requireTeamToVisit(facts.team, settings, plan.date);

  const moved =
    next.startsAt !== visit.startsAt ||
    next.minutes !== visit.minutes ||
    next.type !== visit.type ||
    next.place !== visit.place;
  const team = facts.team.map((visitor, index) => memberAfter(visit, visitor, index === 0, moved, facts.by));
  const numbered = facts.students.map((student) =>
    addVisit(dropVisit(student, visit.visitId), visit.visitId, plan.date),
  );
  requireSeason(
    year,
    plan.date,
    numbered.map(({ number }) => number),
  );
  const proposed: Visit = {
    ...visit,
    ...next,
    status,
    team,
    scheduledAt: null,
    otherTimeAskedAt: moved ? null : visit.otherTimeAskedAt,
    ...nextWord(visit),
  };
  return {
    visit: scheduledIfReady(proposed, facts.now),
    students: numbered.map(({ student }) => student),
  };
}

function memberAfter(visit: Visit, visitor: Visitor, lead: boolean, moved: boolean, by: string): TeamMember {
  const before = visit.team.find(({ personId }) => personId === visitor.personId);
  const fresh = asked(visitor, lead);
  if (visitor.personId === by) return { ...fresh, answer: 'yes' };
  if (before !== undefined && !moved && before.as === fresh.as) return { ...fresh, answer: before.answer };
  return { ...fresh, answer: 'asked' };
}

/** Who leads the visit. */
export function leadOf(visit: Pick<Visit, 'team'>): TeamMember {
  const lead = visit.team.find((member) => member.lead) ?? visit.team[0];
  refuseUnless(lead !== undefined, 'visit.team_too_small');
  return lead;
}
