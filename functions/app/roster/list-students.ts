import { notFound } from '#functions/app/errors.ts';
import { reachesSchool } from '#functions/app/row-scope.ts';
import type { UseCase } from '#functions/app/use-case.ts';
import { student } from '#functions/data/entities/roster.ts';
import { readAll } from '#functions/data/entity.ts';
import { keys } from '#functions/data/keys.ts';

/** Students of a school by name, the only order there is (I13). */
export const listStudents: UseCase<'listStudents'> = async (
  { table },
  context,
  { params: { schoolId }, query: { limit, cursor } },
) => {
  if (!reachesSchool(context, 'school:read', [schoolId])) throw notFound('school');
  const range = { index: 'gsi1', pk: keys.schoolStudents(context.districtId, schoolId) } as const;
  const page = await table.queryPage(range, { limit, cursor });
  return { items: readAll(student, page.items), cursor: page.cursor };
};
