import { requireRev } from '#functions/app/require-rev.ts';
import type { UseCase } from '#functions/app/use-case.ts';
import { claim as claimEntity } from '#functions/data/entities/visits.ts';
import { approveClaim as decide } from '#shared/domain/claim/transitions.ts';
import { loadClaimToDecide } from './claim-file.ts';

/** Approves a claim of one's reach that is still payable; nobody approves their own (I24). */
export const approveClaim: UseCase<'approveClaim'> = async ({ table }, context, { params, body }) => {
  const { claim, facts } = await loadClaimToDecide(table, context, params);
  requireRev(claim, body.rev, 'claim');
  const work = table.begin('claim.approved', claim.visitId);
  const kept = work.update(claimEntity, claim, decide(claim, context.personId, facts));
  return work.commit(kept);
};
