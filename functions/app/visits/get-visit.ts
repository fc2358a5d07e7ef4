import type { UseCase } from '#functions/app/use-case.ts';
import { requireVisit } from './require-visit.ts';
import { visitView } from './visit-view.ts';

/** A visit with its team, who has reflected, what the family said, and the reader's claim: one Query. */
export const getVisit: UseCase<'getVisit'> = async ({ table }, context, { params }) => {
  const { visit, reflections, claims, feedback } = await requireVisit(table, context, params.visitId);
  const view = visitView(context, visit, reflections, claims);
  return feedback === undefined ? view : { ...view, feedback };
};
