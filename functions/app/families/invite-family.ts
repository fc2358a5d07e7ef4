import { rulesOn, todayIn } from '#functions/app/district-rules.ts';
import { changedMeanwhile } from '#functions/app/errors.ts';
import type { UseCase } from '#functions/app/use-case.ts';
import { readSettings } from '#functions/data/settings.ts';
import { answer, invite, notInvited } from '#shared/domain/family/invitation.ts';
import { recordInvitation, requireFamily } from './record-invitation.ts';

/** Records that a family of one's school was invited, and what it said if it answered at once. */
export const inviteFamily: UseCase<'inviteFamily'> = async ({ table }, context, { params, body }) => {
  const settings = await readSettings(table);
  const { year } = rulesOn(settings, todayIn(settings, context.now));
  const file = await requireFamily(table, context, 'family:invite', params.familyId, year.year);
  if ((file.invitation?.rev ?? 0) !== body.rev) throw changedMeanwhile('invitation');
  const before = file.invitation ?? notInvited(params.familyId, year.year);
  const invited = invite(file.family, before, {
    personId: context.personId,
    how: body.how,
    now: context.now,
  });
  if (body.answer === undefined) return recordInvitation(table, 'family.invited', file, invited);
  const answered = answer(invited, body.answer, file.standings, context.now);
  return recordInvitation(table, `family.${body.answer}`, file, answered);
};
