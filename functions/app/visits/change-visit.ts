import { rulesOn } from '#functions/app/district-rules.ts';
import { requireRev } from '#functions/app/require-rev.ts';
import type { UseCase } from '#functions/app/use-case.ts';
import { loadStandings } from '#functions/data/repositories/visits.ts';
import { readSettings } from '#functions/data/settings.ts';
import { changeVisit as decide, leadOf } from '#shared/domain/visit/change.ts';
import { DayBooks, whoseHour } from './day-books.ts';
import { keepStandings, keepVisit } from './keep-visit.ts';
import { requireVisitToChange } from './require-visit.ts';
import { schoolNamesFor } from './school-names.ts';
import { namedTeam, requireNear, visitorsOn } from './team-of.ts';
import { tellTeam } from './tell.ts';
import { visitView } from './visit-view.ts';

/** Another time, place or team for a visit that is still to come; whoever it concerns is asked again. */
export const changeVisit: UseCase<'changeVisit'> = async ({ table }, context, { params, body }) => {
  const file = await requireVisitToChange(table, context, params.visitId);
  const { visit } = file;
  requireRev(visit, body.rev, 'visit');
  const settings = await readSettings(table);
  const { year, policy } = rulesOn(settings, body.date);
  const [standings, team, schoolNames] = await Promise.all([
    loadStandings(table, visit),
    visitorsOn(table, namedTeam(leadOf(visit).personId, body), body.date),
    schoolNamesFor(table, body),
  ]);
  const known = new Set(visit.team.map(({ personId }) => personId));
  requireNear(
    context,
    team.filter(({ personId }) => !known.has(personId)),
    standings.map(({ schoolId }) => schoolId),
  );
  const after = decide(visit, body, {
    now: context.now,
    by: context.personId,
    year,
    settings: policy,
    schoolNames,
    students: standings,
    team,
  });

  const hours = await DayBooks.open(
    table,
    [...whoseHour(visit), ...whoseHour(after.visit)],
    [visit.localDate, after.visit.localDate],
  );
  for (const owner of whoseHour(visit)) hours.release(owner, visit);
  hours.book(whoseHour(after.visit), after.visit, context.personId);

  const work = table.begin('visit.changed', visit.visitId);
  const kept = keepVisit(work, file, after.visit);
  keepStandings(work, standings, after.students);
  hours.keep(work);
  tellTeam(work, visit, after.visit, context.personId);
  return work.commit(visitView(context, kept, [], []));
};
