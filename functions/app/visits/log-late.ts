import { rulesOn } from '#functions/app/district-rules.ts';
import { requireRev } from '#functions/app/require-rev.ts';
import type { UseCase } from '#functions/app/use-case.ts';
import { readSettings } from '#functions/data/settings.ts';
import { writeDownLate } from '#shared/domain/visit/late.ts';
import { DayBooks, whoseHour } from './day-books.ts';
import { keepVisit } from './keep-visit.ts';
import { requireVisitToChange } from './require-visit.ts';
import { visitorsOf } from './team-of.ts';
import { visitView } from './visit-view.ts';

/** A proposal took place although not everybody had said yes in time: it waits for an approval (I8). */
export const logLate: UseCase<'logLate'> = async ({ table }, context, { params, body }) => {
  const file = await requireVisitToChange(table, context, params.visitId);
  const { visit } = file;
  requireRev(visit, body.rev, 'visit');
  const [settings, team, hours] = await Promise.all([
    readSettings(table),
    visitorsOf(table, visit),
    DayBooks.open(table, [...visit.team.map(({ personId }) => personId), visit.familyId], [visit.localDate]),
  ]);
  const { policy } = rulesOn(settings, visit.localDate);
  const after = writeDownLate(visit, false, {
    now: context.now,
    by: context.personId,
    reason: body.reason,
    present: body.present,
    actualMinutes: body.actualMinutes,
    team,
    settings: policy,
  });
  for (const owner of whoseHour(visit)) hours.release(owner, visit);
  hours.book(whoseHour(after), after, context.personId);

  const work = table.begin('visit.written_down_late', visit.visitId);
  const kept = keepVisit(work, file, after);
  hours.keep(work);
  return work.commit(visitView(context, kept, [], []));
};
