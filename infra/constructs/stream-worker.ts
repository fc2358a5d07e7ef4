import { Duration } from 'aws-cdk-lib';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import type { Construct } from 'constructs';
import type { FunctionSpec } from '../functions.ts';
import { setAside } from '../policies/service-grants.ts';
import type { Grant } from '../policies/statement.ts';
import { streamRead, type TableTarget } from '../policies/table-grants.ts';
import { ServiceAlarm } from './service-alarm.ts';
import { type FunctionPlatform, ServiceFunction } from './service-function.ts';
import { DeadLetterQueue } from './work-queue.ts';

export interface StreamWorkerProps {
  readonly spec: FunctionSpec;
  readonly table: TableTarget;
  readonly grants: readonly Grant[];
  readonly batchSize: number;
  /** Lambda's filter patterns; a record that fits none never wakes the function. */
  readonly filters: readonly object[];
}

/**
 * The function that follows the table's changes, in order. A record that fails is halved out of its batch, tried
 * five times within a day and then set aside, so that one poisoned record never blocks those behind it.
 */
export class StreamWorker extends ServiceFunction {
  constructor(scope: Construct, id: string, platform: FunctionPlatform, props: StreamWorkerProps) {
    const { spec, table, grants, batchSize, filters } = props;
    const { stack } = platform;
    const deadLetters = new DeadLetterQueue(scope, `${id}DeadLetters`, stack, {
      name: spec.name,
      errorImpact: spec.errorImpact,
    });
    super(scope, id, platform, {
      spec,
      grants,
      feeding: [streamRead(table), setAside(deadLetters.queue.queueArn)],
    });
    new lambda.CfnEventSourceMapping(this, 'StreamMapping', {
      eventSourceArn: table.streamArn,
      functionName: this.function.functionName,
      startingPosition: 'TRIM_HORIZON',
      batchSize,
      filterCriteria: { filters: filters.map((pattern) => ({ pattern: JSON.stringify(pattern) })) },
      functionResponseTypes: ['ReportBatchItemFailures'],
      bisectBatchOnFunctionError: true,
      maximumRetryAttempts: 5,
      maximumRecordAgeInSeconds: Duration.hours(24).toSeconds(),
      destinationConfig: { onFailure: { destination: deadLetters.queue.queueArn } },
    });
    new ServiceAlarm(this, 'AgeAlarm', stack, {
      name: `${spec.name}-age`,
      errorImpact: `Changes wait for more than ten minutes. ${spec.errorImpact}`,
      metric: this.function.metric('IteratorAge', { period: Duration.minutes(5), statistic: 'Maximum' }),
      threshold: Duration.minutes(10).toMilliseconds(),
    });
  }
}
