/**
 * How an embedded service (mail, files, accounts, sign-in, inbox, toolbar) plugs into the local host.
 *
 * A service is plain Node `http`: it gets the request and the response. Two doors lead to it:
 * - `mounts`: paths on the browser's port (`/oidc`, `/_local/...`). `request.url` is the full, original path.
 * - `aws`: calls that functions make with the AWS SDK. The host has already found out who calls (from the
 *   access key of the signature), has asked the judge whether that caller may, and read the body.
 *
 * S3 is special: a browser uses presigned addresses of the same service. The host therefore gives functions
 * `http://127.0.0.1:PORT/_local/s3` as the S3 endpoint (an address in numbers makes the SDK put the bucket
 * in the path). Signed calls on that path arrive at `aws.handle`; calls without an `Authorization` header (presigned
 * GET/PUT, form POST, preflight) arrive at the mount `/_local/s3`, where the service checks the signature with
 * `context.credentials` and asks `context.judge` as the signer, as S3 does.
 */
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Clock } from '#infra/local/clock.ts';
import type { Stack } from '#infra/local/template.ts';

/** Who makes an AWS call. */
export interface Principal {
  /** `function`: a Lambda function's role. `session`: a role taken over through STS. `operator`: the host itself (seed, tools): never judged. */
  readonly kind: 'function' | 'session' | 'operator';
  /** ARN of the role whose policies count, e.g. `arn:aws:iam::000000000000:role/AccountFunctionRole`. */
  readonly roleArn: string;
  /** ARN that STS GetCallerIdentity shows. */
  readonly arn: string;
  /** Logical id of the function that calls, or that took over the role; absent for the operator. */
  readonly functionName?: string;
  /** Session tags (`aws:PrincipalTag/…`). */
  readonly tags: Readonly<Record<string, string>>;
}

/** A pair of keys that the host has given out. */
export interface Credentials {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly sessionToken: string;
  /** Milliseconds since the epoch on the host's clock; absent for keys that do not expire. */
  readonly expiresAt: number | undefined;
  readonly principal: Principal;
}

/** One signed AWS call, after identification and judgement. */
export interface AwsCall {
  readonly principal: Principal;
  /** Operation name as the SDK spells it (`SendRawEmail`, `AdminCreateUser`, `PutObject`); empty if unknown. */
  readonly operation: string;
  /** The whole body. Empty for S3, whose handler reads the request itself, so that large objects stream. */
  readonly body: Buffer;
}

/** Services the gateway can hand calls to, by their signing name. */
export type AwsServiceName = 'ses' | 's3' | 'cognito-idp';

export type MountHandler = (request: IncomingMessage, response: ServerResponse) => void | Promise<void>;

export interface Mount {
  /** Path prefix on the browser's port without a trailing slash, e.g. `/oidc` or `/config.json`. The longest prefix wins. */
  readonly path: string;
  readonly handle: MountHandler;
}

export interface EmbeddedService {
  readonly name: string;
  readonly mounts?: readonly Mount[];
  readonly aws?: {
    readonly service: AwsServiceName;
    handle(request: IncomingMessage, response: ServerResponse, call: AwsCall): void | Promise<void>;
  };
  /** Called once, after the port is bound and before the first function runs. */
  start?(context: ServiceContext): Promise<void>;
  stop?(): Promise<void>;
  /** Work still under way that `host.idle()` must wait for (for example an upload event not yet delivered). */
  busy?(): boolean;
}

/** Answer of the judge: IAM policies of the synthesized stack, supplied by tests only. */
export interface Verdict {
  readonly allowed: boolean;
  /** For the log, never for the caller. */
  readonly reason?: string;
}

/** May this caller do this? `context` holds IAM condition keys, e.g. `dynamodb:LeadingKeys`. */
export type Judge = (
  principal: Principal,
  action: string,
  resource: string,
  context: Readonly<Record<string, string | readonly string[]>>,
) => Promise<Verdict> | Verdict;

/** What SES reports about a message it accepted: the `detail` of its EventBridge events (eventType, mail, bounce, …). */
export interface MailEvent {
  readonly eventType: 'Send' | 'Delivery' | 'Bounce' | 'Complaint' | 'Reject' | 'DeliveryDelay';
  readonly mail: Readonly<Record<string, unknown>>;
  readonly [detail: string]: unknown;
}

export interface StoredObject {
  /** Physical bucket name. */
  readonly bucket: string;
  /** Key, not URL-encoded. */
  readonly key: string;
  readonly size: number;
  /** Without quotes. */
  readonly etag: string;
  /** `ObjectCreated:Put`, `ObjectCreated:Post`, … */
  readonly eventName: string;
}

/** Input of the pool's pre-token-generation trigger (V2). */
export interface TokenRequest {
  readonly sub: string;
  readonly email: string;
  readonly clientId: string;
  readonly scopes: readonly string[];
  readonly reason:
    | 'TokenGeneration_HostedAuth'
    | 'TokenGeneration_RefreshTokens'
    | 'TokenGeneration_Authentication';
}

/** What the trigger wants changed in the two tokens. */
export interface TokenClaims {
  readonly idToken: { readonly add: Readonly<Record<string, unknown>>; readonly suppress: readonly string[] };
  readonly accessToken: {
    readonly add: Readonly<Record<string, unknown>>;
    readonly suppress: readonly string[];
    readonly scopesToAdd: readonly string[];
    readonly scopesToSuppress: readonly string[];
  };
}

/** What the host offers to a service. */
export interface ServiceContext {
  /** A folder of this service's own; exists, survives restarts. */
  readonly dataDir: string;
  /** `http://localhost:PORT`, the address in the browser. */
  readonly origin: string;
  readonly clock: Clock;
  /** The synthesized stack, resolved. */
  readonly stack: Stack;
  readonly credentials: { find(accessKeyId: string): Credentials | undefined };
  /** Allows everything when the host was started without a judge. */
  readonly judge: Judge;
  /** Runs a function by its logical id or name, and waits for the answer. Rejects when the function throws. */
  invoke(functionName: string, event: unknown): Promise<unknown>;
  /** Runs the user pool's pre-token-generation trigger; no trigger in the stack gives no claims. */
  preTokenGeneration(request: TokenRequest): Promise<TokenClaims>;
  /** Reports what became of a mail; goes the way the configuration set's event destination says. */
  mailEvent(configurationSet: string, event: MailEvent): Promise<void>;
  /** Reports a stored object; goes to the targets of the bucket's notification configuration. */
  objectCreated(object: StoredObject): Promise<void>;
  /** Resolves when streams, queues and running invocations are drained. */
  idle(): Promise<void>;
  /** One line for the host's log. */
  log(line: string): void;
}
