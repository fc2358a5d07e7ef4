/** What the environment of a function has locally beyond what the template sets. */
import { s3MountPath } from '#infra/local/aws-wire.ts';
import { type CredentialStore, credentialEnvironment } from '#infra/local/credentials.ts';
import type { Credentials } from '#infra/local/service.ts';
import type { FunctionDefinition } from '#infra/local/template-compute.ts';

export interface LocalEndpoints {
  /** The gateway: `http://127.0.0.1:PORT`. */
  readonly gateway: string;
  readonly browserPort: number;
  readonly issuer: string;
  readonly jwksUri: string;
  readonly webOrigin: string;
}

/** Endpoints and keys from which the AWS SDK, unchanged, finds the embedded services. */
const sdkEnvironment = (endpoints: LocalEndpoints, credentials: Credentials): Record<string, string> => ({
  ...credentialEnvironment(credentials),
  // For every service, so that a forgotten one is refused here and never reaches AWS.
  AWS_ENDPOINT_URL: endpoints.gateway,
  AWS_ENDPOINT_URL_DYNAMODB: endpoints.gateway,
  AWS_ENDPOINT_URL_SQS: endpoints.gateway,
  AWS_ENDPOINT_URL_STS: endpoints.gateway,
  AWS_ENDPOINT_URL_SES: endpoints.gateway,
  AWS_ENDPOINT_URL_COGNITO_IDENTITY_PROVIDER: endpoints.gateway,
  // Browsers follow presigned addresses, so files live on the browser's port. In numbers: path-style buckets.
  AWS_ENDPOINT_URL_S3: `http://127.0.0.1:${endpoints.browserPort}${s3MountPath}`,
  // The person's own AWS settings must play no part.
  AWS_CONFIG_FILE: '/dev/null',
  AWS_SHARED_CREDENTIALS_FILE: '/dev/null',
  AWS_EC2_METADATA_DISABLED: 'true',
});

const queueAddress = /^https:\/\/sqs\.[a-z0-9-]+\.amazonaws\.com/;

/** Settings that name the deployed addresses, replaced where the template sets them. */
const addressOverrides = (
  template: Readonly<Record<string, string>>,
  endpoints: LocalEndpoints,
): Record<string, string> => {
  const local: Record<string, string> = {
    TOKEN_ISSUER: endpoints.issuer,
    TOKEN_JWKS_URI: endpoints.jwksUri,
    WEB_ORIGIN: endpoints.webOrigin,
  };
  // The SDK sends to the host that a queue's address names, whatever endpoint it was given.
  const queues = Object.entries(template)
    .filter(([, value]) => queueAddress.test(value))
    .map(([name, value]) => [name, value.replace(queueAddress, endpoints.gateway)] as const);
  return Object.fromEntries([...Object.entries(local).filter(([name]) => name in template), ...queues]);
};

/** All of it for one function, with keys of its own: an AWS call says which function makes it. */
export const functionEnvironment = (
  definition: FunctionDefinition,
  credentials: CredentialStore,
  endpoints: LocalEndpoints,
): Record<string, string> => {
  const session = definition.roleArn.replace(':iam:', ':sts:').replace(':role/', ':assumed-role/');
  const keys = credentials.issue({
    kind: 'function',
    roleArn: definition.roleArn,
    arn: `${session}/${definition.name}`,
    functionName: definition.name,
    tags: {},
  });
  return { ...sdkEnvironment(endpoints, keys), ...addressOverrides(definition.environment, endpoints) };
};

/** The environment of a tool of the host itself: its calls are not judged. */
export const operatorEnvironment = (
  account: string,
  region: string,
  credentials: CredentialStore,
  endpoints: LocalEndpoints,
): Record<string, string> => {
  const arn = `arn:aws:iam::${account}:role/operator`;
  const keys = credentials.issue({ kind: 'operator', roleArn: arn, arn, tags: {} });
  return { AWS_REGION: region, ...sdkEnvironment(endpoints, keys) };
};
