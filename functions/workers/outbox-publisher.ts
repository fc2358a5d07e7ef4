import { sqsQueue } from '#functions/adapters/sqs-queue.ts';
import type { MailJob, TaskJob } from '#functions/app/mail/jobs.ts';
import { publish } from '#functions/app/mail/publish.ts';
import { readStreamRecord } from '#functions/data/stream-record.ts';
import { clientConfig } from '#functions/platform/connections.ts';
import { readEnv } from '#functions/platform/env.ts';
import { streamHandler } from '#functions/platform/worker.ts';

const urls = readEnv('queues');
const deps = {
  mail: sqsQueue<MailJob>(urls.MAIL_QUEUE_URL, clientConfig),
  tasks: sqsQueue<TaskJob>(urls.TASK_QUEUE_URL, clientConfig),
};

export const handler = streamHandler((record) => publish(deps, readStreamRecord(record)));
