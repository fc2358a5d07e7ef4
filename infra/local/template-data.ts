/** Tables, queues and buckets, read from the stack. */
import * as z from 'zod';
import type { Stack } from '#infra/local/template.ts';

const keySchema = z.array(z.object({ AttributeName: z.string(), KeyType: z.enum(['HASH', 'RANGE']) }));

const tableSchema = z.object({
  KeySchema: keySchema,
  AttributeDefinitions: z.array(z.object({ AttributeName: z.string(), AttributeType: z.string() })),
  GlobalSecondaryIndexes: z
    .array(
      z.object({
        IndexName: z.string(),
        KeySchema: keySchema,
        Projection: z.record(z.string(), z.unknown()),
      }),
    )
    .default([]),
  StreamSpecification: z.object({ StreamViewType: z.string() }).optional(),
  TimeToLiveSpecification: z.object({ AttributeName: z.string(), Enabled: z.coerce.boolean() }).optional(),
});

type KeySchema = z.infer<typeof keySchema>;

export interface TableDefinition {
  readonly name: string;
  readonly arn: string;
  readonly keySchema: KeySchema;
  readonly attributes: readonly { readonly AttributeName: string; readonly AttributeType: string }[];
  readonly indexes: readonly {
    readonly IndexName: string;
    readonly KeySchema: KeySchema;
    readonly Projection: Readonly<Record<string, unknown>>;
  }[];
  readonly streamView: string | undefined;
  readonly ttlAttribute: string | undefined;
}

/** DynamoDB tables, of either CloudFormation type. */
export const tablesOf = (stack: Stack): readonly TableDefinition[] =>
  [...stack.resources('AWS::DynamoDB::GlobalTable'), ...stack.resources('AWS::DynamoDB::Table')].map(
    (resource) => {
      const properties = tableSchema.parse(resource.properties);
      const ttl = properties.TimeToLiveSpecification;
      return {
        name: resource.name,
        arn: resource.arn,
        keySchema: properties.KeySchema,
        attributes: properties.AttributeDefinitions,
        indexes: properties.GlobalSecondaryIndexes,
        streamView: properties.StreamSpecification?.StreamViewType,
        ttlAttribute: ttl?.Enabled === true ? ttl.AttributeName : undefined,
      };
    },
  );

/** The partition key attribute of a table, or of one of its indexes. */
export const partitionKeyOf = (table: TableDefinition, indexName?: string): string | undefined => {
  const keys =
    indexName === undefined
      ? table.keySchema
      : table.indexes.find((index) => index.IndexName === indexName)?.KeySchema;
  return keys?.find((key) => key.KeyType === 'HASH')?.AttributeName;
};

const queueSchema = z.object({
  VisibilityTimeout: z.coerce.number().default(30),
  MessageRetentionPeriod: z.coerce.number().default(345_600),
  DelaySeconds: z.coerce.number().default(0),
  MaximumMessageSize: z.coerce.number().default(1_048_576),
  FifoQueue: z.coerce.boolean().default(false),
  RedrivePolicy: z.object({ deadLetterTargetArn: z.string(), maxReceiveCount: z.coerce.number() }).optional(),
});

export interface QueueDefinition {
  readonly name: string;
  readonly arn: string;
  readonly url: string;
  readonly visibilityTimeoutMs: number;
  readonly retentionMs: number;
  readonly delayMs: number;
  readonly maximumBytes: number;
  readonly redrive: { readonly deadLetterArn: string; readonly maximumReceives: number } | undefined;
}

export const queuesOf = (stack: Stack): readonly QueueDefinition[] =>
  stack.resources('AWS::SQS::Queue').map((resource) => {
    const properties = queueSchema.parse(resource.properties);
    if (properties.FifoQueue) {
      throw new Error(
        `The queue ${resource.name} is a FIFO queue; the local host runs standard queues only.`,
      );
    }
    const redrive = properties.RedrivePolicy;
    return {
      name: resource.name,
      arn: resource.arn,
      url: resource.ref,
      visibilityTimeoutMs: properties.VisibilityTimeout * 1000,
      retentionMs: properties.MessageRetentionPeriod * 1000,
      delayMs: properties.DelaySeconds * 1000,
      maximumBytes: properties.MaximumMessageSize,
      redrive: redrive && {
        deadLetterArn: redrive.deadLetterTargetArn,
        maximumReceives: redrive.maxReceiveCount,
      },
    };
  });

export interface BucketNotification {
  readonly bucket: string;
  readonly targetArn: string;
  readonly kind: 'queue' | 'function';
  /** `s3:ObjectCreated:*` and the like. */
  readonly events: readonly string[];
  readonly prefix: string;
  readonly suffix: string;
}

const filterSchema = z
  .object({
    // CloudFormation and the custom resource of CDK spell these differently.
    S3Key: z.object({ Rules: z.array(z.object({ Name: z.string(), Value: z.string() })) }).optional(),
    Key: z.object({ FilterRules: z.array(z.object({ Name: z.string(), Value: z.string() })) }).optional(),
  })
  .optional();

const target = { Filter: filterSchema, Event: z.string().optional(), Events: z.array(z.string()).optional() };
const notificationSchema = z.object({
  QueueConfigurations: z
    .array(z.object({ ...target, Queue: z.string().optional(), QueueArn: z.string().optional() }))
    .default([]),
  LambdaConfigurations: z.array(z.object({ ...target, Function: z.string() })).default([]),
  LambdaFunctionConfigurations: z.array(z.object({ ...target, LambdaFunctionArn: z.string() })).default([]),
});

type Target = {
  Filter?: z.infer<typeof filterSchema>;
  Event?: string | undefined;
  Events?: string[] | undefined;
};

/** Bucket notifications, from the bucket itself or from the custom resource that CDK writes. */
export const bucketNotificationsOf = (stack: Stack): readonly BucketNotification[] => {
  const sources = [
    ...stack.resources('AWS::S3::Bucket').map(({ name, properties }) => ({
      bucket: name,
      configuration: properties['NotificationConfiguration'],
    })),
    ...stack.resources('Custom::S3BucketNotifications').map(({ properties }) => ({
      bucket: String(properties['BucketName']),
      configuration: properties['NotificationConfiguration'],
    })),
  ];
  return sources.flatMap(({ bucket, configuration }) => {
    if (configuration === undefined) return [];
    const parsed = notificationSchema.parse(configuration);
    const one = (kind: 'queue' | 'function', targetArn: string, item: Target): BucketNotification => {
      const rules = item.Filter?.S3Key?.Rules ?? item.Filter?.Key?.FilterRules ?? [];
      const rule = (name: string): string =>
        rules.find((each) => each.Name.toLowerCase() === name)?.Value ?? '';
      const events = item.Events ?? (item.Event === undefined ? [] : [item.Event]);
      return { bucket, kind, targetArn, events, prefix: rule('prefix'), suffix: rule('suffix') };
    };
    return [
      ...parsed.QueueConfigurations.map((item) => one('queue', item.QueueArn ?? item.Queue ?? '', item)),
      ...parsed.LambdaConfigurations.map((item) => one('function', item.Function, item)),
      ...parsed.LambdaFunctionConfigurations.map((item) => one('function', item.LambdaFunctionArn, item)),
    ];
  });
};
