import * as cloudwatch from 'aws-cdk-lib/aws-cloudwatch';
import { Construct } from 'constructs';
import type { PorchlightStack } from './porchlight-stack.ts';

export interface ServiceAlarmProps {
  /** Part of the alarm's name: `email-sender-errors`. */
  readonly name: string;
  /** The sentence that the person on call reads first: what somebody outside loses. */
  readonly errorImpact: string;
  readonly metric: cloudwatch.IMetric;
  readonly threshold: number;
  /** Rings when the metric was at or above the threshold in so many periods in a row. */
  readonly periods?: number;
  /** For a thing that must happen: rings below the threshold, and when nothing was measured at all. */
  readonly rings?: 'atOrAbove' | 'below';
}

/** An alarm that says whom it hurts. The observability stack passes on whatever rings under our names. */
export class ServiceAlarm extends Construct {
  constructor(scope: Construct, id: string, stack: PorchlightStack, props: ServiceAlarmProps) {
    super(scope, id);
    const below = props.rings === 'below';
    new cloudwatch.Alarm(this, 'Resource', {
      alarmName: stack.named(props.name),
      alarmDescription: props.errorImpact,
      metric: props.metric,
      threshold: props.threshold,
      evaluationPeriods: props.periods ?? 1,
      comparisonOperator: below
        ? cloudwatch.ComparisonOperator.LESS_THAN_THRESHOLD
        : cloudwatch.ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD,
      treatMissingData: below
        ? cloudwatch.TreatMissingData.BREACHING
        : cloudwatch.TreatMissingData.NOT_BREACHING,
    });
  }
}
