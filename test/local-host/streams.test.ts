import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { has, put, remove } from '#test/local-host/fixture/clients.ts';
import { type Fixture, startFixture } from '#test/local-host/fixture/start-fixture.ts';

let fixture: Fixture;
beforeEach(async () => {
  fixture = await startFixture();
});
afterEach(() => fixture.stop());

const batches = (): readonly (readonly string[])[] =>
  fixture.journal('StreamReader').map(({ seen }) => seen as string[]);
const seen = (): readonly string[] => batches().flat();
const thing = (sk: string, more: Record<string, string | number> = {}): Promise<void> =>
  put(fixture.host, sk, { et: 'thing', ...more });

describe('a change in the table', () => {
  it('reaches the function whose filter wants it, once, in the form that Lambda gives', async () => {
    await thing('a', { n: 1 });
    await put(fixture.host, 'b', { et: 'other' });
    await fixture.host.idle();
    expect(seen()).toEqual(['a']);
    expect(fixture.journal('StreamReader')[0]?.['first']).toMatchObject({
      eventName: 'INSERT',
      eventSource: 'aws:dynamodb',
      awsRegion: 'us-east-1',
      eventSourceARN: expect.stringMatching(
        /^arn:aws:dynamodb:us-east-1:000000000000:table\/Table\/stream\//,
      ),
      dynamodb: {
        Keys: { pk: { S: 'P' }, sk: { S: 'a' } },
        NewImage: { n: { N: '1' } },
        StreamViewType: 'NEW_AND_OLD_IMAGES',
      },
    });
    expect(fixture.journal('Auditor')).toEqual([]);
  });

  it('that changes nothing is no event', async () => {
    await thing('a', { n: 1 });
    await thing('a', { n: 1 });
    await thing('a', { n: 2 });
    await fixture.host.idle();
    expect(seen()).toEqual(['a', 'a']);
  });

  it('is not repeated after a restart, and what was written before the stop is not lost', async () => {
    await thing('a');
    await fixture.host.idle();
    await thing('b');
    await fixture.restart();
    await fixture.host.idle();
    await thing('c');
    await fixture.host.idle();
    expect(seen().filter((each) => each === 'a')).toHaveLength(1);
    expect(new Set(seen())).toEqual(new Set(['a', 'b', 'c']));
  });
});

describe('a record that the function cannot take', () => {
  it('is tried again and set aside; its neighbours pass', async () => {
    await fixture.host.clock.advanceTo(fixture.host.clock.now() + 1000);
    for (const sk of ['a', 'b']) await thing(sk);
    await thing('x', { poison: 'report' });
    for (const sk of ['c', 'd']) await thing(sk);
    await fixture.host.idle();
    expect(new Set(seen())).toEqual(new Set(['a', 'b', 'c', 'd', 'x']));
    // The first try and the two that the template allows, alone at the end.
    expect(batches().filter((batch) => batch.includes('x')).length).toBeGreaterThanOrEqual(3);
    const [letter, ...others] = fixture.host.deadLetters();
    expect(others).toEqual([]);
    expect(letter?.queue).toBe('StreamDead');
    expect(JSON.parse(letter?.body ?? '')).toMatchObject({
      requestContext: { condition: 'RetryAttemptsExhausted', approximateInvokeCount: 3 },
      DDBStreamBatchInfo: { batchSize: 1 },
    });
  });

  it('and throws, is found by halving the batch', async () => {
    await Promise.all([
      ...['a', 'b', 'c'].map((sk) => thing(sk)),
      thing('x', { poison: 'throw' }),
      ...['d', 'e'].map((sk) => thing(sk)),
    ]);
    await fixture.host.idle();
    expect(new Set(seen())).toEqual(new Set(['a', 'b', 'c', 'd', 'e', 'x']));
    expect(fixture.host.deadLetters()).toHaveLength(1);
    expect(fixture.host.deadLetters()[0]?.body).not.toContain('poison');
  });

  it('does not hold up the other reader of the stream', async () => {
    await thing('x', { poison: 'throw' });
    await remove(fixture.host, 'x');
    await fixture.host.idle();
    expect(fixture.journal('Auditor').map(({ seen: keys }) => keys)).toEqual([['x']]);
  });
});

describe('an item whose time to live has passed', () => {
  it('goes when it is due on the clock of the host, and the stream says who removed it', async () => {
    const tomorrow = Math.floor(fixture.host.clock.now() / 1000) + 86_400;
    await put(fixture.host, 'short', { ttl: tomorrow });
    await put(fixture.host, 'long', { ttl: tomorrow * 2 });
    await fixture.host.tidy();
    expect(await has(fixture.host, 'short')).toBe(true);
    await fixture.host.clock.advanceTo((tomorrow + 60) * 1000);
    await fixture.host.tidy();
    await fixture.host.idle();
    expect([await has(fixture.host, 'short'), await has(fixture.host, 'long')]).toEqual([false, true]);
    expect(fixture.journal('Auditor')[0]?.['first']).toMatchObject({
      eventName: 'REMOVE',
      userIdentity: { type: 'Service', principalId: 'dynamodb.amazonaws.com' },
    });
  });

  it('while an item that a person removes carries no such mark', async () => {
    await put(fixture.host, 'gone');
    await remove(fixture.host, 'gone');
    await fixture.host.idle();
    expect(fixture.journal('Auditor')[0]?.['first']).not.toHaveProperty('userIdentity');
  });
});
