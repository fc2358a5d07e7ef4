import { requireRev } from '#functions/app/require-rev.ts';
import type { UseCase } from '#functions/app/use-case.ts';
import { readSettings } from '#functions/data/settings.ts';
import { cancellationOf } from './cancel-in.ts';
import { requireVisitToChange } from './require-visit.ts';
import { visitView } from './visit-view.ts';

/** Cancels a visit, or records that nobody was there; the team's calendars follow a cancellation. */
export const cancelVisit: UseCase<'cancelVisit'> = async ({ table }, context, { params, body }) => {
  const file = await requireVisitToChange(table, context, params.visitId);
  requireRev(file.visit, body.rev, 'visit');
  const because = { side: body.side, reason: body.reason, by: context.personId, at: context.now };
  const cancelled = await cancellationOf(table, await readSettings(table), file, body.outcome, because);
  const work = table.begin(`visit.${cancelled.visit.status}`, file.visit.visitId);
  const kept = cancelled.addTo(work, 'with standings');
  return work.commit(visitView(context, kept, [], []));
};
