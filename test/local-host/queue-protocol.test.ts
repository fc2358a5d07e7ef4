import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { QueueStore } from '#infra/local/queue-store.ts';
import type { Principal } from '#infra/local/service.ts';
import { runSqs } from '#infra/local/sqs.ts';
import { queuesOf } from '#infra/local/template-data.ts';

const principal: Principal = { kind: 'operator', roleArn: 'arn:r', arn: 'arn:me', tags: {} };
const QueueUrl = 'https://sqs.us-east-1.amazonaws.com/000000000000/Work';
const definition = (name: string, redriveTo?: string) => ({
  name,
  arn: `arn:aws:sqs:us-east-1:000000000000:${name}`,
  url: QueueUrl.replace('Work', name),
  visibilityTimeoutMs: 30_000,
  retentionMs: 86_400_000,
  delayMs: 0,
  maximumBytes: 1000,
  redrive:
    redriveTo === undefined
      ? undefined
      : { deadLetterArn: `arn:aws:sqs:us-east-1:000000000000:${redriveTo}`, maximumReceives: 2 },
});

let folder: string;
let now: number;
let store: QueueStore;
const open = (): QueueStore =>
  new QueueStore([definition('Work', 'Dead'), definition('Dead')], folder, {
    now: () => now,
    offset: () => 0,
    advanceTo: async () => undefined,
  });
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'porchlight-queues-'));
  now = Date.UTC(2027, 0, 1);
  store = open();
});
afterEach(() => {
  store.close();
  rmSync(folder, { recursive: true, force: true });
});

const run = (operation: string, input: Record<string, unknown> = {}): Promise<Record<string, unknown>> =>
  runSqs(store, operation, { QueueUrl, ...input }, principal);
const receive = async (): Promise<readonly Record<string, string>[]> =>
  ((await run('ReceiveMessage', { MaxNumberOfMessages: 10 }))['Messages'] ?? []) as Record<string, string>[];
const send = (MessageBody: string, more: Record<string, unknown> = {}) =>
  run('SendMessage', { MessageBody, ...more });

describe('a queue', () => {
  it('answers with the digests that an SDK checks', async () => {
    expect(await send('hello')).toMatchObject({ MD5OfMessageBody: '5d41402abc4b2a76b9719d911017c592' });
    const [message] = await receive();
    expect(message).toMatchObject({ Body: 'hello', MD5OfBody: '5d41402abc4b2a76b9719d911017c592' });
  });

  it('hides what was received until its time is over, and forgets what was deleted', async () => {
    await send('one');
    const [first] = await receive();
    expect(await receive()).toEqual([]);
    now += 31_000;
    const [second] = await receive();
    expect(second?.['MessageId']).toBe(first?.['MessageId']);
    await run('DeleteMessage', { ReceiptHandle: second?.['ReceiptHandle'] });
    now += 31_000;
    expect(await receive()).toEqual([]);
  });

  it('deletes nothing by a handle that a later receive has replaced', async () => {
    await send('one');
    const [first] = await receive();
    now += 31_000;
    await receive();
    await run('DeleteMessage', { ReceiptHandle: first?.['ReceiptHandle'] });
    expect(store.peek(store.queues[0] ?? definition('Work'))).toHaveLength(1);
  });

  it('shows a message at once when its visibility is set to nothing', async () => {
    await send('one');
    const [message] = await receive();
    await run('ChangeMessageVisibility', { ReceiptHandle: message?.['ReceiptHandle'], VisibilityTimeout: 0 });
    expect(await receive()).toHaveLength(1);
    await expect(
      run('ChangeMessageVisibility', { ReceiptHandle: 'other', VisibilityTimeout: 0 }),
    ).rejects.toThrow('receipt handle is invalid');
  });

  it('moves what was received too often to its dead letters, across a restart', async () => {
    await send('bad');
    await receive();
    now += 31_000;
    store.close();
    store = open();
    await receive();
    now += 31_000;
    expect(await receive()).toEqual([]);
    expect(await run('GetQueueAttributes', { QueueUrl: QueueUrl.replace('Work', 'Dead') })).toMatchObject({
      Attributes: { ApproximateNumberOfMessages: '1' },
    });
  });

  it('forgets what is older than it keeps', async () => {
    await send('old');
    now += 86_400_001;
    expect(await receive()).toEqual([]);
  });

  it('wakes a long poll as soon as there is something', async () => {
    const waiting = run('ReceiveMessage', { WaitTimeSeconds: 20 });
    await send('late');
    expect(await waiting).toMatchObject({ Messages: [{ Body: 'late' }] });
  });
});

describe('a queue refuses', () => {
  const entry = (n: number) => ({ Id: String(n), MessageBody: 'x' });
  it.each([
    [
      'more than ten in a batch',
      Array.from({ length: 11 }, (_, n) => entry(n)),
      'TooManyEntriesInBatchRequest',
    ],
    ['an empty batch', [], 'EmptyBatchRequest'],
    ['an id twice', [entry(1), entry(1)], 'BatchEntryIdsNotDistinct'],
    [
      'a batch that is too large',
      [entry(1), { Id: '2', MessageBody: 'x'.repeat(1000) }],
      'BatchRequestTooLong',
    ],
  ])('%s', async (_what, Entries, code) => {
    await expect(run('SendMessageBatch', { Entries })).rejects.toMatchObject({ code });
  });

  it('a message that is too large, empty, or delayed beyond a quarter of an hour', async () => {
    await expect(send('x'.repeat(1001))).rejects.toThrow('must be shorter than 1000 bytes');
    await expect(send('')).rejects.toMatchObject({ code: 'MissingParameter' });
    await expect(send('x', { DelaySeconds: 901 })).rejects.toMatchObject({ code: 'InvalidParameterValue' });
  });

  it('a name that it does not have, and an operation that it does not know', async () => {
    await expect(run('SendMessage', { QueueUrl: 'https://x/000000000000/Other' })).rejects.toMatchObject({
      code: 'QueueDoesNotExist',
    });
    await expect(run('AddPermission')).rejects.toMatchObject({ code: 'UnsupportedOperation' });
  });

  it('to be a FIFO queue on this machine', () => {
    const resource = {
      stackName: 's',
      logicalId: 'Q',
      type: 'AWS::SQS::Queue',
      name: 'Q.fifo',
      arn: 'arn',
      region: 'us-east-1',
      ref: 'url',
      properties: { FifoQueue: true },
    };
    const stack = {
      account: '1',
      region: 'us-east-1',
      assemblyDir: '',
      resources: () => [resource],
      find: () => undefined,
      assetPath: () => undefined,
    };
    expect(() => queuesOf(stack)).toThrow('The queue Q.fifo is a FIFO queue');
  });
});
