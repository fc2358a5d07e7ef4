import { type App, Duration } from 'aws-cdk-lib';
import * as cloudwatch from 'aws-cdk-lib/aws-cloudwatch';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as scheduler from 'aws-cdk-lib/aws-scheduler';
import { PorchlightStack } from '../constructs/porchlight-stack.ts';
import { QueueWorker } from '../constructs/queue-worker.ts';
import { ServiceAlarm } from '../constructs/service-alarm.ts';
import { type FunctionPlatform, ServiceFunction } from '../constructs/service-function.ts';
import { StreamWorker } from '../constructs/stream-worker.ts';
import { DeadLetterQueue, WorkQueue } from '../constructs/work-queue.ts';
import { workers } from '../functions.ts';
import { accounts, rosterRead, sendMail, sendTo, setAside, tenantData } from '../policies/service-grants.ts';
import { policyDocument } from '../policies/statement.ts';
import {
  dueReminders,
  membershipWrite,
  nationalRollupWrite,
  nationalWrite,
} from '../policies/table-grants.ts';
import { type StageSettings, webOriginOf } from '../stages.ts';
import type { DataStack } from './data-stack.ts';
import type { EmailStack } from './email-stack.ts';
import type { IdentityStack } from './identity-stack.ts';

export interface JobsStackProps {
  readonly bundles: string;
  readonly data: DataStack;
  readonly email: EmailStack;
  readonly identity: IdentityStack;
}

/** Item types whose changes move a count; `rollup` itself carries a district's line to the national one. */
const counted = ['visit', 'studentYear', 'person', 'rollup'];

/** What happens without anybody waiting: mail, tasks, reminders, counts, rosters. */
export class JobsStack extends PorchlightStack {
  constructor(app: App, settings: StageSettings, props: JobsStackProps) {
    super(app, 'jobs', 'Porchlight: workers, queues and the clock', settings);
    const { data, email, identity } = props;
    const { table } = data;
    const platform: FunctionPlatform = { stack: this, bundles: props.bundles };
    const oneDistrict = tenantData(table, data.tenantRoleArn);
    const mailQueue = new WorkQueue(this, 'MailQueue', this, {
      name: 'mail',
      consumer: workers.emailSender,
      errorImpact: workers.emailSender.errorImpact,
    });
    const taskQueue = new WorkQueue(this, 'TaskQueue', this, {
      name: 'task',
      consumer: workers.taskRunner,
      errorImpact: workers.taskRunner.errorImpact,
    });
    const toMail = sendTo(mailQueue.queue, 'QueueMail', 'MAIL_QUEUE_URL');
    const toTasks = sendTo(taskQueue.queue, 'QueueTasks', 'TASK_QUEUE_URL');
    // Two readers and no third: AWS throttles a shard that more follow.
    new StreamWorker(this, 'OutboxPublisher', platform, {
      spec: workers.outboxPublisher,
      table,
      grants: [toMail, toTasks],
      batchSize: 25,
      filters: [{ eventName: ['INSERT'], dynamodb: { NewImage: { et: { S: ['outbox'] } } } }],
    });
    new StreamWorker(this, 'RollupProjector', platform, {
      spec: workers.rollupProjector,
      table,
      grants: [oneDistrict, nationalRollupWrite(table)],
      batchSize: 100,
      filters: [
        { eventName: ['INSERT', 'MODIFY'], dynamodb: { NewImage: { et: { S: counted } } } },
        { eventName: ['REMOVE'], dynamodb: { OldImage: { et: { S: counted } } } },
      ],
    });
    new QueueWorker(this, 'EmailSender', platform, {
      from: mailQueue,
      grants: [
        oneDistrict,
        sendMail(email),
        {
          statements: [],
          environment: { WEB_ORIGIN: webOriginOf(settings), MAIL_POSTAL_ADDRESS: settings.postalAddress },
        },
      ],
      batchSize: 10,
      maxConcurrency: 5,
    });
    new QueueWorker(this, 'TaskRunner', platform, {
      from: taskQueue,
      grants: [oneDistrict, nationalWrite(table), membershipWrite(table), accounts(identity.userPool)],
      batchSize: 5,
      maxConcurrency: 5,
    });
    new QueueWorker(this, 'EmailFeedback', platform, {
      from: email.feedbackQueue,
      grants: [oneDistrict],
      batchSize: 10,
      maxConcurrency: 5,
    });
    new QueueWorker(this, 'RosterImporter', platform, {
      from: data.rosterQueue,
      grants: [oneDistrict, rosterRead(data.files.target)],
      // A roster may need all of the 15 minutes for itself.
      batchSize: 1,
      maxConcurrency: 5,
    });
    this.scheduleSweeper(
      new ServiceFunction(this, 'ReminderSweeper', platform, {
        spec: workers.reminderSweeper,
        grants: [dueReminders(table), toMail],
      }),
    );
  }

  private scheduleSweeper(sweeper: ServiceFunction): void {
    const { errorImpact } = workers.reminderSweeper;
    const missed = new DeadLetterQueue(this, 'ReminderScheduleDeadLetters', this, {
      name: 'reminder-schedule',
      errorImpact,
    });
    const role = new iam.Role(this, 'ReminderScheduleRole', {
      assumedBy: new iam.ServicePrincipal('scheduler.amazonaws.com', {
        conditions: { StringEquals: { 'aws:SourceAccount': this.account } },
      }),
      inlinePolicies: {
        Access: policyDocument([
          {
            sid: 'WakeSweeper',
            actions: ['lambda:InvokeFunction'],
            resources: [sweeper.function.functionArn],
          },
          setAside(missed.queue.queueArn),
        ]),
      },
    });
    new scheduler.CfnSchedule(this, 'ReminderSchedule', {
      name: this.named('reminders'),
      description: 'Looks a day back each time, so an outage catches up by itself',
      scheduleExpression: 'rate(15 minutes)',
      flexibleTimeWindow: { mode: 'OFF' },
      target: {
        arn: sweeper.function.functionArn,
        roleArn: role.roleArn,
        retryPolicy: { maximumRetryAttempts: 3, maximumEventAgeInSeconds: 900 },
        deadLetterConfig: { arn: missed.queue.queueArn },
      },
    });
    new ServiceAlarm(this, 'ReminderSilentAlarm', this, {
      name: 'reminder-sweeper-silent',
      errorImpact: `Nothing looked for due reminders for an hour. ${errorImpact}`,
      metric: sweeper.function.metricInvocations({
        period: Duration.hours(1),
        statistic: cloudwatch.Stats.SUM,
      }),
      threshold: 1,
      rings: 'below',
    });
  }
}
