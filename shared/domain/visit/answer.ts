import type { Person } from '../person/model.ts';
import { takesPart } from '../person/participation.ts';
import type { PolicySettings } from '../policy/model.ts';
import { Refusal, refuseUnless } from '../refusal.ts';
import type { Visit } from './model.ts';
import { afterLeaving, nextWord } from './sequence.ts';
import { moveTo } from './states.ts';
import { everybodySaidYes, requireTeamToVisit, type Visitor } from './team.ts';

/**
 * When everybody has said yes the visit stands: from here it is scheduled (I8), and calendars follow the raised
 * sequence. Until then it is returned as it is.
 */
export function scheduledIfReady(visit: Visit, now: string): Visit {
  if (!everybodySaidYes(visit)) return visit;
  const word = nextWord(visit);
  return {
    ...visit,
    status: moveTo(visit.status, 'everybody_said_yes'),
    scheduledAt: now,
    ...word,
    stoodSince: visit.stoodSince ?? word.sequence,
  };
}

/**
 * Somebody of the team says yes, before the visit starts: whoever is asked, and the lead when another member moved it.
 * @throws Refusal
 */
export function sayYes(
  visit: Visit,
  person: Pick<Person, 'personId' | 'participation' | 'roles'>,
  now: string,
): Visit {
  requireAsked(visit, person.personId);
  refuseUnless(visit.status === 'proposed', 'visit.not_scheduled');
  refuseUnless(visit.startsAt > now, 'visit.answer_too_late');
  refuseUnless(takesPart(person), 'visit.take_part_first');
  const team = visit.team.map((one) =>
    one.personId === person.personId ? { ...one, answer: 'yes' as const } : one,
  );
  return scheduledIfReady({ ...visit, team }, now);
}

export interface NoFacts {
  readonly now: string;
  /** The team with roles and certificates as they are now. */
  readonly team: readonly Visitor[];
  readonly settings: PolicySettings;
}

/**
 * A partner or an interpreter says no, or no longer. Whoever is not needed simply leaves and the visit stands;
 * otherwise it is a proposal again, and its lead asks somebody else. Its last sequence is that of the word to the one
 * who leaves.
 * @throws Refusal
 */
export function sayNo(visit: Visit, personId: string, facts: NoFacts): Visit {
  const member = requireAsked(visit, personId);
  refuseUnless(!member.lead, 'visit.lead_stays');
  const status = moveTo(visit.status, 'say_no');
  refuseUnless(visit.startsAt > facts.now, 'visit.answer_too_late');
  const others = facts.team.filter((one) => one.personId !== personId);
  const rest = visit.team.filter((one) => one.personId !== personId);
  if (member.as === 'educator' && isEnough(others, facts.settings, visit.localDate)) {
    const without = { ...visit, status, scheduledAt: null, team: rest };
    // Nothing changed for the others: their calendars stay as they are.
    return afterLeaving(
      everybodySaidYes(without)
        ? { ...scheduledIfReady(without, facts.now), scheduledAt: visit.scheduledAt ?? facts.now }
        : without,
    );
  }
  const team = visit.team.map((one) => (one === member ? { ...one, answer: 'no' as const } : one));
  return afterLeaving({ ...visit, status, scheduledAt: null, team });
}

function requireAsked(visit: Visit, personId: string): Visit['team'][number] {
  const member = visit.team.find((one) => one.personId === personId);
  refuseUnless(member !== undefined, 'visit.not_asked');
  return member;
}

function isEnough(team: readonly Visitor[], settings: PolicySettings, day: string): boolean {
  try {
    requireTeamToVisit(team, settings, day);
    return true;
  } catch (error) {
    if (error instanceof Refusal) return false;
    throw error;
  }
}
