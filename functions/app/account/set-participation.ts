import { keepFollowing, loadPerson } from '#functions/app/people/keep-person.ts';
import type { UseCase } from '#functions/app/use-case.ts';
import { person } from '#functions/data/entities/people.ts';

/**
 * One's own yes or no to taking part (CP1). There is no route by which anybody answers for somebody else. Visits
 * that are already planned stay: whoever no longer wants to come says so for each of them.
 */
export const setParticipation: UseCase<'setParticipation'> = async (
  { table },
  { personId, now },
  { body: { answer } },
) => {
  const before = await loadPerson(table, personId);
  const { rev: _, ...me } = before.person;
  if (me.participation?.answer === answer) return { participation: me.participation };
  const participation = { answer, since: now };
  const after = { ...me, participation };
  const work = table.begin('participation.answered', personId);
  work.update(person, before.person, after);
  keepFollowing(work, before, after);
  return work.commit({ participation });
};
