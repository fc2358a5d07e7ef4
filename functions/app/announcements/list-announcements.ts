import { notFound } from '#functions/app/errors.ts';
import { reachesSchool } from '#functions/app/row-scope.ts';
import type { UseCase } from '#functions/app/use-case.ts';
import { announcement } from '#functions/data/entities/schools.ts';
import { readAll } from '#functions/data/entity.ts';
import { keys } from '#functions/data/keys.ts';

/** What was written to the families of a school, the newest first: one Query. */
export const listAnnouncements: UseCase<'listAnnouncements'> = async (
  { table },
  context,
  { params: { schoolId }, query },
) => {
  if (!reachesSchool(context, 'announcement:send', [schoolId])) throw notFound('school');
  const page = await table.queryPage(
    { pk: keys.ownSchool(context.districtId, schoolId), prefix: keys.announcements, descending: true },
    query,
  );
  return { items: readAll(announcement, page.items), cursor: page.cursor };
};
