/**
 * Amazon Cognito user pools on one machine: the administrative calls that functions make. Signing in is the
 * identity provider's part (services/identity). A pool here signs people in by e-mail: the name of an account is
 * its sub, and an address has at most one account.
 */
import type { IncomingMessage, ServerResponse } from 'node:http';
import * as z from 'zod';
import type { AwsCall, EmbeddedService, ServiceContext } from '#infra/local/service.ts';
import { answerJson } from '#infra/local/services/answer.ts';
import { type PoolUser, UserStore } from './user-store.ts';

/** A refusal by its Cognito name. */
class CognitoRefusal extends Error {
  readonly code: string;
  constructor(code: string, message: string) {
    super(message);
    this.name = 'CognitoRefusal';
    this.code = code;
  }
}

const Attributes = z.array(z.object({ Name: z.string().min(1), Value: z.string().max(2048).default('') }));
const Named = z.looseObject({ UserPoolId: z.string(), Username: z.string().min(1).max(128) });
const Creation = Named.extend({ UserAttributes: Attributes.default([]) });
const Change = Named.extend({ UserAttributes: Attributes });
const standard = new Set(
  'address birthdate email email_verified family_name gender given_name locale middle_name name nickname phone_number phone_number_verified picture preferred_username profile updated_at website zoneinfo'.split(
    ' ',
  ),
);

export class LocalCognito implements EmbeddedService {
  readonly name = 'accounts';
  readonly aws = {
    service: 'cognito-idp',
    handle: (_: IncomingMessage, response: ServerResponse, call: AwsCall) => this.#handle(response, call),
  } as const;
  #running: { context: ServiceContext; users: UserStore } | undefined;

  async start(context: ServiceContext): Promise<void> {
    this.#running = { context, users: await UserStore.open(context.dataDir) };
  }

  async stop(): Promise<void> {
    await this.#running?.users.settled();
  }

  /** The accounts, for signing in and for the first administrator. */
  get users(): UserStore {
    return this.#here.users;
  }

  get #here() {
    if (this.#running === undefined) throw new Error('The account service has not been started');
    return this.#running;
  }

  async #handle(response: ServerResponse, call: AwsCall): Promise<void> {
    try {
      const input: unknown = JSON.parse(call.body.toString('utf8') || '{}');
      answerJson(response, 200, await this.#run(call.operation, input), {
        'content-type': 'application/x-amz-json-1.1',
      });
    } catch (error) {
      const refusal = asRefusal(error);
      if (refusal === null) this.#here.context.log(`accounts: ${String(error)}`);
      const { code, message } = refusal ?? { code: 'InternalErrorException', message: 'Internal error' };
      answerJson(
        response,
        refusal === null ? 500 : 400,
        { __type: code, message },
        { 'content-type': 'application/x-amz-json-1.1', 'x-amzn-errortype': code },
      );
    }
  }

  async #run(operation: string, input: unknown): Promise<unknown> {
    switch (operation) {
      case 'AdminCreateUser':
        return { User: described(await this.#create(Creation.parse(input)), 'Attributes') };
      case 'AdminGetUser':
        return described(this.#existing(Named.parse(input)), 'UserAttributes');
      case 'AdminUpdateUserAttributes':
        await this.#update(Change.parse(input));
        return {};
      case 'AdminDisableUser':
      case 'AdminEnableUser': {
        const user = this.#existing(Named.parse(input));
        await this.#save(user, { enabled: operation === 'AdminEnableUser' });
        return {};
      }
      default:
        throw new CognitoRefusal('UnknownOperationException', `Operation ${operation} is not offered here.`);
    }
  }

  /** Like a call with `MessageAction: SUPPRESS`: Porchlight writes its own invitations. */
  async #create(input: z.infer<typeof Creation>): Promise<PoolUser> {
    this.#checkPool(input.UserPoolId);
    const attributes = this.#checkAttributes(input.UserAttributes);
    const email = attributes['email'] ?? input.Username;
    if (!z.email().safeParse(email).success) throw invalid('Username should be an email.');
    if (input.Username.toLowerCase() !== email.toLowerCase()) {
      throw invalid('User pool has usernames as email, but Username does not match the email attribute');
    }
    const user = await this.#here.users.create({ ...attributes, email }, this.#here.context.clock.now());
    if (user !== null) return user;
    throw new CognitoRefusal('UsernameExistsException', 'An account with the given email already exists.');
  }

  async #update(input: z.infer<typeof Change>): Promise<void> {
    const user = this.#existing(input);
    const change = this.#checkAttributes(input.UserAttributes);
    const other = change['email'] === undefined ? undefined : this.#here.users.find(change['email']);
    if (other !== undefined && other.sub !== user.sub) {
      throw new CognitoRefusal('AliasExistsException', 'An account with the given email already exists.');
    }
    await this.#save(user, { attributes: { ...user.attributes, ...change } });
  }

  #save(user: PoolUser, change: Partial<PoolUser>): Promise<void> {
    return this.#here.users.save({ ...user, ...change, modifiedAt: this.#here.context.clock.now() });
  }

  #existing(input: z.infer<typeof Named>): PoolUser {
    this.#checkPool(input.UserPoolId);
    const user = this.#here.users.find(input.Username);
    if (user === undefined) throw new CognitoRefusal('UserNotFoundException', 'User does not exist.');
    return user;
  }

  #checkPool(id: string): void {
    if (this.#here.context.stack.resources('AWS::Cognito::UserPool').some((pool) => pool.ref === id)) return;
    throw new CognitoRefusal('ResourceNotFoundException', `User pool ${id} does not exist.`);
  }

  #checkAttributes(list: z.infer<typeof Attributes>): Record<string, string> {
    for (const { Name } of list) {
      if (Name === 'sub') throw invalid('Cannot modify an already provided sub');
      if (!standard.has(Name) && !Name.startsWith('custom:')) {
        throw invalid(
          `Attributes did not conform to the schema: ${Name}: Attribute does not exist in the schema.`,
        );
      }
    }
    return Object.fromEntries(list.map(({ Name, Value }) => [Name, Value]));
  }
}

function described(user: PoolUser, attributesAs: 'Attributes' | 'UserAttributes'): Record<string, unknown> {
  return {
    Username: user.sub,
    [attributesAs]: Object.entries({ ...user.attributes, sub: user.sub }).map(([Name, Value]) => ({
      Name,
      Value,
    })),
    Enabled: user.enabled,
    UserStatus: user.status,
    UserCreateDate: user.createdAt / 1000,
    UserLastModifiedDate: user.modifiedAt / 1000,
  };
}

function asRefusal(error: unknown): { code: string; message: string } | null {
  if (error instanceof CognitoRefusal) return error;
  if (error instanceof SyntaxError) return { code: 'SerializationException', message: 'Not JSON' };
  if (error instanceof z.ZodError) {
    const [issue] = error.issues;
    return { code: 'InvalidParameterException', message: `${issue?.path.join('.')}: ${issue?.message}` };
  }
  return null;
}

const invalid = (message: string) => new CognitoRefusal('InvalidParameterException', message);
