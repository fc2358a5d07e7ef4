import type { LinkContext } from '#functions/app/context.ts';
import { notFound } from '#functions/app/errors.ts';
import type { UseCase } from '#functions/app/use-case.ts';
import { recentSettings } from '#functions/data/settings.ts';
import type { DistrictTable } from '#functions/data/tables.ts';
import type { FamilyView } from '#shared/contract/family-view.ts';
import { familyView } from './family-view.ts';
import { openPage } from './open-page.ts';

const viewOf = async (table: DistrictTable, context: LinkContext): Promise<FamilyView> =>
  familyView(table, await openPage(table, context, recentSettings(table)));

/** The family's own page; opening it changes nothing. */
export const getFamilyPage: UseCase<'getFamilyPage'> = ({ table }, context) => viewOf(table, context);

/** The same, for one question or for the list of what is kept. */
export const getFamilyStep: UseCase<'getFamilyStep'> = ({ table }, context) => viewOf(table, context);

/** The same, for a question about one visit of the family's: one still to come may be moved, one that was is spoken of. */
export const getFamilyVisitStep: UseCase<'getFamilyVisitStep'> = async ({ table }, context, { params }) => {
  const view = await viewOf(table, context);
  const asked = params.step === 'how' ? view.past : view.ahead;
  if (!asked.some(({ visitId }) => visitId === params.visitId)) throw notFound('visit');
  return view;
};

/** The same, for the hopes of one child. */
export const getFamilyHopes: UseCase<'getFamilyHopes'> = async ({ table }, context, { params }) => {
  const view = await viewOf(table, context);
  if (!view.hopes.some(({ studentId }) => studentId === params.studentId)) throw notFound('page');
  return view;
};
