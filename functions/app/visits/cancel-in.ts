import { rulesOn } from '#functions/app/district-rules.ts';
import { reminder } from '#functions/data/entities/visits.ts';
import type { Kept } from '#functions/data/entity.ts';
import { loadStandings, type VisitFile } from '#functions/data/repositories/visits.ts';
import type { Settings } from '#functions/data/settings.ts';
import type { DistrictTable } from '#functions/data/tables.ts';
import type { UnitOfWork } from '#functions/data/unit-of-work.ts';
import type { StudentYear } from '#shared/domain/family/model.ts';
import { remindersOfCancellation } from '#shared/domain/reminder/planning.ts';
import { cancelVisit } from '#shared/domain/visit/cancel.ts';
import type { EndedBecause, Visit } from '#shared/domain/visit/model.ts';
import { DayBooks, whoseHour } from './day-books.ts';
import { keepStandings, keepVisit } from './keep-visit.ts';
import { tellTeam } from './tell.ts';

export interface Cancellation {
  readonly visit: Visit;
  readonly students: readonly StudentYear[];
  /** Adds everything that follows to a command; where the caller writes the standings itself, without them. */
  readonly addTo: (work: UnitOfWork, standings: 'with standings' | 'without standings') => Kept<Visit>;
}

/**
 * Prepares that a visit does not take place: by somebody of the team, or by the family, which may decline everything
 * in the same step. Whoever cancels several visits in one step opens their `hours` together and keeps them itself,
 * since a transaction writes each day book once.
 * @throws Refusal
 */
export async function cancellationOf(
  table: DistrictTable,
  settings: Settings,
  file: VisitFile,
  outcome: 'cancelled' | 'no_show',
  because: EndedBecause,
  together?: DayBooks,
): Promise<Cancellation> {
  const [standings, hours] = await Promise.all([
    loadStandings(table, file.visit),
    together ?? DayBooks.open(table, whoseHour(file.visit), [file.visit.localDate]),
  ]);
  const { visit, students } = cancelVisit(file.visit, standings, outcome, because);
  const { reminders } = rulesOn(settings, visit.localDate);
  const prompts = remindersOfCancellation({ visit, students, settings: reminders, now: because.at });
  return {
    visit,
    students,
    addTo: (work, which) => {
      const kept = keepVisit(work, file, visit);
      if (which === 'with standings') keepStandings(work, standings, students);
      for (const owner of whoseHour(file.visit)) hours.release(owner, file.visit);
      if (together === undefined) hours.keep(work);
      for (const prompt of prompts) work.create(reminder, prompt);
      tellTeam(work, file.visit, visit, because.by);
      return kept;
    },
  };
}
