import type { Grant, Statement } from './statement.ts';

/** Take on one district, named by the session's tag. */
export const tenantData = (table: { readonly name: string }, roleArn: string): Grant => ({
  statements: [
    { sid: 'TakeOnOneDistrict', actions: ['sts:AssumeRole', 'sts:TagSession'], resources: [roleArn] },
  ],
  environment: { TABLE_NAME: table.name, TENANT_ROLE_ARN: roleArn },
});

interface QueueTarget {
  readonly queueArn: string;
  readonly queueUrl: string;
}

/** Put messages on a queue whose address the function reads from `variable`. */
export const sendTo = (
  queue: QueueTarget,
  sid: string,
  variable: 'MAIL_QUEUE_URL' | 'TASK_QUEUE_URL',
): Grant => ({
  statements: [{ sid, actions: ['sqs:SendMessage'], resources: [queue.queueArn] }],
  environment: { [variable]: queue.queueUrl },
});

/** What Lambda itself needs, with the function's role, to set a poisoned record aside. */
export const setAside = (queueArn: string): Statement => ({
  sid: 'SetAside',
  actions: ['sqs:SendMessage'],
  resources: [queueArn],
});

/** What Lambda itself needs, with the function's role, to feed it from a queue. */
export const consume = (queueArn: string): Statement => ({
  sid: 'TakeMessages',
  actions: [
    'sqs:ReceiveMessage',
    'sqs:DeleteMessage',
    'sqs:ChangeMessageVisibility',
    'sqs:GetQueueAttributes',
  ],
  resources: [queueArn],
});

/** The bucket of rosters and payroll files as policies see it. */
export interface FilesTarget {
  readonly name: string;
  readonly arn: string;
}
const inFolder = (
  bucket: FilesTarget,
  folder: 'rosters' | 'exports',
  sid: string,
  actions: readonly string[],
): Grant => ({
  statements: [
    {
      sid,
      actions,
      resources: [`${bucket.arn}/${folder}/*`],
      wildcard: `Objects of the folder ${folder}/, whose names are not known before.`,
    },
  ],
  environment: { FILES_BUCKET: bucket.name },
});

/** Sign the form by which a browser uploads a roster; the signer's own right is what the form may do. */
export const rosterUpload = (bucket: FilesTarget): Grant =>
  inFolder(bucket, 'rosters', 'SignRosterUpload', ['s3:PutObject']);

export const rosterRead = (bucket: FilesTarget): Grant =>
  inFolder(bucket, 'rosters', 'ReadRosters', ['s3:GetObject']);

/** Write a payroll file and sign the link by which it is fetched. */
export const payFiles = (bucket: FilesTarget): Grant =>
  inFolder(bucket, 'exports', 'KeepPayFiles', ['s3:PutObject', 's3:GetObject']);

/** Send mail from the product's own domain, through the configuration set that reports back. */
export const sendMail = (mail: {
  readonly identityArn: string;
  readonly configurationSetArn: string;
  readonly configurationSetName: string;
  readonly from: string;
}): Grant => ({
  statements: [
    {
      sid: 'SendMail',
      actions: ['ses:SendRawEmail'],
      resources: [mail.identityArn, mail.configurationSetArn],
    },
  ],
  environment: { MAIL_FROM: mail.from, MAIL_CONFIGURATION_SET: mail.configurationSetName },
});

/** Open accounts. Nothing here reads or sets a password. */
export const accounts = (pool: { readonly userPoolArn: string; readonly userPoolId: string }): Grant => ({
  statements: [
    {
      sid: 'OpenAccounts',
      actions: ['cognito-idp:AdminCreateUser', 'cognito-idp:AdminGetUser'],
      resources: [pool.userPoolArn],
    },
  ],
  environment: { USER_POOL_ID: pool.userPoolId },
});

/** Write the function's own log, and no other. */
export const ownLog = (logGroupArn: string): Statement => ({
  sid: 'WriteOwnLog',
  actions: ['logs:CreateLogStream', 'logs:PutLogEvents'],
  resources: [logGroupArn],
});
