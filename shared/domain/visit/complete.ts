import { claimsOf } from '../claim/claims-of.ts';
import type { Claim } from '../claim/model.ts';
import type { Fund, SchoolYear } from '../district/model.ts';
import { holidaysOf } from '../district/school-year.ts';
import type { StudentYear } from '../family/model.ts';
import type { PolicySettings } from '../policy/model.ts';
import type { Reflection } from '../reflection/model.ts';
import { reflectionsOwed } from '../reflection/owed.ts';
import { refuseUnless } from '../refusal.ts';
import { memberLines } from './members.ts';
import type { Visit, VisitMember } from './model.ts';
import { markVisited } from './numbering.ts';
import { requireMove } from './states.ts';
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
  /** Lines of those who were there. */
  readonly members: VisitMember[];
  /** Those of the team who did not come: they owe nothing and are owed nothing. */
  readonly absent: string[];
  readonly students: StudentYear[];
  readonly reflections: Reflection[];
  readonly claims: Claim[];
}

/**
 * Logs that a visit took place, and decides what follows: a reflection for each member and student (I18, I19)
 * and a claim for each member (I21, I22). It was scheduled before it started (I8) since nothing else can be
 * scheduled, and it may be logged from its start on.
 * @throws Refusal
 */
export function completeVisit(visit: Visit, facts: CompletionFacts): CompletedVisit {
  requireMove(visit.status, 'completed');
  refuseUnless(visit.scheduledAt < visit.startsAt && visit.startsAt <= facts.now, 'visit.not_started');
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
    status: 'completed',
    // Someone leads each visit: when the lead could not come, the next in line did.
    team: team.map((member, index) => ({ ...member, lead: leadCame ? member.lead : index === 0 })),
    completedAt: facts.now,
    actualMinutes: facts.actualMinutes,
  };
  return {
    visit: completed,
    members: memberLines(completed),
    absent: visit.team.map(({ personId }) => personId).filter((id) => !facts.present.includes(id)),
    students: facts.students.map((student) => markVisited(student, visit.visitId)),
    reflections: reflectionsOwed(completed, present, facts.settings, holidaysOf(facts.years)),
    claims: claimsOf(completed, facts.settings, facts.fund),
  };
}
