import type { UseCase } from '#functions/app/use-case.ts';
import { cancellationOf } from '#functions/app/visits/cancel-in.ts';
import { readSettings } from '#functions/data/settings.ts';
import { refuseUnless } from '#shared/domain/refusal.ts';
import { openPage } from './open-page.ts';
import { ownVisit } from './own-visit.ts';

/** The family cancels one visit, without a reason; it may arrange another. Twice is once. */
export const cancelAsFamily: UseCase<'cancelAsFamily'> = async ({ table }, context, { params }) => {
  const page = await openPage(table, context, readSettings(table));
  const file = await ownVisit(table, page, params.visitId);
  const said = { said: 'cancelled' as const };
  if (file.visit.status === 'cancelled') return said;
  refuseUnless(file.visit.startsAt > context.now, 'visit.answer_too_late');
  const because = { side: 'family', reason: 'not_asked', by: 'family', at: context.now } as const;
  const cancelled = await cancellationOf(table, page.settings, file, 'cancelled', because);
  const work = table.begin('visit.cancelled', params.visitId);
  cancelled.addTo(work, 'with standings');
  return work.commit(said);
};
