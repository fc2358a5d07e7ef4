import type { PolicySettings } from '../policy/model.ts';
import { refuseUnless } from '../refusal.ts';
import { addDays, localDateOf } from '../time/zoned.ts';
import type { EndedBecause, Visit } from './model.ts';
import { moveTo } from './states.ts';
import { requireTeamThatVisited, type Visitor } from './team.ts';

/** A visit can be written down this many days after it took place. */
export const lateEntryDays = 60;

export interface LateFacts {
  readonly now: string;
  readonly by: string;
  readonly reason: string;
  readonly present: readonly string[];
  readonly actualMinutes: number;
  /** Those of the team, with roles and certificates of the visit's day. */
  readonly team: readonly Visitor[];
  readonly settings: PolicySettings;
}

/**
 * A visit that took place without having been scheduled here: it counts only once somebody outside its team
 * approves it (I8). `visit` is a proposal whose time has passed, or one just made of what is written down.
 * @throws Refusal
 */
export function writeDownLate(visit: Visit, isNew: boolean, facts: LateFacts): Visit {
  const status = moveTo(isNew ? null : visit.status, 'write_down_late');
  refuseUnless(visit.startsAt <= facts.now, 'visit.not_started');
  const oldest = addDays(localDateOf(facts.now, visit.timeZone), -lateEntryDays);
  refuseUnless(visit.localDate >= oldest, 'visit.too_long_ago');
  refuseUnless(new Set(facts.present).size === facts.present.length, 'visit.team_repeats');
  const present = facts.team.filter(({ personId }) => facts.present.includes(personId));
  refuseUnless(present.length === facts.present.length, 'visit.present_not_in_team');
  requireTeamThatVisited(present, facts.settings, visit.localDate);
  const team = visit.team.filter(({ personId }) => facts.present.includes(personId));
  const leadCame = team.some(({ lead }) => lead);
  return {
    ...visit,
    status,
    scheduledAt: null,
    team: team.map((member, index) => ({
      ...member,
      lead: leadCame ? member.lead : index === 0,
      answer: 'yes',
    })),
    actualMinutes: facts.actualMinutes,
    late: { reason: facts.reason, by: facts.by, at: facts.now, decidedBy: null, decidedAt: null },
  };
}

/**
 * Somebody outside the team decided on a late entry (I8).
 * @throws Refusal `visit.late_own` for anybody of the team or the one who wrote it down.
 */
export function decided(visit: Visit, by: string, now: string): NonNullable<Visit['late']> {
  refuseUnless(visit.late !== null && visit.status === 'awaiting_approval', 'visit.not_waiting');
  const own = visit.late.by === by || visit.team.some(({ personId }) => personId === by);
  refuseUnless(!own, 'visit.late_own');
  return { ...visit.late, decidedBy: by, decidedAt: now };
}

/** A late entry that was not approved never was a visit. */
export function refuseLate(visit: Visit, by: string, now: string): Visit {
  const late = decided(visit, by, now);
  const ended: EndedBecause = { side: 'other', reason: 'other', by, at: now };
  return { ...visit, status: moveTo(visit.status, 'refuse'), late, ended, actualMinutes: null };
}
