import { type App, Duration } from 'aws-cdk-lib';
import * as cloudwatch from 'aws-cdk-lib/aws-cloudwatch';
import * as events from 'aws-cdk-lib/aws-events';
import * as targets from 'aws-cdk-lib/aws-events-targets';
import * as kms from 'aws-cdk-lib/aws-kms';
import * as sns from 'aws-cdk-lib/aws-sns';
import * as subscriptions from 'aws-cdk-lib/aws-sns-subscriptions';
import { countedLines, countOf } from '../constructs/counted-lines.ts';
import { PorchlightStack } from '../constructs/porchlight-stack.ts';
import { ServiceAlarm } from '../constructs/service-alarm.ts';
import type { StageSettings } from '../stages.ts';

/** SES reviews an account at 5 % of bounces and 0.1 % of complaints; we want to know at half of that. */
const bounceRate = 0.025;
const complaintRate = 0.0005;

export interface ObservabilityStackProps {
  readonly tableName: string;
}

/** Who hears of it: alarms of the account's mail and table, and the way of every alarm to a person. */
export class ObservabilityStack extends PorchlightStack {
  constructor(app: App, settings: StageSettings, props: ObservabilityStackProps) {
    super(app, 'observability', 'Porchlight: alarms and whom they reach', settings);
    this.passOnAlarms();
    this.watchMail(settings.mailPerDay);
    this.watchTable(props.tableName);
    this.watchLogs();
  }

  /**
   * Alarms live beside what they watch. They need not know this stack: whatever rings under our names is passed on.
   */
  private passOnAlarms(): void {
    // The rule below adds its own right to the key's policy.
    const masterKey = new kms.Key(this, 'AlarmKey', {
      description: 'Encrypts alarms on their way',
      enableKeyRotation: true,
    });
    const topic = new sns.Topic(this, 'Alarms', { masterKey, enforceSSL: true });
    const { alarmEmail } = this.settings;
    if (alarmEmail !== null) topic.addSubscription(new subscriptions.EmailSubscription(alarmEmail));
    new events.Rule(this, 'AlarmRule', {
      description: 'Every alarm of this stage, with whom it hurts, to the people on call',
      eventPattern: {
        source: ['aws.cloudwatch'],
        detailType: ['CloudWatch Alarm State Change'],
        detail: { alarmName: [{ prefix: this.named('') }], state: { value: ['ALARM'] } },
      },
      targets: [
        new targets.SnsTopic(topic, {
          message: events.RuleTargetInput.fromText(
            `${events.EventField.fromPath('$.detail.alarmName')}: ${events.EventField.fromPath('$.detail.configuration.description')}`,
          ),
        }),
      ],
    });
  }

  private watchMail(mailPerDay: number): void {
    const reputation = (metricName: string) =>
      new cloudwatch.Metric({
        namespace: 'AWS/SES',
        metricName,
        statistic: 'Average',
        period: Duration.hours(1),
      });
    const impact = 'If it goes on, the mail service stops all mail of Porchlight.';
    new ServiceAlarm(this, 'BouncesAlarm', this, {
      name: 'mail-bounces',
      errorImpact: `Too much mail goes to addresses that do not exist. ${impact}`,
      metric: reputation('Reputation.BounceRate'),
      threshold: bounceRate,
    });
    new ServiceAlarm(this, 'ComplaintsAlarm', this, {
      name: 'mail-complaints',
      errorImpact: `People mark our mail as unwanted. ${impact}`,
      metric: reputation('Reputation.ComplaintRate'),
      threshold: complaintRate,
    });
    new ServiceAlarm(this, 'MailQuotaAlarm', this, {
      name: 'mail-quota',
      errorImpact: 'Four fifths of the day’s mail are used; beyond all of it reminders and invitations wait.',
      metric: new cloudwatch.Metric({
        namespace: 'AWS/SES',
        metricName: 'Send',
        statistic: 'Sum',
        period: Duration.days(1),
      }),
      threshold: Math.floor(mailPerDay * 0.8),
    });
  }

  private watchTable(tableName: string): void {
    const measure = (metricName: string) =>
      new cloudwatch.Metric({
        namespace: 'AWS/DynamoDB',
        metricName,
        dimensionsMap: { TableName: tableName },
        statistic: 'Sum',
        period: Duration.minutes(5),
      });
    new ServiceAlarm(this, 'TableThrottledAlarm', this, {
      name: 'table-throttled',
      errorImpact: 'Requests fail or wait because one partition is asked too often.',
      metric: new cloudwatch.MathExpression({
        label: 'throttled reads and writes',
        expression: 'reads + writes',
        usingMetrics: { reads: measure('ReadThrottleEvents'), writes: measure('WriteThrottleEvents') },
        period: Duration.minutes(5),
      }),
      threshold: 10,
    });
  }

  private watchLogs(): void {
    for (const line of countedLines) {
      new ServiceAlarm(this, `${line.metricName}Alarm`, this, {
        name: line.alarmName,
        errorImpact: line.errorImpact,
        metric: countOf(this, line),
        threshold: line.threshold,
      });
    }
  }
}
