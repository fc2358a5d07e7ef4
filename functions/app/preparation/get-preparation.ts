import { hopesOf } from '#functions/app/hopes/hopes-of.ts';
import type { UseCase } from '#functions/app/use-case.ts';
import { requireVisit } from '#functions/app/visits/require-visit.ts';
import { familyWants } from '#functions/data/entities/visits.ts';
import { keys } from '#functions/data/keys.ts';

/** With what a later visit opens: the hopes of the first, and what the family would like to talk about. */
export const getPreparation: UseCase<'getPreparation'> = async ({ table }, context, { params }) => {
  const { visit } = await requireVisit(table, context, params.visitId);
  const pk = keys.visit(context.districtId, visit.visitId);
  const [kept, wants] = await Promise.all([
    hopesOf(table, visit.familyId, visit.year),
    table.get(familyWants, { pk, sk: keys.word.familyWants }),
  ]);
  return {
    students: visit.students.map(({ studentId, givenName }) => ({
      studentId,
      givenName,
      hopes: kept.get(studentId) ?? null,
    })),
    familyWants: wants ?? null,
    rev: wants?.rev ?? 0,
  };
};
