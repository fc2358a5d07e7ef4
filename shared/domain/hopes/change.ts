import { refuseDutyWords } from '../duty-words/refuse-duty.ts';
import { refuseUnless } from '../refusal.ts';
import type { Hopes } from './model.ts';

interface ByStaff {
  readonly words: string;
  readonly personId: string;
  readonly now: string;
}

/**
 * Educators write the hopes down after the first visit, or edit what they wrote. The family reads them on its page, so
 * they hold no word of duty (I15).
 * @throws Refusal also once the family has corrected or withdrawn them: from then on they are the family's own words.
 */
export function hopesByStaff(
  about: Pick<Hopes, 'familyId' | 'studentId' | 'year'>,
  before: Hopes | undefined,
  { words, personId, now }: ByStaff,
): Hopes {
  refuseUnless(before?.status !== 'withdrawn', 'hopes.withdrawn');
  refuseUnless(before === undefined || before.changedByFamilyAt === null, 'hopes.family_wrote');
  refuseDutyWords(words);
  const { familyId, studentId, year } = about;
  return {
    familyId,
    studentId,
    year,
    words,
    writtenBy: personId,
    writtenAt: now,
    changedByFamilyAt: null,
    status: 'shared',
  };
}

/** The family puts its hopes into its own words; this also shares withdrawn ones again. */
export const correctedByFamily = (hopes: Hopes, words: string, now: string): Hopes => ({
  ...hopes,
  words,
  changedByFamilyAt: now,
  status: 'shared',
});

/** The family takes its hopes back: the words are gone, that there were some stays, so that nobody asks again. */
export const withdrawnByFamily = (hopes: Hopes, now: string): Hopes => ({
  ...hopes,
  words: '',
  changedByFamilyAt: now,
  status: 'withdrawn',
});
