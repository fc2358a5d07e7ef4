import { rulesOn, todayIn } from '#functions/app/district-rules.ts';
import { changedMeanwhile } from '#functions/app/errors.ts';
import type { UseCase } from '#functions/app/use-case.ts';
import { readSettings } from '#functions/data/settings.ts';
import { answer } from '#shared/domain/family/invitation.ts';
import { refuseUnless } from '#shared/domain/refusal.ts';
import { recordInvitation, requireFamily } from './record-invitation.ts';
import { withoutLateEntries } from './without-late-entries.ts';

/**
 * Records what the family answered. A decline stops its reminders without touching them: the sender reads this
 * answer again before it sends (I12, I33), so a family that reopens is prompted for again.
 */
export const recordAnswer: UseCase<'recordAnswer'> = async ({ table }, context, { params, body }) => {
  const settings = await readSettings(table);
  const { year } = rulesOn(settings, todayIn(settings, context.now));
  const file = await requireFamily(table, context, 'family:invite', params.familyId, year.year);
  refuseUnless(file.invitation !== undefined, 'family.not_invited');
  if (file.invitation.rev !== body.rev) throw changedMeanwhile('invitation');
  const toCome = await withoutLateEntries(table, file.standings);
  const answered = answer(file.invitation, body.answer, toCome, context.now);
  return recordInvitation(table, `family.${body.answer}`, file, answered);
};
