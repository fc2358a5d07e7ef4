import { rulesOn, todayIn } from '#functions/app/district-rules.ts';
import { changedMeanwhile } from '#functions/app/errors.ts';
import { withMailProblems } from '#functions/app/households/mail-problems.ts';
import type { UseCase } from '#functions/app/use-case.ts';
import { readSettings } from '#functions/data/settings.ts';
import { readersOf } from '#shared/domain/announcement/reach.ts';
import { answer, invite, notInvited } from '#shared/domain/family/invitation.ts';
import { refuseUnless } from '#shared/domain/refusal.ts';
import { recordInvitation, requireFamily } from './record-invitation.ts';

/**
 * Records that a family of one's school was invited, and what it said if it answered at once. An invitation by e-mail
 * is sent from here, with the way to the family's own page.
 */
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
  if (body.answer === undefined && body.how === 'email') {
    const readers = await withMailProblems(table, readersOf(file.guardians));
    // An invitation that reaches nobody would leave the family among those who were asked.
    refuseUnless(
      readers.some(({ mailProblem }) => mailProblem === null),
      'family.no_email',
    );
    const news = { kind: 'family_invited', year: year.year, invitedAt: context.now } as const;
    const mail = { kind: 'tell_family', familyId: params.familyId, news } as const;
    return recordInvitation(table, 'family.invited', file, invited, mail);
  }
  if (body.answer === undefined) return recordInvitation(table, 'family.invited', file, invited);
  const answered = answer(invited, body.answer, file.standings, context.now);
  return recordInvitation(table, `family.${body.answer}`, file, answered);
};
