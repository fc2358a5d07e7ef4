import type { UseCase } from '#functions/app/use-case.ts';
import { keepVisit } from '#functions/app/visits/keep-visit.ts';
import { readSettings } from '#functions/data/settings.ts';
import { acceptedByFamily } from '#shared/domain/family/answer-by-family.ts';
import { notInvited } from '#shared/domain/family/invitation.ts';
import { refuseUnless } from '#shared/domain/refusal.ts';
import { leadOf } from '#shared/domain/visit/change.ts';
import { isAhead } from '#shared/domain/visit/states.ts';
import { keepAnswer } from './keep-answer.ts';
import { openPage } from './open-page.ts';
import { ownVisit } from './own-visit.ts';
import { wishesOf } from './wishes-of.ts';

/**
 * The family asks for another time. The visit stays where it is, so that nobody loses an hour on a misunderstanding:
 * what suits the family is written down, and whoever leads the visit sees it, gets a mail, and moves it.
 */
export const askAnotherTime: UseCase<'askAnotherTime'> = async (
  { table },
  context,
  { params, query, body },
) => {
  const page = await openPage(table, context, readSettings(table));
  const file = await ownVisit(table, page, params.visitId);
  const { visit } = file;
  refuseUnless(isAhead(visit.status), 'visit.not_scheduled');
  refuseUnless(visit.startsAt > context.now, 'visit.answer_too_late');
  const { family, link } = page.file;
  const before = page.file.invitation ?? notInvited(family.familyId, link.year);
  const invitation = acceptedByFamily(family, before, await wishesOf(table, body));
  const work = table.begin('visit.other_time_asked', visit.visitId);
  keepAnswer(work, page.file, { invitation, doNotContact: false, language: query.lang });
  keepVisit(work, file, { ...visit, otherTimeAskedAt: context.now });
  // Asked once more before anybody answered: one mail is enough.
  if (visit.otherTimeAskedAt === null)
    work.message({ kind: 'visit_other_time', personId: leadOf(visit).personId, visitId: visit.visitId });
  return work.commit({ said: 'time_asked' as const });
};
