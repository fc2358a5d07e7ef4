import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { send } from '#test/local-host/fixture/clients.ts';
import { type Fixture, startFixture } from '#test/local-host/fixture/start-fixture.ts';

let fixture: Fixture;
beforeEach(async () => {
  fixture = await startFixture();
});
afterEach(() => fixture.stop());

const bodies = (): readonly unknown[] =>
  fixture.journal('QueueReader').flatMap(({ bodies: each }) => each as unknown[]);
const minutes = (count: number): Promise<void> =>
  fixture.host.clock.advanceTo(fixture.host.clock.now() + count * 60_000);

describe('a message', () => {
  it('reaches the function in the form that Lambda gives, and is gone afterwards', async () => {
    await send(fixture.host, 'WorkQueue', { n: 1 });
    await fixture.host.idle();
    expect(fixture.journal('QueueReader')[0]?.['first']).toMatchObject({
      body: '{"n":1}',
      eventSource: 'aws:sqs',
      eventSourceARN: 'arn:aws:sqs:us-east-1:000000000000:WorkQueue',
      attributes: { ApproximateReceiveCount: '1' },
      messageAttributes: { kind: { dataType: 'String', stringValue: 'test' } },
    });
    await minutes(30);
    expect(bodies()).toEqual([{ n: 1 }]);
  });

  it('that is not taken comes back after its visibility time, alone, and then goes to the dead letters', async () => {
    for (const body of [{ n: 1 }, { n: 2, does: 'fail' }, { n: 3 }])
      await send(fixture.host, 'WorkQueue', body);
    await fixture.host.idle();
    expect(bodies()).toHaveLength(3);
    await minutes(11);
    expect(bodies().slice(3)).toEqual([{ n: 2, does: 'fail' }]);
    expect(fixture.host.deadLetters()).toEqual([]);
    await minutes(11);
    expect(bodies()).toHaveLength(4);
    expect(fixture.host.deadLetters()).toMatchObject([{ queue: 'WorkDead', body: '{"n":2,"does":"fail"}' }]);
  });

  it('comes back with all its batch when the function throws', async () => {
    await send(fixture.host, 'WorkQueue', { does: 'throw' });
    await fixture.host.idle();
    await minutes(11);
    expect(bodies()).toHaveLength(2);
    await minutes(11);
    expect(fixture.host.deadLetters()).toHaveLength(1);
  });

  it('with a delay waits for it', async () => {
    await send(fixture.host, 'WorkQueue', { late: true }, 600);
    await fixture.host.idle();
    expect(bodies()).toEqual([]);
    const due = fixture.host.clock.now() + 600_000;
    await minutes(60);
    expect(bodies()).toEqual([{ late: true }]);
    // On the way of the journey, not at its end.
    expect(fixture.journal('QueueReader')[0]?.['now']).toBeLessThan(due + 600_000);
  });

  it('survives a restart', async () => {
    await send(fixture.host, 'WorkQueue', { kept: true }, 300);
    await fixture.restart();
    await minutes(6);
    expect(bodies()).toEqual([{ kept: true }]);
  });
});
