/** Stream records as Lambda receives them, from those that the engine gives. */
import { isDeepStrictEqual } from 'node:util';
import * as z from 'zod';
import type { WireItem } from '#infra/local/dynamodb-calls.ts';

const image = z.record(z.string(), z.record(z.string(), z.unknown()));

const recordSchema = z.object({
  eventID: z.string(),
  eventName: z.enum(['INSERT', 'MODIFY', 'REMOVE']),
  eventVersion: z.string().default('1.1'),
  dynamodb: z.object({
    ApproximateCreationDateTime: z.number().default(0),
    Keys: image,
    NewImage: image.optional(),
    OldImage: image.optional(),
    SequenceNumber: z.string(),
    SizeBytes: z.number().default(0),
    StreamViewType: z.string(),
  }),
});

const pageSchema = z.object({
  Records: z.array(recordSchema).default([]),
  NextShardIterator: z.string().optional(),
});

type EngineRecord = z.infer<typeof recordSchema>;

export interface StreamRecord extends Omit<EngineRecord, never> {
  readonly eventSource: 'aws:dynamodb';
  readonly awsRegion: string;
  readonly eventSourceARN: string;
  readonly userIdentity?: { readonly type: 'Service'; readonly principalId: 'dynamodb.amazonaws.com' };
}

export interface RecordSettings {
  readonly streamArn: string;
  readonly region: string;
  /** Offset of the host's clock: the engine stamps records with the machine's. */
  readonly offset: () => number;
  readonly isExpired: (keys: WireItem) => boolean;
}

/** One answer of GetRecords. */
export const readPage = (
  answer: unknown,
  settings: RecordSettings,
): { readonly records: readonly StreamRecord[]; readonly next: string | undefined } => {
  const page = pageSchema.parse(answer);
  return {
    records: page.Records.map((record) => toLambdaRecord(record, settings)),
    next: page.NextShardIterator,
  };
};

const toLambdaRecord = (record: EngineRecord, settings: RecordSettings): StreamRecord => ({
  eventID: record.eventID,
  eventName: record.eventName,
  eventVersion: record.eventVersion,
  eventSource: 'aws:dynamodb',
  awsRegion: settings.region,
  eventSourceARN: settings.streamArn,
  ...(record.eventName === 'REMOVE' &&
    settings.isExpired(record.dynamodb.Keys) && {
      userIdentity: { type: 'Service', principalId: 'dynamodb.amazonaws.com' },
    }),
  dynamodb: {
    ...record.dynamodb,
    ApproximateCreationDateTime: record.dynamodb.ApproximateCreationDateTime + settings.offset() / 1000,
  },
});

/** The engine records a write that changes nothing; AWS does not. */
export const changesNothing = ({ eventName, dynamodb }: StreamRecord): boolean =>
  eventName === 'MODIFY' && isDeepStrictEqual(dynamodb.NewImage, dynamodb.OldImage);
