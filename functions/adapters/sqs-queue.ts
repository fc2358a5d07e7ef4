import { SendMessageBatchCommand, SQSClient } from '@aws-sdk/client-sqs';

/** A queue that takes jobs of one kind. */
export interface JobQueue<Job> {
  /** Puts every job on the queue, or throws; a job may arrive more than once. */
  send(jobs: readonly Job[]): Promise<void>;
}

/** SQS takes ten messages at a time. */
const batchSize = 10;

/** A job queue on SQS. @throws Error when the queue did not take all of a batch. */
export function sqsQueue<Job>(
  queueUrl: string,
  config: ConstructorParameters<typeof SQSClient>[0] & object,
): JobQueue<Job> {
  const client = new SQSClient(config);
  return {
    async send(jobs) {
      for (let start = 0; start < jobs.length; start += batchSize) {
        const answer = await client.send(
          new SendMessageBatchCommand({
            QueueUrl: queueUrl,
            Entries: jobs.slice(start, start + batchSize).map((job, index) => ({
              Id: String(index),
              MessageBody: JSON.stringify(job),
            })),
          }),
        );
        const failed = answer.Failed?.length ?? 0;
        if (failed > 0) throw new Error(`the queue did not take ${failed} of ${jobs.length} jobs`);
      }
    },
  };
}
