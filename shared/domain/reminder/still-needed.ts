import type { Claim } from '../claim/model.ts';
import type { SchoolYear } from '../district/model.ts';
import type { InvitationStatus, StudentYear } from '../family/model.ts';
import type { Certificate } from '../person/model.ts';
import type { Reflection } from '../reflection/model.ts';
import { asksToLookBack } from '../reflection/write.ts';
import type { Visit } from '../visit/model.ts';
import { tookPlace } from '../visit/states.ts';
import type { Reminder, ReminderRule } from './model.ts';

/** What the sender reads again just before it sends (I33); null where there is no such record any more. */
export interface ReminderFacts {
  /** Today in the district's zone. */
  today: string;
  visit: Visit | null;
  reflection: Reflection | null;
  claim: Claim | null;
  /** The student's standing in the visit's school year. */
  studentYear: StudentYear | null;
  /** The family's answer in the visit's school year. */
  invitation: InvitationStatus;
  doNotContact: boolean;
  /** The visit's school year as it is set now. */
  schoolYear: SchoolYear | null;
  /** The reader wants seasonal prompts. */
  seasonalPrompts: boolean;
  /** The certificate the reader holds now. */
  certificate: Certificate | null;
  /** The reader held a certificate on the day of the visit the claim is about: without one it is never paid (I23). */
  certifiedThen: boolean;
  /** The reader said no to taking part in visits. */
  takesNoPart: boolean;
}

/**
 * `send` now; `settled`: nothing will ever be said; `before_season`: the season was moved, so the prompt waits
 * for its first day.
 */
export type ReminderVerdict = 'send' | 'settled' | 'before_season';

/** Seasonal prompts may be switched off by their reader, and a digest with one carries the unsubscribe link; notices of what is owed or of pay may not (I37). */
export function isSeasonal(rule: ReminderRule): boolean {
  return rule === 'second_visit' || rule === 'look_back';
}

function secondVisitVerdict(reminder: Reminder, facts: ReminderFacts): ReminderVerdict {
  const { studentYear, schoolYear, today } = facts;
  if (!facts.seasonalPrompts || !studentYear || !schoolYear) return 'settled';
  if (studentYear.studentId !== reminder.studentId) return 'settled';
  const [first, second] = studentYear.visits;
  if (first?.status !== 'completed' || second) return 'settled';
  if (today > schoolYear.secondVisitUntil) return 'settled';
  return today < schoolYear.secondVisitFrom ? 'before_season' : 'send';
}

/**
 * After its last day a claim that was never sent in cannot be, nor one of somebody who held no certificate that day: to
 * remind of it would only hurt (I23).
 */
function mayBeSentIn({ claim, today, certifiedThen }: ReminderFacts): boolean {
  return certifiedThen && claim?.status === 'open' && (today <= claim.dueOn || claim.submittedAt !== null);
}

/** A certificate was renewed, has ended, or is of no use to its holder any more: then there is nothing to warn of. */
function endsSoon({ expiresOn }: Reminder, { certificate, today, takesNoPart }: ReminderFacts): boolean {
  return !takesNoPart && certificate !== null && certificate.expiresOn === expiresOn && today <= expiresOn;
}

function lookBackWaits({ reflection, seasonalPrompts, today }: ReminderFacts): boolean {
  return seasonalPrompts && reflection !== null && asksToLookBack(reflection, today);
}

/**
 * Is there still a reason to send this reminder? A family that declined or wants no contact stops what is about the
 * family and names its child: the prompt for a second visit, the reflection and the look back (I12); what the reader
 * still owes stands on Today. The claim is about the educator's own pay and names no family,
 * so it stays. The second-visit prompt holds only while the first is completed, a second is neither scheduled,
 * completed nor declined, and the season lasts (I35).
 */
export function stillNeeded(reminder: Reminder, facts: ReminderFacts): ReminderVerdict {
  if (reminder.status !== 'planned') return 'settled';
  if (reminder.rule === 'certificate_expires') return endsSoon(reminder, facts) ? 'send' : 'settled';
  if (!facts.visit) return 'settled';
  const leftAlone =
    facts.doNotContact || facts.invitation === 'declined' || facts.studentYear?.invitation === 'declined';
  switch (reminder.rule) {
    case 'claim_due':
      return tookPlace(facts.visit.status) && mayBeSentIn(facts) ? 'send' : 'settled';
    case 'reflection_due':
      return !leftAlone && tookPlace(facts.visit.status) && facts.reflection?.status === 'owed'
        ? 'send'
        : 'settled';
    case 'look_back':
      return !leftAlone && lookBackWaits(facts) ? 'send' : 'settled';
    case 'second_visit':
      return leftAlone ? 'settled' : secondVisitVerdict(reminder, facts);
  }
}
