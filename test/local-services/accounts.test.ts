import {
  AdminCreateUserCommand,
  AdminDisableUserCommand,
  AdminEnableUserCommand,
  AdminGetUserCommand,
  AdminUpdateUserAttributesCommand,
  CognitoIdentityProviderClient,
  ListUsersCommand,
} from '@aws-sdk/client-cognito-identity-provider';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { LocalCognito } from '#infra/local/services/cognito/cognito.ts';
import { type Harness, keys, region, resource, serve } from './harness.ts';

const UserPoolId = 'pool';
const email = 'maya@district.example';
let host: Harness;
let pool: CognitoIdentityProviderClient;
beforeEach(async () => {
  host = await serve([new LocalCognito()], [resource('AWS::Cognito::UserPool', UserPoolId)]);
  pool = new CognitoIdentityProviderClient({ region, endpoint: host.origin, credentials: keys });
});
afterEach(async () => {
  pool.destroy();
  await host.stop();
});

const attributes = (more: Record<string, string> = {}) =>
  Object.entries({ email, ...more }).map(([Name, Value]) => ({ Name, Value }));
const create = (Username = email, UserAttributes = attributes()) =>
  pool.send(new AdminCreateUserCommand({ UserPoolId, Username, UserAttributes, MessageAction: 'SUPPRESS' }));
const get = async (Username: string) => {
  const user = await pool.send(new AdminGetUserCommand({ UserPoolId, Username }));
  return {
    ...user,
    attributes: Object.fromEntries((user.UserAttributes ?? []).map((a) => [a.Name, a.Value])),
  };
};

test('an account is made once for an address, whatever its case, and is known by its sub', async () => {
  const { User } = await create();
  expect(User).toMatchObject({ Enabled: true, UserStatus: 'FORCE_CHANGE_PASSWORD' });
  await expect(create('MAYA@district.example', [])).rejects.toMatchObject({
    name: 'UsernameExistsException',
  });
  const { attributes: found } = await get(User?.Username ?? '');
  expect(found).toEqual({ email, sub: User?.Username });
});

test('accounts outlive a restart', async () => {
  const made = await Promise.all([1, 2, 3, 4].map((n) => create(`p${n}@district.example`, [])));
  await host.restart([new LocalCognito()]);
  const found = await Promise.all(made.map(({ User }) => get(User?.Username ?? '')));
  expect(found.map((user) => user.attributes['email'])).toEqual(
    [1, 2, 3, 4].map((n) => `p${n}@district.example`),
  );
});

test('an address can be changed, but not to somebody else’s', async () => {
  await create();
  await create('tomas@district.example', []);
  const change = (to: string) =>
    pool.send(
      new AdminUpdateUserAttributesCommand({
        UserPoolId,
        Username: email,
        UserAttributes: [{ Name: 'email', Value: to }],
      }),
    );
  await expect(change('tomas@district.example')).rejects.toMatchObject({ name: 'AliasExistsException' });
  await change('maya.o@district.example');
  expect((await get('maya.o@district.example')).attributes['email']).toBe('maya.o@district.example');
  await expect(get(email)).rejects.toMatchObject({ name: 'UserNotFoundException' });
});

test('an account can be disabled and enabled again', async () => {
  await create();
  await pool.send(new AdminDisableUserCommand({ UserPoolId, Username: email }));
  expect((await get(email)).Enabled).toBe(false);
  await pool.send(new AdminEnableUserCommand({ UserPoolId, Username: email }));
  expect((await get(email)).Enabled).toBe(true);
});

test.each([
  ['a name that is no address', () => create('maya', []), 'InvalidParameterException'],
  ['an unknown attribute', () => create(email, attributes({ district: 't_1' })), 'InvalidParameterException'],
  ['a sub of one’s own', () => create(email, attributes({ sub: 'me' })), 'InvalidParameterException'],
  [
    'another pool',
    () => pool.send(new AdminGetUserCommand({ UserPoolId: 'x', Username: email })),
    'ResourceNotFoundException',
  ],
  [
    'an action that is not offered here',
    () => pool.send(new ListUsersCommand({ UserPoolId })),
    'UnknownOperationException',
  ],
])('%s is refused', async (_, call, name) => {
  await expect(call()).rejects.toMatchObject({ name });
});
