/** What the stack gave up: the contents of its dead-letter queues. */
import type { QueueStore } from '#infra/local/queue-store.ts';
import type { Stack } from '#infra/local/template.ts';
import { functionsOf, mappingsOf } from '#infra/local/template-compute.ts';
import { rulesOf, schedulesOf } from '#infra/local/template-events.ts';

export interface DeadLetter {
  readonly queue: string;
  readonly messageId: string;
  readonly body: string;
}

/** Messages of every queue into which something else of the stack sends what failed. */
export const deadLettersOf = (stack: Stack, queues: QueueStore): readonly DeadLetter[] => {
  const arns = [
    ...queues.queues.map(({ redrive }) => redrive?.deadLetterArn),
    ...mappingsOf(stack, 'stream').map(({ onFailureArn }) => onFailureArn),
    ...schedulesOf(stack).map(({ target }) => target.deadLetterArn),
    ...rulesOf(stack).flatMap(({ targets }) => targets.map(({ deadLetterArn }) => deadLetterArn)),
    ...functionsOf(stack).map(({ deadLetterArn }) => deadLetterArn),
  ];
  return queues.queues
    .filter(({ arn }) => arns.includes(arn))
    .flatMap((queue) =>
      queues.peek(queue).map(({ messageId, body }) => ({ queue: queue.name, messageId, body })),
    );
};
