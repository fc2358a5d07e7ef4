/**
 * The one HTTP endpoint to which all functions' SDK calls go. It finds out who calls (each function and each session
 * has keys of its own), asks the judge, and hands the call to the embedded service.
 */
import { Agent, createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AccessReader } from '#infra/local/aws-access.ts';
import {
  AwsRefusal,
  readBody,
  readOperation,
  readSignature,
  type SigningName,
  sendRefusal,
} from '#infra/local/aws-wire.ts';
import type { Clock } from '#infra/local/clock.ts';
import type { CredentialStore } from '#infra/local/credentials.ts';
import { forwardToEngine } from '#infra/local/dynamodb-forward.ts';
import { applyFault, type FaultPlan, loseReply, type ObservedCall } from '#infra/local/faults.ts';
import type { QueueStore } from '#infra/local/queue-store.ts';
import type { AwsServiceName, EmbeddedService, Judge, Principal } from '#infra/local/service.ts';
import { runSqs, SqsError } from '#infra/local/sqs.ts';
import { runSts, type StsOptions } from '#infra/local/sts.ts';

export interface GatewayOptions {
  readonly credentials: CredentialStore;
  readonly clock: Clock;
  readonly judge: Judge;
  readonly access: AccessReader;
  readonly queues: QueueStore;
  readonly sts: StsOptions;
  readonly databaseEndpoint: URL;
  /** Embedded services by signing name. */
  readonly services: ReadonlyMap<AwsServiceName, NonNullable<EmbeddedService['aws']>>;
  readonly faults: FaultPlan;
  /** Called after a write to the database was answered: its stream may have something new. */
  readonly onDatabaseWrite: () => void;
  /** Hears every call that was let through; `answer` is the body that DynamoDB gave. */
  readonly observe: ((call: ObservedCall, answer: Buffer | undefined) => void) | undefined;
  readonly log: (line: string) => void;
}

export interface Gateway {
  /** `http://127.0.0.1:PORT`, known after `listen`. */
  readonly endpoint: string;
  /** Also serves signed S3 calls that arrive on the browser's port. */
  handle(request: IncomingMessage, response: ServerResponse): Promise<void>;
  stop(): Promise<void>;
}

/** DynamoDB takes 16 MB in a batch; nothing else that functions send is larger. */
const bodyLimit = 20 * 1024 * 1024;

const reads = new Set([
  'GetItem',
  'Query',
  'Scan',
  'BatchGetItem',
  'TransactGetItems',
  'DescribeTable',
  'DescribeTimeToLive',
  'ListTables',
]);

export const startGateway = async (options: GatewayOptions): Promise<Gateway> => {
  const agent = new Agent({ keepAlive: true, maxSockets: 64 });
  const handle = (request: IncomingMessage, response: ServerResponse): Promise<void> =>
    serve(options, agent, request, response);
  const server = createServer((request, response) => void handle(request, response));
  server.keepAliveTimeout = 60_000;
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', resolve);
  });
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  return {
    endpoint: `http://127.0.0.1:${port}`,
    handle,
    stop: async () => {
      agent.destroy();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
};

const serve = async (
  options: GatewayOptions,
  agent: Agent,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> => {
  const signature = readSignature(request);
  const now = (): Date => new Date(options.clock.now());
  try {
    if (signature === undefined) {
      throw new AwsRefusal(
        403,
        'MissingAuthenticationTokenException',
        'The request is not signed for a known service.',
      );
    }
    const { service } = signature;
    const principal = identify(options, request, signature.accessKeyId, service);
    const streamed = service === 's3';
    const body = streamed ? Buffer.alloc(0) : await readBody(request, bodyLimit);
    if (body === undefined)
      throw new AwsRefusal(413, 'RequestEntityTooLarge', 'The request is larger than 20 MB.');
    const { operation, input } = readOperation(service, request, body);
    const call = { service, operation, functionName: principal.functionName, input };
    await authorise(options, principal, call, request);
    const reply = await applyFault(options.faults.take(call), call.service, request, response, now());
    if (reply === 'none') return;
    if (service === 'dynamodb') {
      const answer = await forwardToEngine(options.databaseEndpoint, agent, request, body);
      if (answer.status < 300 && !reads.has(operation)) options.onDatabaseWrite();
      options.observe?.(call, answer.body);
      if (reply === 'lost') return void request.socket.destroy();
      response.writeHead(answer.status, { ...answer.headers, date: now().toUTCString() });
      response.end(answer.body);
      return;
    }
    options.observe?.(call, undefined);
    response.setHeader('date', now().toUTCString());
    if (reply === 'lost') loseReply(response);
    await dispatch(options, { principal, operation, input, body, service }, request, response);
  } catch (error) {
    const refusal = asRefusal(error);
    if (refusal.status >= 500)
      options.log(`gateway: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
    if (!response.headersSent) sendRefusal(response, signature?.service, refusal, now());
    else response.destroy();
  }
};

const asRefusal = (error: unknown): AwsRefusal => {
  if (error instanceof AwsRefusal) return error;
  if (error instanceof SqsError) return new AwsRefusal(400, error.code, error.message);
  return new AwsRefusal(500, 'InternalServerError', 'The local service failed; the host log says why.');
};

const identify = (
  options: GatewayOptions,
  request: IncomingMessage,
  accessKeyId: string,
  service: SigningName,
): Principal => {
  const found = options.credentials.find(accessKeyId);
  // The session token is a secret of this start: another program on the machine cannot guess it.
  if (found === undefined || request.headers['x-amz-security-token'] !== found.sessionToken) {
    const code =
      service === 'dynamodb' || service === 'cognito-idp'
        ? 'UnrecognizedClientException'
        : 'InvalidClientTokenId';
    throw new AwsRefusal(
      service === 'sts' || service === 's3' ? 403 : 400,
      code,
      'The security token included in the request is invalid.',
    );
  }
  if (found.expiresAt !== undefined && found.expiresAt <= options.clock.now()) {
    const code =
      service === 'dynamodb' || service === 'cognito-idp' ? 'ExpiredTokenException' : 'ExpiredToken';
    throw new AwsRefusal(400, code, 'The security token included in the request is expired');
  }
  return found.principal;
};

const authorise = async (
  options: GatewayOptions,
  principal: Principal,
  call: ObservedCall,
  request: IncomingMessage,
): Promise<void> => {
  if (principal.kind === 'operator') return;
  for (const { action, resource, context } of options.access(
    call.service,
    call.operation,
    call.input,
    request,
  )) {
    const verdict = await options.judge(principal, action, resource, context);
    if (verdict.allowed) continue;
    options.log(
      `denied: ${principal.arn} may not ${action} on ${resource}${verdict.reason === undefined ? '' : ` (${verdict.reason})`}`,
    );
    const plain = call.service === 'ses' || call.service === 's3' || call.service === 'sts';
    throw new AwsRefusal(
      plain ? 403 : 400,
      plain ? 'AccessDenied' : 'AccessDeniedException',
      `User: ${principal.arn} is not authorized to perform: ${action} on resource: ${resource} ` +
        `because no identity-based policy allows the ${action} action`,
    );
  }
};

interface Dispatched {
  readonly principal: Principal;
  readonly service: Exclude<SigningName, 'dynamodb'>;
  readonly operation: string;
  readonly input: Record<string, unknown>;
  readonly body: Buffer;
}

const dispatch = async (
  options: GatewayOptions,
  call: Dispatched,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> => {
  const { principal, service, operation, input, body } = call;
  if (service === 'sqs') {
    const answer = await runSqs(options.queues, operation, input, principal);
    response.writeHead(200, { 'content-type': 'application/x-amz-json-1.0' });
    response.end(JSON.stringify(answer));
  } else if (service === 'sts') {
    const answer = await runSts(options.sts, operation, input, principal);
    response.writeHead(200, { 'content-type': 'text/xml' });
    response.end(answer);
  } else {
    const embedded = options.services.get(service);
    if (embedded === undefined) {
      throw new AwsRefusal(
        501,
        'NotImplemented',
        `The local host was started without the service ${service}.`,
      );
    }
    await embedded.handle(request, response, { principal, operation, body });
  }
};
