import type { PolicySettings } from '../policy/model.ts';
import { refuseUnless } from '../refusal.ts';
import { addDays } from '../time/zoned.ts';
import type { Visit } from '../visit/model.ts';
import { afterEvent } from '../visit/states.ts';
import type { Reflection } from './model.ts';

/**
 * The day on which an author is asked how it went: so many days after writing, or after the first day of school when
 * that is still to come, since nothing can be tried in class before. Null when school has ended by then and there is no
 * class left in which to have tried it.
 */
export function lookBackDay(
  today: string,
  { lookBackDays }: Pick<PolicySettings, 'lookBackDays'>,
  { firstDay, lastDay }: { readonly firstDay: string; readonly lastDay: string },
): string | null {
  const day = addDays(today > firstDay ? today : firstDay, lookBackDays);
  return day <= lastDay ? day : null;
}

/**
 * The author wrote or edited the reflection: it is done, and the words are kept under a version of their own (I19).
 * The day of the look back is set by the first writing and stays.
 */
export function written(
  reflection: Reflection,
  as: { readonly together: boolean; readonly lookBackOn: string | null },
): Reflection {
  return {
    ...reflection,
    status: 'done',
    version: reflection.version + 1,
    together: as.together,
    lookBackOn: reflection.status === 'owed' ? as.lookBackOn : reflection.lookBackOn,
  };
}

/**
 * A colleague's words that were written together become the own reflection as well: still one author each (I18).
 * @throws Refusal when the own one is written already, or the colleague has not offered the words.
 */
export function takenOver(
  own: Reflection,
  offered: Reflection | undefined,
  lookBackOn: string | null,
): Reflection {
  refuseUnless(own.status === 'owed', 'reflection.already_written');
  refuseUnless(offered !== undefined && isOfferedTo(offered, own), 'reflection.not_offered');
  return written(own, { together: true, lookBackOn });
}

/** True when a colleague's reflection about the same student may be read and taken over by the author of `own`. */
export const isOfferedTo = (other: Reflection, own: Reflection): boolean =>
  own.status === 'owed' &&
  other.status === 'done' &&
  other.together &&
  other.personId !== own.personId &&
  other.visitId === own.visitId &&
  other.studentId === own.studentId;

/**
 * The author says how it went: another version with the same words (I19).
 * @throws Refusal before the reflection is written.
 */
export function lookedBack(reflection: Reflection, now: string): Reflection {
  refuseUnless(reflection.status === 'done', 'reflection.not_written');
  return { ...reflection, version: reflection.version + 1, lookedBackAt: now };
}

/** So long after its day the question is still asked, in days; later it would only be a reproach. */
const lookBackWaits = 60;

/** True while the author is asked how it went. */
export function asksToLookBack(reflection: Reflection, today: string): boolean {
  const { status, lookBackOn, lookedBackAt } = reflection;
  return (
    status === 'done' &&
    lookedBackAt === null &&
    lookBackOn !== null &&
    lookBackOn <= today &&
    today <= addDays(lookBackOn, lookBackWaits)
  );
}

/** The visit after one of its reflections was written: closed with the last one it owed, otherwise as it was. */
export function afterReflection(visit: Visit, reflections: readonly Reflection[], now: string): Visit {
  const next = afterEvent(visit.status, 'last_reflection');
  if (next === null || reflections.some(({ status }) => status === 'owed')) return visit;
  return { ...visit, status: next, closedAt: now };
}
