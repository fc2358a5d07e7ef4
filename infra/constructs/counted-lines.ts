import { Duration } from 'aws-cdk-lib';
import * as cloudwatch from 'aws-cdk-lib/aws-cloudwatch';
import * as logs from 'aws-cdk-lib/aws-logs';
import type { Construct } from 'constructs';
import type { LogCode } from '#functions/platform/log-codes.ts';
import type { PorchlightStack } from './porchlight-stack.ts';

interface CountedLine {
  /** Name of the metric, the same for every function that writes such a line. */
  readonly metricName: string;
  /** Part of the alarm's name. */
  readonly alarmName: string;
  readonly pattern: logs.IFilterPattern;
  readonly errorImpact: string;
  /** Rings from so many lines in five minutes. */
  readonly threshold: number;
}

const withCode = (code: LogCode): logs.IFilterPattern =>
  logs.FilterPattern.stringValue('$.message', '=', code);

/** What a function can notice while it seems to work: errors that a person was told of, and no alarm of AWS sees. */
export const countedLines: readonly CountedLine[] = [
  {
    metricName: 'AccessRefused',
    alarmName: 'access-refused',
    // DynamoDB says AccessDeniedException, S3 and STS say AccessDenied.
    pattern: logs.FilterPattern.stringValue('$.error.name', '=', 'AccessDenied*'),
    errorImpact:
      'IAM refused a function. Either a grant is missing, or code reached for another district and was stopped.',
    threshold: 1,
  },
  {
    metricName: 'AnswerWithheld',
    alarmName: 'answer-withheld',
    pattern: withCode('RESPONSE_UNFIT'),
    errorImpact: 'A page stays empty because its answer held something that the contract does not declare.',
    threshold: 1,
  },
  {
    metricName: 'RecordUnknown',
    alarmName: 'records-unknown',
    pattern: withCode('RECORD_UNKNOWN'),
    errorImpact:
      'A stored item could not be read and was left out: a reminder, a mail or a count may be missing.',
    threshold: 1,
  },
  {
    metricName: 'TokenRefused',
    alarmName: 'tokens-refused',
    pattern: withCode('TOKEN_REFUSED'),
    errorImpact:
      'Many tokens are refused: people are signed out in the middle of their work, or somebody tries doors.',
    threshold: 100,
  },
];

const namespaceOf = (stack: PorchlightStack): string => `Porchlight/${stack.settings.stage}`;

/** Counts such lines of one function's log. */
export function countLines(scope: Construct, stack: PorchlightStack, logGroup: logs.LogGroup): void {
  for (const { metricName, pattern } of countedLines) {
    new logs.MetricFilter(scope, metricName, {
      logGroup,
      filterPattern: pattern,
      metricNamespace: namespaceOf(stack),
      metricName,
      metricValue: '1',
    });
  }
}

/** The count over all functions of the stage. */
export const countOf = (stack: PorchlightStack, { metricName }: CountedLine): cloudwatch.Metric =>
  new cloudwatch.Metric({
    namespace: namespaceOf(stack),
    metricName,
    statistic: 'Sum',
    period: Duration.minutes(5),
  });
