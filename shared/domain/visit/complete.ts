import { claimsOf } from '../claim/claims-of.ts';
import type { Claim } from '../claim/model.ts';
import type { Fund, SchoolYear } from '../district/model.ts';
import { holidaysOf } from '../district/school-year.ts';
import type { StudentYear } from '../family/model.ts';
import type { PolicySettings } from '../policy/model.ts';
import type { Reflection } from '../reflection/model.ts';
import { reflectionsOwed } from '../reflection/owed.ts';
import { refuseUnless } from '../refusal.ts';
import { localDateOf } from '../time/zoned.ts';
import { decided } from './late.ts';
import type { Visit } from './model.ts';
import { markVisited } from './numbering.ts';
import { moveTo } from './states.ts';
import { requireTeamThatVisited, type Visitor } from './team.ts';

export interface CompletionFacts {
  readonly now: string;
  readonly present: readonly string[];
  readonly actualMinutes: number;
  /** The team, with roles and certificates as they are now. */
  readonly team: readonly Visitor[];
  /** The policy and fund of the visit's local date (I21, I29). */
  readonly settings: PolicySettings;
  readonly fund: Fund;
  readonly years: readonly SchoolYear[];
  /** Where the visited students stand. */
  readonly students: readonly StudentYear[];
}

export interface CompletedVisit {
  readonly visit: Visit;
  readonly students: StudentYear[];
  readonly reflections: Reflection[];
  readonly claims: Claim[];
}

/**
 * Logs that a visit took place. It was scheduled before it started (I8), and may be logged from its start on.
 * @throws Refusal
 */
export function completeVisit(visit: Visit, facts: CompletionFacts): CompletedVisit {
  const status = moveTo(visit.status, 'log');
  refuseUnless(visit.scheduledAt !== null && visit.scheduledAt < visit.startsAt, 'visit.still_proposed');
  refuseUnless(visit.startsAt <= facts.now, 'visit.not_started');
  return whatFollows(visit, status, facts, visit.localDate);
}

/**
 * A late entry is approved by somebody outside the team, and the visit took place (I8). Claims run from this day:
 * the wait for an approval costs nobody their pay.
 * @throws Refusal
 */
export function approveLate(visit: Visit, by: string, facts: CompletionFacts): CompletedVisit {
  const late = decided(visit, by, facts.now);
  const status = moveTo(visit.status, 'approve');
  return whatFollows({ ...visit, late }, status, facts, localDateOf(facts.now, visit.timeZone));
}

/** A reflection for each visitor and student (I18, I19), and a claim for each who was there (I21, I22). */
function whatFollows(
  visit: Visit,
  status: Visit['status'],
  facts: CompletionFacts,
  claimsFrom: string,
): CompletedVisit {
  refuseUnless(new Set(facts.present).size === facts.present.length, 'visit.team_repeats');

  const present = facts.present.map((personId) => {
    const visitor = facts.team.find((member) => member.personId === personId);
    const inTeam = visit.team.some((member) => member.personId === personId);
    refuseUnless(visitor !== undefined && inTeam, 'visit.present_not_in_team');
    return visitor;
  });
  requireTeamThatVisited(present, facts.settings, visit.localDate);

  const team = visit.team.filter((member) => facts.present.includes(member.personId));
  const leadCame = team.some((member) => member.lead);
  const completed: Visit = {
    ...visit,
    status,
    // Someone leads each visit: when the lead could not come, the next in line did.
    team: team.map((member, index) => ({ ...member, lead: leadCame ? member.lead : index === 0 })),
    completedAt: facts.now,
    actualMinutes: facts.actualMinutes,
  };
  return {
    visit: completed,
    students: facts.students.map((student) => markVisited(student, visit.visitId)),
    reflections: reflectionsOwed(completed, present, facts.settings, holidaysOf(facts.years)),
    claims: claimsOf(completed, facts.settings, facts.fund, claimsFrom),
  };
}
