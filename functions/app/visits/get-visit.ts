import type { UseCase } from '#functions/app/use-case.ts';
import { requireVisit } from './require-visit.ts';
import { visitView } from './visit-view.ts';

/** A visit with its team, who has reflected, and the reader's claim: one Query. */
export const getVisit: UseCase<'getVisit'> = async ({ table }, context, { params }) => {
  const { visit, reflections, claims } = await requireVisit(table, context, params.visitId);
  return visitView(context, visit, reflections, claims);
};
