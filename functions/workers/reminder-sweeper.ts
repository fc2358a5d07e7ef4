import { sqsQueue } from '#functions/adapters/sqs-queue.ts';
import type { MailJob } from '#functions/app/mail/jobs.ts';
import { sweep } from '#functions/app/mail/sweep.ts';
import { dueInHour } from '#functions/data/due-reminders.ts';
import { clientConfig, ownClient, tableName } from '#functions/platform/connections.ts';
import { readEnv } from '#functions/platform/env.ts';
import { log } from '#functions/platform/logger.ts';

const deps = {
  queue: sqsQueue<MailJob>(readEnv('mailQueue').MAIL_QUEUE_URL, clientConfig),
  dueInHour: (hour: string, until: string) => dueInHour(ownClient, tableName(), hour, until),
};

/** Woken every quarter of an hour; what a sweep missed, the next one finds. */
export async function handler(): Promise<void> {
  const started = performance.now();
  const { hours, reminders, digests, unfit } = await sweep(deps, new Date().toISOString());
  const ms = Math.round(performance.now() - started);
  log.info('SWEEP_DONE', { count: reminders, status: digests, roundTrips: hours, ms });
  if (unfit > 0) log.error('RECORD_UNKNOWN', { kind: 'reminder', count: unfit });
}
