import {
  DescribeStreamCommand,
  DynamoDBStreamsClient,
  GetRecordsCommand,
  GetShardIteratorCommand,
  ListStreamsCommand,
} from '@aws-sdk/client-dynamodb-streams';
import type { DynamoDBRecord } from 'aws-lambda';
import type { Engine } from './engine.ts';

/** Every change of a table since it was made, in order, as the table's own stream tells it. */
export async function streamOf(engine: Engine, tableName: string): Promise<DynamoDBRecord[]> {
  const client = new DynamoDBStreamsClient({
    endpoint: engine.endpoint,
    region: 'us-east-1',
    credentials: { accessKeyId: 'test', secretAccessKey: 'test' },
  });
  try {
    const { Streams } = await client.send(new ListStreamsCommand({ TableName: tableName }));
    const StreamArn = Streams?.[0]?.StreamArn;
    const { StreamDescription } = await client.send(new DescribeStreamCommand({ StreamArn }));
    const records: DynamoDBRecord[] = [];
    for (const { ShardId } of StreamDescription?.Shards ?? []) {
      const start = await client.send(
        new GetShardIteratorCommand({ StreamArn, ShardId, ShardIteratorType: 'TRIM_HORIZON' }),
      );
      let next = start.ShardIterator;
      while (next !== undefined) {
        const page = await client.send(new GetRecordsCommand({ ShardIterator: next, Limit: 1000 }));
        // Lambda hands on the same shape; only the time of a record is written otherwise.
        records.push(...((page.Records ?? []) as unknown as DynamoDBRecord[]));
        next = (page.Records ?? []).length === 0 ? undefined : page.NextShardIterator;
      }
    }
    return records;
  } finally {
    client.destroy();
  }
}
