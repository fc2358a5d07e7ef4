/** Lambda functions and what starts them, read from the stack. */
import * as z from 'zod';
import type { Resource, Stack } from '#infra/local/template.ts';

export interface FunctionDefinition {
  /** Physical name; unique in the stack. */
  readonly name: string;
  readonly logicalId: string;
  readonly arn: string;
  readonly roleArn: string;
  readonly region: string;
  /** Folder of the bundle, the same that would be zipped and uploaded. */
  readonly codeDir: string;
  /** `index.handler` */
  readonly handler: string;
  readonly timeoutMs: number;
  readonly memoryMb: number;
  readonly environment: Readonly<Record<string, string>>;
  /** Upper bound of simultaneous invocations, when the template reserves one. */
  readonly concurrency: number | undefined;
  /** Retries after a failed asynchronous invocation (AWS: two). */
  readonly asyncRetries: number;
  /** Where an event goes that failed asynchronously to the end. */
  readonly deadLetterArn: string | undefined;
}

const functionSchema = z.object({
  Code: z.object({ S3Key: z.string() }),
  Runtime: z.string().startsWith('nodejs'),
  Handler: z.string(),
  Role: z.string(),
  Timeout: z.coerce.number().default(3),
  MemorySize: z.coerce.number().default(128),
  Environment: z.object({ Variables: z.record(z.string(), z.coerce.string()).default({}) }).optional(),
  ReservedConcurrentExecutions: z.coerce.number().optional(),
  DeadLetterConfig: z.object({ TargetArn: z.string().optional() }).optional(),
});

const invokeConfigSchema = z.object({
  FunctionName: z.string(),
  MaximumRetryAttempts: z.coerce.number().optional(),
  DestinationConfig: z.object({ OnFailure: z.object({ Destination: z.string() }).optional() }).optional(),
});

/** The stack's Node functions with a bundle. Helpers that CDK adds in other languages are left out. */
export const functionsOf = (stack: Stack): readonly FunctionDefinition[] => {
  const configs = stack
    .resources('AWS::Lambda::EventInvokeConfig')
    .map((resource) => invokeConfigSchema.parse(resource.properties));
  return stack.resources('AWS::Lambda::Function').flatMap((resource) => {
    const parsed = functionSchema.safeParse(resource.properties);
    if (!parsed.success) return [];
    const properties = parsed.data;
    const codeDir = stack.assetPath(properties.Code.S3Key);
    if (codeDir === undefined) return [];
    const config = configs.find(
      (each) => stack.find(each.FunctionName, 'AWS::Lambda::Function') === resource,
    );
    return [
      {
        name: resource.name,
        logicalId: resource.logicalId,
        arn: resource.arn,
        roleArn: properties.Role,
        region: resource.region,
        codeDir,
        handler: properties.Handler,
        timeoutMs: properties.Timeout * 1000,
        memoryMb: properties.MemorySize,
        environment: properties.Environment?.Variables ?? {},
        concurrency: properties.ReservedConcurrentExecutions,
        asyncRetries: config?.MaximumRetryAttempts ?? 2,
        deadLetterArn:
          config?.DestinationConfig?.OnFailure?.Destination ?? properties.DeadLetterConfig?.TargetArn,
      },
    ];
  });
};

export interface MappingDefinition {
  /** Unique and stable: the checkpoint's key. */
  readonly id: string;
  readonly sourceArn: string;
  readonly functionName: string;
  readonly batchSize: number;
  /** Filter patterns; a record passes when any matches, or when there are none. */
  readonly filters: readonly Readonly<Record<string, unknown>>[];
  readonly reportsItemFailures: boolean;
  readonly bisect: boolean;
  /** Infinity when the template sets no limit, as on AWS. */
  readonly maximumRetries: number;
  readonly maximumAgeMs: number;
  readonly startingPosition: 'LATEST' | 'TRIM_HORIZON';
  readonly onFailureArn: string | undefined;
  /** How many batches of a queue may be under way at once. */
  readonly maximumConcurrency: number;
}

const mappingSchema = z.object({
  EventSourceArn: z.string(),
  FunctionName: z.string(),
  BatchSize: z.coerce.number().optional(),
  Enabled: z.coerce.boolean().default(true),
  FilterCriteria: z.object({ Filters: z.array(z.object({ Pattern: z.string() })) }).optional(),
  FunctionResponseTypes: z.array(z.string()).default([]),
  BisectBatchOnFunctionError: z.coerce.boolean().default(false),
  MaximumRetryAttempts: z.coerce.number().default(-1),
  MaximumRecordAgeInSeconds: z.coerce.number().default(-1),
  StartingPosition: z.enum(['LATEST', 'TRIM_HORIZON']).default('LATEST'),
  DestinationConfig: z.object({ OnFailure: z.object({ Destination: z.string() }).optional() }).optional(),
  ScalingConfig: z.object({ MaximumConcurrency: z.coerce.number() }).optional(),
});

const filterSchema = z.record(z.string(), z.unknown());

/** Event source mappings of one kind of source. Disabled ones are left out. */
export const mappingsOf = (stack: Stack, source: 'stream' | 'queue'): readonly MappingDefinition[] =>
  stack.resources('AWS::Lambda::EventSourceMapping').flatMap((resource: Resource) => {
    const properties = mappingSchema.parse(resource.properties);
    const isStream = properties.EventSourceArn.includes(':dynamodb:');
    const lambda = stack.find(properties.FunctionName, 'AWS::Lambda::Function');
    if (!properties.Enabled || isStream !== (source === 'stream') || lambda === undefined) return [];
    const limit = (value: number): number => (value < 0 ? Number.POSITIVE_INFINITY : value);
    return [
      {
        id: `${resource.stackName}-${resource.logicalId}`,
        sourceArn: properties.EventSourceArn,
        functionName: lambda.name,
        batchSize: properties.BatchSize ?? (isStream ? 100 : 10),
        filters: (properties.FilterCriteria?.Filters ?? []).map(({ Pattern }) =>
          filterSchema.parse(JSON.parse(Pattern)),
        ),
        reportsItemFailures: properties.FunctionResponseTypes.includes('ReportBatchItemFailures'),
        bisect: properties.BisectBatchOnFunctionError,
        maximumRetries: limit(properties.MaximumRetryAttempts),
        maximumAgeMs: limit(properties.MaximumRecordAgeInSeconds) * 1000,
        startingPosition: properties.StartingPosition,
        onFailureArn: properties.DestinationConfig?.OnFailure?.Destination,
        maximumConcurrency: properties.ScalingConfig?.MaximumConcurrency ?? 2,
      },
    ];
  });
