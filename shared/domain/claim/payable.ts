import type { Fund } from '../district/model.ts';
import { certifiedOn } from '../person/certification.ts';
import type { Certificate } from '../person/model.ts';
import type { Reflection } from '../reflection/model.ts';
import { Refusal, type RefusalReason } from '../refusal.ts';
import { localDateOf } from '../time/zoned.ts';
import type { VisitStatus } from '../visit/model.ts';
import { tookPlace } from '../visit/states.ts';
import type { Claim } from './model.ts';

export interface PayableFacts {
  readonly visitStatus: VisitStatus;
  /** The payee's certificate that holds the visit's day; the present one when none does. */
  readonly certificate: Certificate | null;
  /** The payee's own reflections of the visit. */
  readonly reflections: readonly Pick<Reflection, 'status'>[];
  /** The district's policy of the visit's day: no pay before the reflection is done. */
  readonly reflectionBeforePay: boolean;
  /** The fund of the line, or null when the district no longer has it. */
  readonly fund: Fund | null;
  readonly now: string;
  readonly timeZone: string;
}

/** I23: every reason that stands against paying the line, in the order a person would mend them; empty means payable. */
export function reasonsAgainstPay(claim: Claim, facts: PayableFacts): RefusalReason[] {
  // Sent in by the due day once is in time for good: an approver who sends it back later makes nobody late.
  const sentInOn = localDateOf(claim.submittedAt ?? facts.now, facts.timeZone);
  const reasons: [RefusalReason, boolean][] = [
    ['claim.unpaid', claim.status === 'unpaid'],
    ['claim.visit_not_completed', !tookPlace(facts.visitStatus)],
    ['claim.not_certified', !certifiedOn(facts.certificate, claim.visitDate)],
    [
      'claim.reflection_missing',
      facts.reflectionBeforePay && facts.reflections.some(({ status }) => status !== 'done'),
    ],
    ['claim.late', sentInOn > claim.dueOn],
    ['claim.fund_closed', facts.fund === null],
  ];
  return reasons.filter(([, stands]) => stands).map(([reason]) => reason);
}

/** @throws Refusal with the first reason against paying the line (I23). */
export function requirePayable(claim: Claim, facts: PayableFacts): void {
  const [first] = reasonsAgainstPay(claim, facts);
  if (first !== undefined) throw new Refusal(first);
}
