import { keepFollowing, loadPerson } from '#functions/app/people/keep-person.ts';
import type { UseCase } from '#functions/app/use-case.ts';
import { person } from '#functions/data/entities/people.ts';
import { tidyFreeTimes } from '#shared/domain/time/tidy-free-times.ts';

/** The languages one speaks with families, and when one is usually free: only the person sets them. */
export const setFreeTimes: UseCase<'setFreeTimes'> = async ({ table }, { personId }, { body }) => {
  const before = await loadPerson(table, personId);
  const { rev: _, ...me } = before.person;
  const wanted = { languages: [...new Set(body.languages)], freeTimes: tidyFreeTimes(body.freeTimes) };
  const after = { ...me, ...wanted };
  const work = table.begin('free_times.set', personId);
  work.update(person, before.person, after);
  keepFollowing(work, before, after);
  return work.commit(wanted);
};
