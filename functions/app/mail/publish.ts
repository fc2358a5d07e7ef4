import { outboxMessage } from '#functions/data/entities/outbox.ts';
import { read } from '#functions/data/entity.ts';
import type { StreamChange } from '#functions/data/stream-record.ts';
import { TaskBody } from '#shared/domain/outbox/model.ts';
import type { MailJob, TaskJob } from './jobs.ts';

export interface PublishDeps {
  readonly mail: { send(jobs: readonly MailJob[]): Promise<void> };
  readonly tasks: { send(jobs: readonly TaskJob[]): Promise<void> };
}

/**
 * Hands a new outbox row on: the row was written in the transaction of the change it follows from, so what is
 * published happened. Publishing twice is harmless, because whoever takes the job looks at the row first.
 */
export async function publish(deps: PublishDeps, change: StreamChange): Promise<void> {
  if (change.after === undefined || change.before !== undefined) return;
  const { messageId, body } = read(outboxMessage, change.after);
  const { districtId } = change;
  if (TaskBody.safeParse(body).success) return deps.tasks.send([{ districtId, messageId }]);
  if (districtId === null) throw new TypeError('mail is sent on behalf of a district only');
  return deps.mail.send([{ kind: 'message', districtId, messageId }]);
}
