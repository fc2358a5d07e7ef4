import type { UseCase } from '#functions/app/use-case.ts';
import { familyFeedback, visit as visitEntity } from '#functions/data/entities/visits.ts';
import { readSettings } from '#functions/data/settings.ts';
import { refuseUnless } from '#shared/domain/refusal.ts';
import { hasBeen } from './family-view.ts';
import { openPage } from './open-page.ts';
import { ownVisit } from './own-visit.ts';

/** The family says that a visit took place and how it was, perhaps once more: the proof of visit. */
export const confirmVisit: UseCase<'confirmVisit'> = async ({ table }, context, { params, body }) => {
  const page = await openPage(table, context, readSettings(table));
  const { visit } = await ownVisit(table, page, params.visitId);
  refuseUnless(hasBeen(visit), 'visit.not_started');
  const work = table.begin('visit.confirmed', visit.visitId);
  const { visitId, familyId } = visit;
  const words = body.words === '' ? null : body.words;
  work.save(familyFeedback, { visitId, familyId, how: body.how, words, at: context.now });
  if (visit.confirmedAt === null) work.update(visitEntity, visit, { ...visit, confirmedAt: context.now });
  return work.commit({ said: 'confirmed' as const });
};
