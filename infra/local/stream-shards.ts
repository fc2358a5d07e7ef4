/** The shards of a table's stream, each with the place where reading goes on. */
import * as z from 'zod';
import { type EngineCalls, EngineError } from '#infra/local/dynamodb-calls.ts';

export interface Shard {
  readonly id: string;
  /** True when the shard has been read to its end and will never have more. */
  readonly closed: boolean;
  /** Where to read next; asks the engine for a place when there is none, as after a restart or a failure. */
  iterator(): Promise<string>;
  /** Goes on with the iterator of the last answer; without one the shard is closed. */
  moveTo(next: string | undefined): void;
  /** Forgets the place: the checkpoint tells where to go on. */
  reset(): void;
}

const tableSchema = z.object({ Table: z.object({ LatestStreamArn: z.string() }) });
const streamSchema = z.object({
  StreamDescription: z.object({ Shards: z.array(z.object({ ShardId: z.string() })) }),
});
const iteratorSchema = z.object({ ShardIterator: z.string() });

export interface ShardPositions {
  /** Where to begin in a shard without a checkpoint. */
  readonly begin: 'LATEST' | 'TRIM_HORIZON';
  /** The last sequence number dealt with, per shard. */
  readonly checkpoint: (shardId: string) => string | undefined;
}

/** Lists the stream's shards. */
export const openShards = async (
  calls: EngineCalls,
  tableName: string,
  positions: ShardPositions,
): Promise<readonly Shard[]> => {
  const { Table } = tableSchema.parse(await calls.call('DynamoDB.DescribeTable', { TableName: tableName }));
  const streamArn = Table.LatestStreamArn;
  const { StreamDescription } = streamSchema.parse(
    await calls.call('DynamoDBStreams.DescribeStream', { StreamArn: streamArn }),
  );
  const shards = StreamDescription.Shards.map(({ ShardId }) =>
    openShard(calls, streamArn, ShardId, positions),
  );
  // LATEST means: from this moment on, not from the first poll.
  for (const shard of shards) await shard.iterator();
  return shards;
};

const openShard = (calls: EngineCalls, streamArn: string, id: string, positions: ShardPositions): Shard => {
  let current: string | undefined;
  let closed = false;
  const ask = async (start: Record<string, string>): Promise<string> => {
    const input = { StreamArn: streamArn, ShardId: id, ...start };
    return iteratorSchema.parse(await calls.call('DynamoDBStreams.GetShardIterator', input)).ShardIterator;
  };
  const findPlace = async (): Promise<string> => {
    const after = positions.checkpoint(id);
    if (after === undefined) return ask({ ShardIteratorType: positions.begin });
    try {
      return await ask({ ShardIteratorType: 'AFTER_SEQUENCE_NUMBER', SequenceNumber: after });
    } catch (error) {
      // The stream keeps a day; whoever was away longer goes on with the oldest that is left, as on AWS.
      if (!(error instanceof EngineError && error.code === 'TrimmedDataAccessException')) throw error;
      return ask({ ShardIteratorType: 'TRIM_HORIZON' });
    }
  };
  return {
    id,
    get closed() {
      return closed;
    },
    iterator: async () => {
      current ??= await findPlace();
      return current;
    },
    moveTo: (next) => {
      current = next;
      closed = next === undefined;
    },
    reset: () => {
      current = undefined;
    },
  };
};
