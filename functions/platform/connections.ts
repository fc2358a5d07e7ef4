import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { STSClient } from '@aws-sdk/client-sts';
import { documentClient, TenantClients } from '#functions/data/tenant-client.ts';
import { readEnv } from './env.ts';

/** One retry policy for every client: three tries with jitter, and a call that hangs is given up. */
export const clientConfig = {
  maxAttempts: 3,
  requestHandler: { requestTimeout: 3_000, connectionTimeout: 1_000 },
} as const;

/** The function's own client: identities, due rows or the national office's items, as its role allows. */
export const ownClient = documentClient(new DynamoDBClient(clientConfig));

export const tableName = (): string => readEnv('table').TABLE_NAME;

/** Clients fenced to one district each. */
export const tenantClients = (): TenantClients =>
  new TenantClients(new STSClient(clientConfig), readEnv('tenantRole').TENANT_ROLE_ARN, clientConfig, () =>
    Date.now(),
  );
