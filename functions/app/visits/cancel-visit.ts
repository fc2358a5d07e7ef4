import { rulesOn } from '#functions/app/district-rules.ts';
import { requireRev } from '#functions/app/require-rev.ts';
import type { UseCase } from '#functions/app/use-case.ts';
import { studentYear } from '#functions/data/entities/families.ts';
import { reminder, visit as visitEntity, visitMember } from '#functions/data/entities/visits.ts';
import { loadStandings } from '#functions/data/repositories/visits.ts';
import { readSettings } from '#functions/data/settings.ts';
import { remindersOfCancellation } from '#shared/domain/reminder/planning.ts';
import { cancelVisit as decide } from '#shared/domain/visit/cancel.ts';
import { requireVisit } from './require-visit.ts';
import { visitView } from './visit-view.ts';

/** Cancels a visit, or records that nobody was there; the team's calendars follow a cancellation. */
export const cancelVisit: UseCase<'cancelVisit'> = async ({ table }, context, { params, body }) => {
  const { visit, members } = await requireVisit(table, context, params.visitId);
  requireRev(visit, body.rev, 'visit');
  const [settings, standings] = await Promise.all([readSettings(table), loadStandings(table, visit)]);
  const { reminders } = rulesOn(settings, visit.localDate);
  const cancelled = decide(visit, standings, body.outcome, context.now);

  const { visitId, sequence, status } = cancelled.visit;
  const work = table.begin(`visit.${status}`, visitId);
  const kept = work.update(visitEntity, visit, cancelled.visit);
  for (const before of members) {
    const after = cancelled.members.find(({ personId }) => personId === before.personId);
    if (after !== undefined) work.update(visitMember, before, after);
    if (status === 'cancelled')
      work.message({ kind: 'visit_cancelled', personId: before.personId, visitId, sequence });
  }
  for (const before of standings) {
    const after = cancelled.students.find(({ studentId }) => studentId === before.studentId);
    if (after !== undefined) work.update(studentYear, before, after);
  }
  const prompts = remindersOfCancellation({ visit: cancelled.visit, settings: reminders, now: context.now });
  for (const prompt of prompts) work.create(reminder, prompt);
  return work.commit(visitView(context, kept, [], []));
};
