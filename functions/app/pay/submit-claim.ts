import { requireRev } from '#functions/app/require-rev.ts';
import type { UseCase } from '#functions/app/use-case.ts';
import { claim as claimEntity, reminder } from '#functions/data/entities/visits.ts';
import { submitClaim as decide } from '#shared/domain/claim/transitions.ts';
import { remindersSettledByClaim } from '#shared/domain/reminder/settling.ts';
import { loadClaim } from './claim-file.ts';

/** Sends one's own claim for approval when it is payable (I23), and settles its reminders. */
export const submitClaim: UseCase<'submitClaim'> = async ({ table }, context, { params, body }) => {
  const { claim, facts, reminders } = await loadClaim(table, params.visitId, context.personId);
  requireRev(claim, body.rev, 'claim');
  const work = table.begin('claim.submitted', claim.visitId);
  const kept = work.update(claimEntity, claim, decide(claim, facts));
  for (const settled of remindersSettledByClaim(reminders, claim)) work.update(reminder, settled, settled);
  return work.commit(kept);
};
