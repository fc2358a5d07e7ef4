/** STS: AssumeRole with session tags, checked against the role's trust policy; GetCallerIdentity. */
import { randomBytes, randomUUID } from 'node:crypto';
import { AwsRefusal, escapeXml } from '#infra/local/aws-wire.ts';
import type { Clock } from '#infra/local/clock.ts';
import type { CredentialStore } from '#infra/local/credentials.ts';
import type { Judge, Principal } from '#infra/local/service.ts';
import type { RoleDefinition } from '#infra/local/template-access.ts';
import { trusts } from '#infra/local/trust-policy.ts';

export interface StsOptions {
  readonly account: string;
  readonly roles: readonly RoleDefinition[];
  readonly credentials: CredentialStore;
  readonly clock: Clock;
  readonly judge: Judge;
}

/** Role chaining: whoever is a session already gets an hour at most, whatever the role allows. */
const chainedSessionSeconds = 3600;

/** Answers one STS call with XML. Throws AwsRefusal. */
export const runSts = async (
  options: StsOptions,
  operation: string,
  input: Readonly<Record<string, unknown>>,
  principal: Principal,
): Promise<string> => {
  switch (operation) {
    case 'AssumeRole':
      return assumeRole(options, input, principal);
    case 'GetCallerIdentity':
      return envelope(
        operation,
        `<Arn>${escapeXml(principal.arn)}</Arn><UserId>${escapeXml(principal.functionName ?? principal.kind)}</UserId>` +
          `<Account>${options.account}</Account>`,
      );
    default:
      throw new AwsRefusal(
        400,
        'InvalidAction',
        `The local host does not know the STS operation ${operation}.`,
      );
  }
};

const assumeRole = async (
  options: StsOptions,
  input: Readonly<Record<string, unknown>>,
  principal: Principal,
): Promise<string> => {
  const roleArn = String(input['RoleArn'] ?? '');
  const sessionName = String(input['RoleSessionName'] ?? '');
  const tags = readTags(input);
  const role = options.roles.find(({ arn }) => arn === roleArn);
  validate(input, sessionName, tags);
  const denied = new AwsRefusal(
    403,
    'AccessDenied',
    `User: ${principal.arn} is not authorized to perform: sts:AssumeRole on resource: ${roleArn}`,
  );
  if (role === undefined) throw denied;
  if (principal.kind !== 'operator') {
    const trust = trusts(role, { callerRoleArn: principal.roleArn, account: options.account, tags });
    if (trust === undefined) throw denied;
    await askJudge(options.judge, principal, roleArn, tags, denied);
  }
  const seconds = sessionSeconds(input, role);
  const expiresAt = options.clock.now() + seconds * 1000;
  options.credentials.forget(options.clock.now());
  const arn = `arn:aws:sts::${options.account}:assumed-role/${role.name}/${sessionName}`;
  const session = options.credentials.issue(
    {
      kind: 'session',
      roleArn,
      arn,
      tags,
      ...(principal.functionName !== undefined && { functionName: principal.functionName }),
    },
    expiresAt,
  );
  return envelope(
    'AssumeRole',
    `<AssumedRoleUser><AssumedRoleId>AROA${randomBytes(8).toString('hex').toUpperCase()}:${escapeXml(sessionName)}</AssumedRoleId>` +
      `<Arn>${escapeXml(arn)}</Arn></AssumedRoleUser>` +
      `<Credentials><AccessKeyId>${session.accessKeyId}</AccessKeyId>` +
      `<SecretAccessKey>${escapeXml(session.secretAccessKey)}</SecretAccessKey>` +
      `<SessionToken>${escapeXml(session.sessionToken)}</SessionToken>` +
      `<Expiration>${new Date(expiresAt).toISOString()}</Expiration></Credentials>`,
  );
};

const askJudge = async (
  judge: Judge,
  principal: Principal,
  roleArn: string,
  tags: Readonly<Record<string, string>>,
  denied: AwsRefusal,
): Promise<void> => {
  const names = Object.keys(tags);
  const context = {
    ...Object.fromEntries(names.map((name) => [`aws:RequestTag/${name}`, tags[name] ?? ''])),
    ...(names.length > 0 && { 'aws:TagKeys': names }),
  };
  for (const action of ['sts:AssumeRole', ...(names.length > 0 ? ['sts:TagSession'] : [])]) {
    const verdict = await judge(principal, action, roleArn, context);
    if (!verdict.allowed) throw denied;
  }
};

const readTags = (input: Readonly<Record<string, unknown>>): Readonly<Record<string, string>> => {
  const tags: Record<string, string> = {};
  for (let n = 1; input[`Tags.member.${n}.Key`] !== undefined; n += 1) {
    tags[String(input[`Tags.member.${n}.Key`])] = String(input[`Tags.member.${n}.Value`] ?? '');
  }
  return tags;
};

const validate = (
  input: Readonly<Record<string, unknown>>,
  sessionName: string,
  tags: Readonly<Record<string, string>>,
): void => {
  const refuse = (message: string): AwsRefusal => new AwsRefusal(400, 'ValidationError', message);
  if (!/^[\w+=,.@-]{2,64}$/.test(sessionName))
    throw refuse('RoleSessionName does not have the form that STS asks for.');
  if (Object.keys(tags).length > 50) throw refuse('A session has at most 50 tags.');
  for (const [name, value] of Object.entries(tags)) {
    const fine = /^[\p{L}\p{Z}\p{N}_.:/=+\-@]*$/u;
    if (name === '' || name.length > 128 || value.length > 256 || !fine.test(name) || !fine.test(value)) {
      throw refuse('A session tag does not have the form that STS asks for.');
    }
  }
  if (input['Policy'] !== undefined || input['PolicyArns.member.1.arn'] !== undefined) {
    throw refuse('The local host does not evaluate session policies.');
  }
};

const sessionSeconds = (input: Readonly<Record<string, unknown>>, role: RoleDefinition): number => {
  const limit = Math.min(role.maximumSessionSeconds, chainedSessionSeconds);
  const wanted = input['DurationSeconds'] === undefined ? limit : Number(input['DurationSeconds']);
  if (Number.isInteger(wanted) && wanted >= 900 && wanted <= limit) return wanted;
  throw new AwsRefusal(400, 'ValidationError', `DurationSeconds must lie between 900 and ${limit}.`);
};

const envelope = (operation: string, result: string): string =>
  `<${operation}Response xmlns="https://sts.amazonaws.com/doc/2011-06-15/"><${operation}Result>${result}</${operation}Result>` +
  `<ResponseMetadata><RequestId>${randomUUID()}</RequestId></ResponseMetadata></${operation}Response>`;
