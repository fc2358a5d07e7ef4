import { rulesOn } from '#functions/app/district-rules.ts';
import { notFound } from '#functions/app/errors.ts';
import { requireRev } from '#functions/app/require-rev.ts';
import type { UseCase } from '#functions/app/use-case.ts';
import { loadPerson } from '#functions/data/repositories/people.ts';
import { readSettings } from '#functions/data/settings.ts';
import { sayNo, sayYes } from '#shared/domain/visit/answer.ts';
import { DayBooks } from './day-books.ts';
import { keepVisit } from './keep-visit.ts';
import { requireVisit } from './require-visit.ts';
import { sayNoIn } from './say-no-in.ts';
import { visitorsOf } from './team-of.ts';
import { tellTeam } from './tell.ts';
import { visitView } from './visit-view.ts';

/**
 * A partner or an interpreter says yes or no to a request. The last yes makes the visit a scheduled one; a no frees
 * the hour, and the lead hears of it.
 */
export const answerVisit: UseCase<'answerVisit'> = async ({ table }, context, { params, body }) => {
  const file = await requireVisit(table, context, params.visitId);
  const { visit } = file;
  const { personId, now } = context;
  requireRev(visit, body.rev, 'visit');
  const [settings, person, hours] = await Promise.all([
    readSettings(table),
    loadPerson(table, personId),
    DayBooks.open(table, [personId], [visit.localDate]),
  ]);
  if (person === undefined) throw notFound('visit');

  const work = table.begin(`visit.answered_${body.answer}`, visit.visitId);
  if (body.answer === 'yes') {
    const after = sayYes(visit, person, now);
    hours.book([personId], after, personId);
    tellTeam(work, visit, after, personId);
    const kept = keepVisit(work, file, after);
    hours.keep(work);
    return work.commit(visitView(context, kept, [], []));
  }
  const { policy } = rulesOn(settings, visit.localDate);
  const after = sayNo(visit, personId, { now, team: await visitorsOf(table, visit), settings: policy });
  const kept = sayNoIn(work, hours, file, after, personId);
  return work.commit(visitView(context, kept, [], []));
};
