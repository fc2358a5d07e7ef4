import * as lambda from 'aws-cdk-lib/aws-lambda';
import type { Construct } from 'constructs';
import { consume } from '../policies/service-grants.ts';
import type { Grant } from '../policies/statement.ts';
import { type FunctionPlatform, ServiceFunction } from './service-function.ts';
import type { WorkQueue } from './work-queue.ts';

export interface QueueWorkerProps {
  readonly from: WorkQueue;
  readonly grants: readonly Grant[];
  readonly batchSize: number;
  /** How many batches at once; keeps a flood from taking the sending quota or the table. */
  readonly maxConcurrency: number;
}

/** The function that takes from a work queue and answers for each message on its own. */
export class QueueWorker extends ServiceFunction {
  constructor(scope: Construct, id: string, platform: FunctionPlatform, props: QueueWorkerProps) {
    const { from, grants, batchSize, maxConcurrency } = props;
    super(scope, id, platform, { spec: from.consumer, grants, feeding: [consume(from.queue.queueArn)] });
    new lambda.CfnEventSourceMapping(this, 'QueueMapping', {
      eventSourceArn: from.queue.queueArn,
      functionName: this.function.functionName,
      batchSize,
      functionResponseTypes: ['ReportBatchItemFailures'],
      scalingConfig: { maximumConcurrency: maxConcurrency },
    });
  }
}
