import { notAllowed } from '#functions/app/errors.ts';
import { reachesSchool } from '#functions/app/row-scope.ts';
import type { UseCase } from '#functions/app/use-case.ts';
import { placement } from '#functions/data/entities/people.ts';
import { readAll } from '#functions/data/entity.ts';
import { keys } from '#functions/data/keys.ts';

/** Whom one can ask to come along, the willing first: name, certificate and whether they take part, nothing else. */
export const listColleagues: UseCase<'listColleagues'> = async (
  { table },
  context,
  { params: { schoolId }, query },
) => {
  if (!reachesSchool(context, 'colleague:read', [schoolId])) throw notAllowed();
  const page = await table.queryPage(
    { index: 'gsi1', pk: keys.schoolPeople(context.districtId, schoolId) },
    query,
  );
  const others = readAll(placement, page.items).filter(({ personId }) => personId !== context.personId);
  const willingFirst = [
    ...others.filter(({ willing }) => willing),
    ...others.filter(({ willing }) => !willing),
  ];
  return { items: willingFirst, cursor: page.cursor };
};
