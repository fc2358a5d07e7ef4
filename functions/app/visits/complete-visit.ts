import { rulesOn } from '#functions/app/district-rules.ts';
import { requireRev } from '#functions/app/require-rev.ts';
import type { UseCase } from '#functions/app/use-case.ts';
import { loadStandings } from '#functions/data/repositories/visits.ts';
import { readSettings } from '#functions/data/settings.ts';
import { completeVisit as decide } from '#shared/domain/visit/complete.ts';
import { keepCompletion } from './keep-completion.ts';
import { requireVisitToChange } from './require-visit.ts';
import { visitorsOf } from './team-of.ts';

/** Logs that a visit took place: reflections and claims are owed from here on, and reminders planned. */
export const completeVisit: UseCase<'completeVisit'> = async ({ table }, context, { params, body }) => {
  const file = await requireVisitToChange(table, context, params.visitId);
  const { visit } = file;
  requireRev(visit, body.rev, 'visit');
  const [settings, students, team] = await Promise.all([
    readSettings(table),
    loadStandings(table, visit),
    visitorsOf(table, visit),
  ]);
  const { policy, fund, reminders } = rulesOn(settings, visit.localDate);
  const { now } = context;
  const { present, actualMinutes } = body;
  const years = settings.schoolYears;
  const completed = decide(visit, {
    now,
    present,
    actualMinutes,
    team,
    settings: policy,
    fund,
    years,
    students,
  });
  const work = table.begin('visit.completed', visit.visitId);
  return keepCompletion(work, context, file, students, completed, reminders);
};
