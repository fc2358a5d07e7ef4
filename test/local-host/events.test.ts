import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { EmbeddedService, ServiceContext } from '#infra/local/service.ts';
import { type Fixture, startFixture } from '#test/local-host/fixture/start-fixture.ts';

let fixture: Fixture;
let context: ServiceContext;

/** A service such as the embedded mail or file service: all that it needs of the host comes in its context. */
const service: EmbeddedService = {
  name: 'test',
  mounts: [
    { path: '/_local', handle: (_request, response) => void response.end('short') },
    { path: '/_local/longer', handle: (request, response) => void response.end(`long ${request.url}`) },
  ],
  start: async (given) => {
    context = given;
  },
};

beforeAll(async () => {
  fixture = await startFixture({ services: [service] });
});
afterAll(() => fixture.stop());

const notes = (name: string): readonly Record<string, unknown>[] => fixture.journal(name);

describe('a stored object', () => {
  it('is told to the queue that the bucket names, and so to its function', async () => {
    await context.objectCreated({
      bucket: 'fixture-files-000000000000',
      key: 'rosters/Fall Term é.csv',
      size: 12,
      etag: 'abc',
      eventName: 'ObjectCreated:Post',
    });
    await fixture.host.idle();
    const [body] = notes('FileReader').flatMap(({ bodies }) => bodies as Record<string, unknown>[]);
    expect(body).toMatchObject({
      Records: [
        {
          eventSource: 'aws:s3',
          eventName: 'ObjectCreated:Post',
          s3: {
            bucket: { name: 'fixture-files-000000000000' },
            object: { key: 'rosters/Fall+Term+%C3%A9.csv', size: 12, eTag: 'abc' },
          },
        },
      ],
    });
  });

  it('that the notification does not ask for is told to nobody', async () => {
    const before = notes('FileReader').length;
    const object = {
      bucket: 'fixture-files-000000000000',
      size: 1,
      etag: 'a',
      eventName: 'ObjectCreated:Put',
    };
    await context.objectCreated({ ...object, key: 'exports/one.csv' });
    await context.objectCreated({ ...object, key: 'rosters/one.zip' });
    await context.objectCreated({ ...object, key: 'rosters/one.csv', bucket: 'other' });
    await fixture.host.idle();
    expect(notes('FileReader')).toHaveLength(before);
  });
});

describe('the fate of a mail', () => {
  it('goes from the configuration set over the bus to the queue of its rule', async () => {
    await context.mailEvent('fixture-mail', {
      eventType: 'Bounce',
      mail: { messageId: 'm1', tags: { district: ['t_1'] } },
      bounce: { bounceType: 'Permanent' },
    });
    await fixture.host.idle();
    const [body] = notes('FeedbackReader').flatMap(({ bodies }) => bodies as Record<string, unknown>[]);
    expect(body).toMatchObject({
      source: 'aws.ses',
      'detail-type': 'Email Bounced',
      account: '000000000000',
      resources: ['arn:aws:ses:us-east-1:000000000000:configuration-set/fixture-mail'],
      detail: { eventType: 'Bounce', bounce: { bounceType: 'Permanent' }, mail: { messageId: 'm1' } },
    });
  });

  it('stays untold when neither destination nor rule asks for it', async () => {
    const before = notes('FeedbackReader').length;
    await context.mailEvent('fixture-mail', { eventType: 'Send', mail: {} });
    await context.mailEvent('fixture-mail', { eventType: 'Delivery', mail: {} });
    await context.mailEvent('another-set', { eventType: 'Bounce', mail: {} });
    await fixture.host.idle();
    expect(notes('FeedbackReader')).toHaveLength(before);
  });
});

describe('the trigger before a token', () => {
  it('is given the person and may add and take away claims in both tokens', async () => {
    const claims = await context.preTokenGeneration({
      sub: 'sub-1',
      email: 'person@example.org',
      clientId: 'client',
      scopes: ['openid'],
      reason: 'TokenGeneration_HostedAuth',
    });
    expect(claims).toEqual({
      idToken: { add: { roles: ['educator'] }, suppress: ['email'] },
      accessToken: { add: { district: 't_1' }, suppress: [], scopesToAdd: ['more'], scopesToSuppress: [] },
    });
    expect(notes('PreToken')[0]?.['event']).toMatchObject({
      version: '2',
      triggerSource: 'TokenGeneration_HostedAuth',
      userPoolId: fixture.host.stack.resources('AWS::Cognito::UserPool')[0]?.ref,
      userName: 'sub-1',
      callerContext: { clientId: 'client' },
      request: { userAttributes: { sub: 'sub-1', email: 'person@example.org' }, scopes: ['openid'] },
    });
  });
});

describe('an embedded service', () => {
  it('answers below its path; the longer path wins', async () => {
    const text = async (path: string): Promise<string> => (await fetch(fixture.host.origin + path)).text();
    expect(await text('/_local/inbox')).toBe('short');
    expect(await text('/_local/longer/x?y=1')).toBe('long /_local/longer/x?y=1');
    expect(await text('/_localhost')).toContain('Porchlight');
  });

  it('gets a folder of its own', () => {
    expect(context.dataDir).toBe(`${fixture.folder}/data/services/test`);
    expect(context.origin).toBe(fixture.host.origin);
  });
});
