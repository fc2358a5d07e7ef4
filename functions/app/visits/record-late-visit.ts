import { rulesOn } from '#functions/app/district-rules.ts';
import type { UseCase } from '#functions/app/use-case.ts';
import { readSettings } from '#functions/data/settings.ts';
import { writeDownLate } from '#shared/domain/visit/late.ts';
import { plannedVisit } from '#shared/domain/visit/propose.ts';
import { DayBooks, whoseHour } from './day-books.ts';
import { keepStandings, keepVisit } from './keep-visit.ts';
import { loadProposal } from './load-proposal.ts';
import { visitView } from './visit-view.ts';

/** A visit that took place and was never arranged here: it waits for the approval of somebody else (I8). */
export const recordLateVisit: UseCase<'recordLateVisit'> = async ({ table, newId }, context, { body }) => {
  const settings = await readSettings(table);
  const rules = rulesOn(settings, body.date);
  const { family, facts } = await loadProposal(table, context, settings, rules, body);
  const planned = plannedVisit(body, { ...facts, visitId: newId('vis') });
  const visit = writeDownLate(planned.visit, true, {
    now: context.now,
    by: context.personId,
    reason: body.reason,
    present: planned.visit.team.map(({ personId }) => personId),
    actualMinutes: body.minutes,
    team: facts.team,
    settings: rules.policy,
  });
  const hours = await DayBooks.open(table, whoseHour(visit), [visit.localDate]);
  hours.book(whoseHour(visit), visit, context.personId);

  const work = table.begin('visit.written_down_late', visit.visitId);
  const kept = keepVisit(work, null, visit);
  keepStandings(work, family.standings, planned.students);
  hours.keep(work);
  return work.commit(visitView(context, kept, [], []));
};
