import { todayIn } from '#functions/app/district-rules.ts';
import { changedMeanwhile, notFound } from '#functions/app/errors.ts';
import { requireFamily } from '#functions/app/families/record-invitation.ts';
import { forgetful } from '#functions/app/letters/letter-of.ts';
import type { UseCase } from '#functions/app/use-case.ts';
import { family } from '#functions/data/entities/families.ts';
import { hopes } from '#functions/data/entities/hopes.ts';
import { keys } from '#functions/data/keys.ts';
import { readSettings } from '#functions/data/settings.ts';
import { newestYear } from '#shared/domain/district/school-year.ts';
import { hopesByStaff } from '#shared/domain/hopes/change.ts';
import type { Hopes } from '#shared/domain/hopes/model.ts';
import { refuseUnless } from '#shared/domain/refusal.ts';

/**
 * Writes down what the family hopes for, after the first visit; from the family's own change on it is the family's.
 * The words lie in their own row and nowhere else, so that the family can take them back (I20): no answer is kept under
 * the request's key, and a repeat finds what it wrote itself.
 */
export const writeHopes: UseCase<'writeHopes'> = async ({ table }, context, { params, body }) => {
  const { familyId, studentId } = params;
  const settings = await readSettings(table);
  const year = newestYear(settings.schoolYears, todayIn(settings, context.now));
  refuseUnless(year !== null, 'year.none');
  const file = await requireFamily(table, context, 'hopes:write', familyId, year.year);
  const standing = file.standings.find((one) => one.studentId === studentId);
  if (standing === undefined) throw notFound('student');
  refuseUnless(standing.visits[0]?.status === 'completed', 'hopes.before_first');
  const pk = keys.family(context.districtId, familyId);
  const before = await table.get(hopes, { pk, sk: keys.hopes(year.year, studentId) });
  const { words } = body;
  const { personId, now } = context;
  if (before !== undefined && before.rev === body.rev + 1 && wroteThis(before, words, personId))
    return before;
  if ((before?.rev ?? 0) !== body.rev) throw changedMeanwhile('page');

  const about = { familyId, studentId, year: year.year };
  const after = hopesByStaff(about, before, { words, personId, now });
  const work = forgetful(table).begin('hopes.written', familyId);
  // A family that became one with another in this moment is no place for them any more.
  work.unchanged(family, file.family);
  return work.commit(before === undefined ? work.create(hopes, after) : work.update(hopes, before, after));
};

const wroteThis = (hopes: Hopes, words: string, personId: string): boolean =>
  hopes.status === 'shared' &&
  hopes.changedByFamilyAt === null &&
  hopes.words === words &&
  hopes.writtenBy === personId;
