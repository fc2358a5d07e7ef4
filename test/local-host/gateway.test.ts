import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { throttled } from '#infra/local/faults.ts';
import type { Judge } from '#infra/local/service.ts';
import { type Fixture, startFixture } from '#test/local-host/fixture/start-fixture.ts';
import { type IamJudge, iamJudge } from '#test/support/iam-judge.ts';

let fixture: Fixture;
let iam: IamJudge;

beforeAll(async () => {
  // The judge needs the stack, which the host reads: it is made with the first question.
  const judge: Judge = (...question) => {
    iam ??= iamJudge(fixture.host.stack);
    return iam.judge(...question);
  };
  fixture = await startFixture({ judge });
});
afterAll(() => fixture.stop());

interface Outcome {
  readonly answer?: unknown;
  readonly error?: string;
  readonly message?: string;
}

const work = async (request: Record<string, unknown>, who = 'Worker'): Promise<Outcome> =>
  (await fixture.host.invoke(who, request)) as Outcome;
const own = { tenant: 't_1', pk: 'T#t_1' };

describe('an AWS call', () => {
  it('says which function makes it', async () => {
    expect((await work({ do: 'identity' })).answer).toBe(
      'arn:aws:sts::000000000000:assumed-role/WorkerRole/Worker',
    );
    expect((await work({ do: 'identity' }, 'Stranger')).answer).toContain('PlainRole/Stranger');
  });

  it('passes when the policies of that function allow it, and not otherwise', async () => {
    expect((await work({ do: 'send' })).answer).toMatch(/^[\w-]{36}$/);
    const refused = await work({ do: 'get', pk: 'T#t_1' });
    expect(refused.error).toBe('AccessDeniedException');
    expect(refused.message).toContain(
      'is not authorized to perform: dynamodb:GetItem on resource: arn:aws:dynamodb:',
    );
  });

  it('with keys that nobody gave out, or without a signature, is refused', async () => {
    const endpoint = fixture.host.operatorEnvironment['AWS_ENDPOINT_URL'] ?? '';
    const post = (headers: Record<string, string>): Promise<Response> =>
      fetch(endpoint, {
        method: 'POST',
        headers: { 'x-amz-target': 'DynamoDB_20120810.ListTables', ...headers },
        body: '{}',
      });
    const signed = (key: string) => ({
      authorization: `AWS4-HMAC-SHA256 Credential=${key}/20270101/us-east-1/dynamodb/aws4_request, SignedHeaders=host, Signature=0`,
    });
    expect((await post({})).status).toBe(403);
    expect(await (await post(signed('AKIANOBODY'))).json()).toMatchObject({
      __type: 'com.amazonaws.dynamodb.v20120810#UnrecognizedClientException',
    });
    const stolen = fixture.host.operatorEnvironment['AWS_ACCESS_KEY_ID'] ?? '';
    expect((await post({ ...signed(stolen), 'x-amz-security-token': 'guess' })).status).toBe(400);
  });
});

describe('the tenant role', () => {
  it.each(['put', 'get', 'query', 'query-index'])(
    'lets a district do "%s" on its own items',
    async (what) => {
      expect(await work({ ...own, do: what })).not.toHaveProperty('error');
    },
  );

  it.each([
    ['get', 'T#t_2'],
    ['put', 'T#t_2#VISIT#v'],
    ['query', 'T#t_2'],
    ['query-index', 'T#t_2#SCHOOL#s'],
    ['get', 'T#t_11'],
    ['get', 'NATIONAL#x'],
    ['scan', 'T#t_1'],
    ['batch-get-mixed', 'T#t_1'],
    ['transact-mixed', 'T#t_1'],
  ])('refuses "%s" on %s', async (what, pk) => {
    expect((await work({ do: what, tenant: 't_1', pk })).error).toBe('AccessDeniedException');
    expect(iam.denials.at(-1)).toContain('TenantRole dynamodb:');
  });

  it('is not for a function that it does not trust, nor with other tags', async () => {
    expect((await work({ ...own, do: 'get' }, 'Stranger')).error).toBe('AccessDenied');
    expect((await work({ ...own, do: 'get', tags: { tenant: '*' } })).error).toBe('ValidationError');
    expect((await work({ ...own, do: 'get', tags: { tenant: 'x_1' } })).error).toBe('AccessDenied');
    expect((await work({ ...own, do: 'get', tags: { tenant: 't_1', role: 'admin' } })).error).toBe(
      'AccessDenied',
    );
    expect((await work({ ...own, do: 'get', tags: {} })).error).toBe('AccessDenied');
  });
});

describe('a fault', () => {
  const reads = (call: { operation: string }): boolean => call.operation === 'GetItem';
  const writes = (call: { operation: string }): boolean => call.operation === 'PutItem';

  it('of throttling is met once and overcome by the SDK', async () => {
    fixture.host.faults.add({ when: reads, effect: throttled });
    expect((await work({ ...own, do: 'get', maxAttempts: 1 })).error).toBe(
      'ProvisionedThroughputExceededException',
    );
    fixture.host.faults.add({ when: reads, effect: throttled });
    expect(await work({ ...own, do: 'get', maxAttempts: 3 })).toHaveProperty('answer');
    expect(fixture.host.faults.pending).toBe(0);
  });

  it('of a lost reply leaves the work done', async () => {
    const pk = 'T#t_1#LOST';
    fixture.host.faults.add({ when: writes, effect: { kind: 'drop-reply' } });
    expect(await work({ ...own, do: 'put', pk })).toHaveProperty('error');
    expect((await work({ ...own, do: 'get', pk })).answer).toMatchObject({ pk: { S: pk } });
  });

  it('of a lost request leaves nothing done', async () => {
    const pk = 'T#t_1#NEVER';
    fixture.host.faults.add({ when: writes, effect: { kind: 'drop-request' } });
    expect(await work({ ...own, do: 'put', pk })).toHaveProperty('error');
    expect((await work({ ...own, do: 'get', pk })).answer).toBeNull();
  });

  it('may hit one function only', async () => {
    fixture.host.faults.add({ when: ({ functionName }) => functionName === 'Stranger', effect: throttled });
    expect(await work({ ...own, do: 'get' })).toHaveProperty('answer');
    fixture.host.faults.clear();
    expect(fixture.host.faults.pending).toBe(0);
  });
});
