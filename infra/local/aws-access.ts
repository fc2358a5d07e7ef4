/** What a signed call asks for, in IAM's words, for every service that functions use. */
import type { IncomingMessage } from 'node:http';
import { type SigningName, s3Path } from '#infra/local/aws-wire.ts';
import { type Access, dynamodbAccess } from '#infra/local/dynamodb-access.ts';
import type { Stack } from '#infra/local/template.ts';
import { tablesOf } from '#infra/local/template-data.ts';

export type AccessReader = (
  service: SigningName,
  operation: string,
  input: Record<string, unknown>,
  request: IncomingMessage,
) => readonly Access[];

/** Batch forms are authorised as their single forms. */
const sqsAction = (operation: string): string => `sqs:${operation.replace(/Batch$/, '')}`;

const s3Actions: Readonly<Record<string, string>> = {
  HeadObject: 's3:GetObject',
  ListObjectsV2: 's3:ListBucket',
  ListObjects: 's3:ListBucket',
  HeadBucket: 's3:ListBucket',
  DeleteObjects: 's3:DeleteObject',
  CreateMultipartUpload: 's3:PutObject',
  UploadPart: 's3:PutObject',
  CompleteMultipartUpload: 's3:PutObject',
  CopyObject: 's3:PutObject',
};

/** Calls that need no permission have an empty list. */
export const accessReader = (stack: Stack): AccessReader => {
  const { account, region } = stack;
  const lookup = {
    tables: tablesOf(stack),
    foreignArn: (name: string) => `arn:aws:dynamodb:${region}:${account}:table/${name}`,
  };
  const identities = stack.resources('AWS::SES::EmailIdentity');

  const identityArn = (source: string): string => {
    const address = /<([^>]+)>/.exec(source)?.[1] ?? source;
    const domain = address.split('@').at(-1) ?? '';
    const identity =
      identities.find(({ name }) => name === address) ?? identities.find(({ name }) => name === domain);
    return identity?.arn ?? `arn:aws:ses:${region}:${account}:identity/${address}`;
  };

  return (service, operation, input, request) => {
    switch (service) {
      case 'dynamodb':
        return dynamodbAccess(operation, input, lookup);
      case 'sqs': {
        const name =
          String(input['QueueUrl'] ?? input['QueueName'] ?? '*')
            .split('/')
            .at(-1) ?? '*';
        const resource =
          stack.find(name, 'AWS::SQS::Queue')?.arn ?? `arn:aws:sqs:${region}:${account}:${name}`;
        return [{ action: sqsAction(operation), resource, context: {} }];
      }
      case 'ses': {
        const resource = identityArn(String(input['Source'] ?? ''));
        const access = {
          action: `ses:${operation}`,
          context: { 'ses:FromAddress': String(input['Source'] ?? '') },
        };
        const set = input['ConfigurationSetName'];
        if (typeof set !== 'string') return [{ ...access, resource }];
        const setArn = stack.find(set, 'AWS::SES::ConfigurationSet')?.arn;
        return [
          { ...access, resource },
          { ...access, resource: setArn ?? `arn:aws:ses:${region}:${account}:configuration-set/${set}` },
        ];
      }
      case 'cognito-idp': {
        const pool = String(input['UserPoolId'] ?? '*');
        const resource = `arn:aws:cognito-idp:${region}:${account}:userpool/${pool}`;
        return [{ action: `cognito-idp:${operation}`, resource, context: {} }];
      }
      case 's3': {
        const { bucket, key } = s3Path(new URL(request.url ?? '/', 'http://s3'));
        const action = s3Actions[operation] ?? `s3:${operation}`;
        const resource = `arn:aws:s3:::${bucket}${key === '' ? '' : `/${key}`}`;
        return [
          { action, resource: operation === 'DeleteObjects' ? `${resource}/*` : resource, context: {} },
        ];
      }
      // STS judges for itself: it must look at the role's trust policy as well.
      case 'sts':
        return [];
    }
  };
};
