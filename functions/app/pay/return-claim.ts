import { requireRev } from '#functions/app/require-rev.ts';
import type { UseCase } from '#functions/app/use-case.ts';
import { claim as claimEntity, reminder } from '#functions/data/entities/visits.ts';
import { returnClaim as decide } from '#shared/domain/claim/transitions.ts';
import { remindersOfReturnedClaim } from '#shared/domain/reminder/planning.ts';
import { loadClaimToDecide } from './claim-file.ts';

/** Sends a claim back with words that say why; its reminders are planned anew. */
export const returnClaim: UseCase<'returnClaim'> = async ({ table }, context, { params, body }) => {
  const { claim, reminders, reminderSettings } = await loadClaimToDecide(table, context, params);
  requireRev(claim, body.rev, 'claim');
  const returned = decide(claim, context.personId, body.reason);
  const work = table.begin('claim.returned', claim.visitId);
  const kept = work.update(claimEntity, claim, returned);
  const planned = remindersOfReturnedClaim({
    claim: returned,
    existing: reminders,
    settings: reminderSettings,
    now: context.now,
  });
  for (const one of planned) work.create(reminder, one);
  return work.commit(kept);
};
