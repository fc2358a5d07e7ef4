import type { UseCase } from '#functions/app/use-case.ts';
import { readSettings } from '#functions/data/settings.ts';
import { acceptedByFamily } from '#shared/domain/family/answer-by-family.ts';
import { notInvited } from '#shared/domain/family/invitation.ts';
import { keepAnswer } from './keep-answer.ts';
import { openPage } from './open-page.ts';
import { wishesOf } from './wishes-of.ts';

/** The family would like a visit, invited or not, and says what would suit it; or it says so anew. */
export const acceptAsFamily: UseCase<'acceptAsFamily'> = async ({ table }, context, { query, body }) => {
  const { file } = await openPage(table, context, readSettings(table));
  const { familyId } = file.family;
  const before = file.invitation ?? notInvited(familyId, file.link.year);
  const after = acceptedByFamily(file.family, before, await wishesOf(table, body));
  const again = before.status === 'accepted';
  const work = table.begin(again ? 'family.wishes_changed' : 'family.accepted', familyId);
  keepAnswer(work, file, { invitation: after, doNotContact: false, language: query.lang });
  return work.commit({ said: again ? ('wishes' as const) : ('accepted' as const) });
};
