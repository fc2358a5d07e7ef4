/** The shards of a table's stream, each with the place where reading goes on. */
import * as z from 'zod';
import type { EngineCalls } from '#infra/local/dynamodb-calls.ts';

export interface Shard {
  readonly id: string;
  /** Where to read next; asks the engine for a place when there is none, as after a restart or an expiry. */
  iterator(): Promise<string>;
  /** Goes on with the iterator of the last answer. */
  moveTo(next: string | undefined): void;
}

const tableSchema = z.object({ Table: z.object({ LatestStreamArn: z.string() }) });
const streamSchema = z.object({
  StreamDescription: z.object({ Shards: z.array(z.object({ ShardId: z.string() })) }),
});
const iteratorSchema = z.object({ ShardIterator: z.string() });

/** `checkpoint` gives the last sequence number dealt with, per shard. */
export const openShards = async (
  calls: EngineCalls,
  tableName: string,
  position: 'LATEST' | 'TRIM_HORIZON',
  checkpoint: (shardId: string) => string | undefined,
): Promise<readonly Shard[]> => {
  const { Table } = tableSchema.parse(await calls.call('DynamoDB.DescribeTable', { TableName: tableName }));
  const StreamArn = Table.LatestStreamArn;
  const { StreamDescription } = streamSchema.parse(
    await calls.call('DynamoDBStreams.DescribeStream', { StreamArn }),
  );
  const shards = StreamDescription.Shards.map(({ ShardId }): Shard => {
    let current: string | undefined;
    return {
      id: ShardId,
      iterator: async () => {
        if (current !== undefined) return current;
        const after = checkpoint(ShardId);
        const start =
          after === undefined
            ? { ShardIteratorType: position }
            : { ShardIteratorType: 'AFTER_SEQUENCE_NUMBER', SequenceNumber: after };
        const answer = await calls.call('DynamoDBStreams.GetShardIterator', { StreamArn, ShardId, ...start });
        current = iteratorSchema.parse(answer).ShardIterator;
        return current;
      },
      moveTo: (next) => {
        current = next;
      },
    };
  });
  // LATEST means: from this moment on, not from the first poll.
  for (const shard of shards) await shard.iterator();
  return shards;
};
