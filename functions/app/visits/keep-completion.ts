import type { TenantContext } from '#functions/app/context.ts';
import { claim, reflection, reminder } from '#functions/data/entities/visits.ts';
import type { Kept } from '#functions/data/entity.ts';
import type { VisitFile } from '#functions/data/repositories/visits.ts';
import type { UnitOfWork } from '#functions/data/unit-of-work.ts';
import type { Answer } from '#shared/contract/client.ts';
import type { StudentYear } from '#shared/domain/family/model.ts';
import { type ReminderSettings, remindersOfCompletion } from '#shared/domain/reminder/planning.ts';
import type { CompletedVisit } from '#shared/domain/visit/complete.ts';
import { keepStandings, keepVisit } from './keep-visit.ts';
import { visitView } from './visit-view.ts';

/** Writes a visit that took place, with what follows: reflections owed, claims, and the reminders of both. */
export function keepCompletion(
  work: UnitOfWork,
  context: TenantContext,
  file: VisitFile,
  standings: readonly Kept<StudentYear>[],
  completed: CompletedVisit,
  settings: ReminderSettings,
): Promise<Answer<'getVisit'>> {
  const kept = keepVisit(work, file, completed.visit);
  keepStandings(work, standings, completed.students);
  const reflections = completed.reflections.map((owed) => work.create(reflection, owed));
  const claims = completed.claims.map((line) => work.create(claim, line));
  for (const one of remindersOfCompletion({ ...completed, settings, now: context.now }))
    work.create(reminder, one);
  const { familyId, visitId } = completed.visit;
  work.message({ kind: 'tell_family', familyId, news: { kind: 'family_visit_confirm', visitId } });
  return work.commit(visitView(context, kept, reflections, claims));
}
