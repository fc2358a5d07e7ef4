import { Duration, RemovalPolicy } from 'aws-cdk-lib';
import * as sqs from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import type { FunctionSpec } from '../functions.ts';
import { acknowledge } from './acknowledge.ts';
import type { PorchlightStack } from './porchlight-stack.ts';
import { ServiceAlarm } from './service-alarm.ts';

/** A message is tried so often before it is set aside. */
const maxReceiveCount = 5;

export interface WorkQueueProps {
  /** Part of its alarms' names: `mail`. */
  readonly name: string;
  /** Who takes from it: a message must stay hidden for six times as long as one attempt may last (AWS's advice). */
  readonly consumer: FunctionSpec;
  /** What somebody outside loses while messages wait or are set aside. */
  readonly errorImpact: string;
}

/** Work that waits, a place for what cannot be done, and an alarm on each. */
export class WorkQueue extends Construct {
  readonly queue: sqs.Queue;
  readonly consumer: FunctionSpec;

  constructor(scope: Construct, id: string, stack: PorchlightStack, props: WorkQueueProps) {
    super(scope, id);
    this.consumer = props.consumer;
    const deadLetters = new DeadLetterQueue(this, 'DeadLetters', stack, props);
    this.queue = new sqs.Queue(this, 'Resource', {
      visibilityTimeout: Duration.seconds(props.consumer.timeoutSeconds * 6),
      retentionPeriod: Duration.days(4),
      deadLetterQueue: { queue: deadLetters.queue, maxReceiveCount },
      encryption: sqs.QueueEncryption.SQS_MANAGED,
      enforceSSL: true,
      removalPolicy: RemovalPolicy.DESTROY,
    });
    new ServiceAlarm(this, 'AgeAlarm', stack, {
      name: `${props.name}-queue-age`,
      errorImpact: `Work waits for more than half an hour. ${props.errorImpact}`,
      metric: this.queue.metricApproximateAgeOfOldestMessage({ period: Duration.minutes(5) }),
      threshold: Duration.minutes(30).toSeconds(),
    });
  }
}

/** Where work ends that failed every time; one message is enough to ring. */
export class DeadLetterQueue extends Construct {
  readonly queue: sqs.Queue;

  constructor(
    scope: Construct,
    id: string,
    stack: PorchlightStack,
    props: { readonly name: string; readonly errorImpact: string },
  ) {
    super(scope, id);
    this.queue = new sqs.Queue(this, 'Resource', {
      // Longer than any queue in front of it: a message keeps its first date when it is set aside.
      retentionPeriod: Duration.days(14),
      encryption: sqs.QueueEncryption.SQS_MANAGED,
      enforceSSL: true,
      removalPolicy: RemovalPolicy.DESTROY,
    });
    acknowledge(
      this.queue,
      'AwsSolutions-SQS3',
      'It is a dead-letter queue, of a stream, a schedule or a queue.',
    );
    new ServiceAlarm(this, 'Alarm', stack, {
      name: `${props.name}-set-aside`,
      errorImpact: `Work was set aside after ${maxReceiveCount} attempts. ${props.errorImpact}`,
      metric: this.queue.metricApproximateNumberOfMessagesVisible({
        period: Duration.minutes(5),
        statistic: 'Maximum',
      }),
      threshold: 1,
    });
  }
}
