import { requireClass, standingsOf } from '#functions/app/roster/class-file.ts';
import type { UseCase } from '#functions/app/use-case.ts';
import { seedOf } from '#shared/domain/queue/fair-order.ts';
import { fairQueue } from '#shared/domain/queue/fair-queue.ts';
import { countsOf } from './counts-of.ts';

/**
 * The fair order of a class: one Query of the class, one read of its students' years. Of a family it knows the children
 * of this class; one that was visited about a brother in another class has said yes, and so comes before all others.
 */
export const getClassQueue: UseCase<'getClassQueue'> = async (
  { table },
  context,
  { params: { classId } },
) => {
  const file = await requireClass(table, context, 'queue:read', classId);
  const { year, schoolId, name } = file.class;
  const seed = seedOf(classId, year);
  const queue = fairQueue(seed, await standingsOf(table, file));
  return { classId, schoolId, name, year, seed, ...queue, counts: countsOf(queue) };
};
