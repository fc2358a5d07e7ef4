import { refuseUnless } from '../refusal.ts';
import type { Claim } from './model.ts';
import { type PayableFacts, requirePayable } from './payable.ts';

/** The payee sends the claim for approval. The first time counts as the day it was sent in. @throws Refusal */
export function submitClaim(claim: Claim, facts: PayableFacts): Claim {
  refuseUnless(claim.status !== 'unpaid', 'claim.unpaid');
  refuseUnless(claim.status === 'open', 'claim.not_open');
  requirePayable(claim, facts);
  return {
    ...claim,
    status: 'submitted',
    submittedAt: claim.submittedAt ?? facts.now,
    returnedBecause: null,
  };
}

/** Another person approves the claim (I24), when it is still payable (I23). @throws Refusal */
export function approveClaim(claim: Claim, approver: string, facts: PayableFacts): Claim {
  refuseUnless(claim.personId !== approver, 'claim.own');
  refuseUnless(claim.status === 'submitted', 'claim.not_submitted');
  requirePayable(claim, facts);
  return { ...claim, status: 'approved', approvedBy: approver, approvedAt: facts.now };
}

/** Another person sends the claim back with words that say why (I24). @throws Refusal */
export function returnClaim(claim: Claim, approver: string, because: string): Claim {
  refuseUnless(claim.personId !== approver, 'claim.own');
  refuseUnless(claim.status === 'submitted', 'claim.not_submitted');
  return { ...claim, status: 'open', returnedBecause: because };
}

/** The claim goes into a batch that never changes again (I25). @throws Refusal */
export function payClaim(claim: Claim, batchId: string): Claim {
  refuseUnless(claim.status === 'approved', 'claim.not_approved');
  return { ...claim, status: 'paid', batchId };
}
