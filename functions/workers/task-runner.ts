import { CognitoIdentityProviderClient } from '@aws-sdk/client-cognito-identity-provider';
import { cognitoAccounts } from '#functions/adapters/cognito-accounts.ts';
import { TaskJob } from '#functions/app/mail/jobs.ts';
import { runTask } from '#functions/app/tasks/run-task.ts';
import { Table } from '#functions/data/table.ts';
import { clientConfig, ownClient, tableName } from '#functions/platform/connections.ts';
import { readEnv } from '#functions/platform/env.ts';
import { log } from '#functions/platform/logger.ts';
import { districtOpener, queueHandler } from '#functions/platform/worker.ts';

const accounts = cognitoAccounts(
  new CognitoIdentityProviderClient(clientConfig),
  readEnv('userPool').USER_POOL_ID,
);
const open = districtOpener('task-runner');

export const handler = queueHandler(async (body, now) => {
  const job = TaskJob.parse(body);
  const office = new Table(ownClient, tableName(), now);
  const openDistrict = (districtId: string) => open(districtId, now);
  const kind = await runTask({ office, accounts, openDistrict }, job);
  if (kind !== null)
    log.info('TASK_DONE', {
      subject: job.messageId,
      kind,
      ...(job.districtId === null ? {} : { district: job.districtId }),
    });
});
