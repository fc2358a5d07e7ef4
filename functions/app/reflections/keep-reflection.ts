import type { TenantContext } from '#functions/app/context.ts';
import { notFound } from '#functions/app/errors.ts';
import { requireRev } from '#functions/app/require-rev.ts';
import { keepVisit } from '#functions/app/visits/keep-visit.ts';
import { mayTryAgain } from '#functions/data/again-when-met.ts';
import { reflection, reflectionWords, reminder } from '#functions/data/entities/visits.ts';
import type { Kept } from '#functions/data/entity.ts';
import { loadVisit, type VisitFile } from '#functions/data/repositories/visits.ts';
import type { DistrictTable } from '#functions/data/tables.ts';
import type { Reflection, ReflectionVersion } from '#shared/domain/reflection/model.ts';
import { afterReflection } from '#shared/domain/reflection/write.ts';
import { type ReminderSettings, remindersOfReflection } from '#shared/domain/reminder/planning.ts';
import { remindersSettledByReflection } from '#shared/domain/reminder/settling.ts';
import type { About } from './own-reflection.ts';

interface Change {
  readonly about: About;
  readonly rev: number;
  /** Names the audit entry. */
  readonly event: string;
  /** Decides on what was read, without side effects: it may run again. */
  readonly decide: (
    own: Reflection,
    file: VisitFile,
  ) => Promise<{
    readonly after: Reflection;
    readonly words: Pick<ReflectionVersion, 'words' | 'lookBack' | 'takenFrom'>;
    readonly settings: ReminderSettings | null;
  }>;
}

/**
 * Writes one's own reflection: the row that counts, the words under a version of their own (I19), its reminders,
 * and, with the last one the visit owed, the closing of the visit. Whoever is not last makes sure that nobody else
 * finished meanwhile: otherwise two last ones would each take the other for late, and the visit would stay open.
 */
export async function keepReflection(
  table: DistrictTable,
  context: TenantContext,
  { about, rev, event, decide }: Change,
): Promise<{ reflection: Kept<Reflection> }> {
  for (let attempt = 1; ; attempt += 1) {
    const file = await loadVisit(table, about.visitId);
    const own = file?.reflections.find(
      (one) => one.studentId === about.studentId && one.personId === context.personId,
    );
    if (file === undefined || own === undefined) throw notFound('reflection');
    requireRev(own, rev, 'reflection');
    const { after, words, settings } = await decide(own, file);
    const others = file.reflections.filter((one) => one !== own);
    const visit = afterReflection(file.visit, [...others, after], context.now);

    const work = table.begin(event, about.visitId);
    const kept = work.update(reflection, own, after);
    const { visitId, studentId, personId, version } = kept;
    work.create(reflectionWords, { visitId, studentId, personId, version, ...words, writtenAt: context.now });
    for (const settled of remindersSettledByReflection(file.reminders, after))
      work.update(reminder, settled, settled);
    if (settings !== null)
      for (const planned of remindersOfReflection({ before: own, after, settings }))
        work.create(reminder, planned);
    if (visit !== file.visit) keepVisit(work, file, visit);
    else if (own.status === 'owed')
      for (const owed of others.filter(({ status }) => status === 'owed')) work.unchanged(reflection, owed);
    try {
      // The kept answer holds no words: they lie in their own rows and nowhere else (I20).
      return await work.commit({ reflection: kept });
    } catch (error) {
      // Colleagues may finish in the same moment; whoever comes second reads again and goes on.
      if (!(await mayTryAgain(error, attempt))) throw error;
    }
  }
}
