import { rulesOn } from '#functions/app/district-rules.ts';
import { notFound } from '#functions/app/errors.ts';
import { requireRev } from '#functions/app/require-rev.ts';
import { reachesSchool } from '#functions/app/row-scope.ts';
import type { UseCase } from '#functions/app/use-case.ts';
import { reminder } from '#functions/data/entities/visits.ts';
import { loadStandings, loadVisit } from '#functions/data/repositories/visits.ts';
import { readSettings } from '#functions/data/settings.ts';
import type { UnitOfWork } from '#functions/data/unit-of-work.ts';
import { remindersOfCancellation } from '#shared/domain/reminder/planning.ts';
import { approveLate } from '#shared/domain/visit/complete.ts';
import { refuseLate } from '#shared/domain/visit/late.ts';
import type { Visit } from '#shared/domain/visit/model.ts';
import { dropVisit } from '#shared/domain/visit/numbering.ts';
import { DayBooks, whoseHour } from './day-books.ts';
import { keepCompletion } from './keep-completion.ts';
import { keepStandings, keepVisit } from './keep-visit.ts';
import { visitorsOf } from './team-of.ts';
import { visitView } from './visit-view.ts';

/** Somebody outside the team approves a late entry, and the visit took place; or does not, and it never was (I8). */
export const decideLateVisit: UseCase<'decideLateVisit'> = async ({ table }, context, { params, body }) => {
  const file = await loadVisit(table, params.visitId);
  if (file === undefined || !reachesSchool(context, 'visit:approve_late', [file.visit.schoolId]))
    throw notFound('visit');
  const { visit } = file;
  requireRev(visit, body.rev, 'visit');
  const { now, personId } = context;
  const [settings, students] = await Promise.all([readSettings(table), loadStandings(table, visit)]);
  if (body.decision === 'refused') {
    const after = refuseLate(visit, personId, now);
    const hours = await DayBooks.open(table, whoseHour(visit), [visit.localDate]);
    for (const owner of whoseHour(visit)) hours.release(owner, visit);
    const work = table.begin('visit.late_refused', visit.visitId);
    const kept = keepVisit(work, file, after);
    const standings = students.map((student) => dropVisit(student, visit.visitId));
    keepStandings(work, students, standings);
    const of = rulesOn(settings, visit.localDate).reminders;
    for (const one of remindersOfCancellation({ visit: after, students: standings, settings: of, now }))
      work.create(reminder, one);
    hours.keep(work);
    tellDecision(work, after);
    return work.commit(visitView(context, kept, [], []));
  }
  const { policy, fund, reminders } = rulesOn(settings, visit.localDate);
  const completed = approveLate(visit, personId, {
    now,
    present: visit.team.map((member) => member.personId),
    actualMinutes: visit.actualMinutes ?? visit.minutes,
    team: await visitorsOf(table, visit),
    settings: policy,
    fund,
    years: settings.schoolYears,
    students,
  });
  const work = table.begin('visit.late_approved', visit.visitId);
  tellDecision(work, completed.visit);
  return keepCompletion(work, context, file, students, completed, reminders);
};

/** The team waits for this: until then the visit neither counted nor could be reflected on. */
function tellDecision(work: UnitOfWork, { visitId, team }: Visit): void {
  for (const { personId } of team) work.message({ kind: 'visit_late_decided', personId, visitId });
}
