import { describe, expect, it } from 'vitest';
import { type EngineCalls, EngineError } from '#infra/local/dynamodb-calls.ts';
import { openShards } from '#infra/local/stream-shards.ts';

/** An engine with one shard that remembers what was asked of it. */
const engine = (refuse?: string): { readonly calls: EngineCalls; readonly asked: string[] } => {
  const asked: string[] = [];
  const calls: EngineCalls = {
    endpoint: new URL('http://127.0.0.1/'),
    close: () => undefined,
    call: async (operation, input) => {
      if (operation === 'DynamoDB.DescribeTable') return { Table: { LatestStreamArn: 'arn:stream' } };
      if (operation === 'DynamoDBStreams.DescribeStream')
        return { StreamDescription: { Shards: [{ ShardId: 's' }] } };
      const type = String(input['ShardIteratorType']);
      asked.push(`${type} ${String(input['SequenceNumber'] ?? '')}`.trim());
      if (type === refuse) throw new EngineError('TrimmedDataAccessException', 'gone');
      return { ShardIterator: `at ${type}` };
    },
  };
  return { calls, asked };
};

describe('a shard', () => {
  it('without a checkpoint begins where the mapping says, with one behind it', async () => {
    const first = engine();
    await openShards(first.calls, 'T', { begin: 'LATEST', checkpoint: () => undefined });
    expect(first.asked).toEqual(['LATEST']);
    const second = engine();
    await openShards(second.calls, 'T', { begin: 'LATEST', checkpoint: () => '17' });
    expect(second.asked).toEqual(['AFTER_SEQUENCE_NUMBER 17']);
  });

  it('whose checkpoint is older than what the stream keeps goes on with the oldest that is left', async () => {
    const { calls, asked } = engine('AFTER_SEQUENCE_NUMBER');
    const [shard] = await openShards(calls, 'T', { begin: 'LATEST', checkpoint: () => '17' });
    expect(asked.at(-1)).toBe('TRIM_HORIZON');
    expect(await shard?.iterator()).toBe('at TRIM_HORIZON');
  });

  it('is closed when the engine gives no next place, and finds its place anew after a failure', async () => {
    const { calls, asked } = engine();
    const [shard] = await openShards(calls, 'T', { begin: 'TRIM_HORIZON', checkpoint: () => undefined });
    shard?.moveTo('next');
    expect(await shard?.iterator()).toBe('next');
    shard?.reset();
    expect(await shard?.iterator()).toBe('at TRIM_HORIZON');
    expect([shard?.closed, asked.length]).toEqual([false, 2]);
    shard?.moveTo(undefined);
    expect(shard?.closed).toBe(true);
  });
});
