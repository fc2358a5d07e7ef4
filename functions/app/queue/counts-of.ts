import type { FairQueue } from '#shared/domain/queue/fair-queue.ts';

/** How many families are in each part of a queue. */
export const countsOf = ({ next, waiting, visiting, leftOut }: FairQueue) => ({
  next: next.length,
  waiting: waiting.length,
  visiting: visiting.length,
  leftOut,
});
