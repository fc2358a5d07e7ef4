import type { Claim } from '../claim/model.ts';
import type { Certificate } from '../person/model.ts';
import type { Reflection } from '../reflection/model.ts';
import type { Reminder } from './model.ts';

/*
 * Which planned reminders a change makes needless. To settle is to write the row back with status `settled`; its `due`
 * index entry goes away with that.
 */

/**
 * The planned reminders of a visit that one person's reflection about one student settles, as they are to be written
 * back: writing it settles what asked for it, looking back settles what asked how it went.
 */
export function remindersSettledByReflection<R extends Reminder>(
  reminders: readonly R[],
  { studentId, personId, lookedBackAt }: Pick<Reflection, 'studentId' | 'personId' | 'lookedBackAt'>,
): R[] {
  return reminders
    .filter(
      (reminder) =>
        reminder.status === 'planned' &&
        (reminder.rule === 'reflection_due' || (reminder.rule === 'look_back' && lookedBackAt !== null)) &&
        reminder.studentId === studentId &&
        reminder.personId === personId,
    )
    .map((reminder) => ({ ...reminder, status: 'settled' }));
}

/** The planned reminders of a visit that one person's submitted claim settles, as they are to be written back. */
export function remindersSettledByClaim<R extends Reminder>(
  reminders: readonly R[],
  claim: Pick<Claim, 'personId'>,
): R[] {
  return reminders
    .filter(
      (reminder) =>
        reminder.status === 'planned' &&
        reminder.rule === 'claim_due' &&
        reminder.personId === claim.personId,
    )
    .map((reminder) => ({ ...reminder, status: 'settled' }));
}

/** The planned warnings of certificates that a newer one takes the place of, as they are to be written back. */
export function remindersSettledByCertificate<R extends Reminder>(
  reminders: readonly R[],
  { expiresOn }: Certificate,
): R[] {
  return reminders
    .filter(
      (reminder) =>
        reminder.status === 'planned' &&
        reminder.rule === 'certificate_expires' &&
        reminder.expiresOn !== expiresOn,
    )
    .map((reminder) => ({ ...reminder, status: 'settled' }));
}
