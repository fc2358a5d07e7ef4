import { describe, expect, it } from 'vitest';
import { allFunctions } from '#infra/functions.ts';
import { functionsOf, mappingsOf } from '#infra/local/template-compute.ts';
import { queuesOf } from '#infra/local/template-data.ts';
import { mailDestinationsOf, rulesOf, schedulesOf } from '#infra/local/template-events.ts';
import { synthesized } from './synthesized.ts';

const { stack } = synthesized();
const queues = queuesOf(stack);
const streams = mappingsOf(stack, 'stream');
const fromQueues = mappingsOf(stack, 'queue');
const queueOf = (arn: string | undefined) => queues.find((queue) => queue.arn === arn);
const alarmsOf = (queueName: string | undefined) =>
  stack
    .resources('AWS::CloudWatch::Alarm')
    .filter(({ properties }) =>
      JSON.stringify(properties['Dimensions'] ?? []).includes(`"Value":"${queueName}"`),
    )
    .map(({ properties }) => properties['MetricName']);

describe('queues', () => {
  it('set work aside after five attempts, where one message rings', () => {
    const working = queues.filter(({ redrive }) => redrive !== undefined);
    expect(working.map(({ name }) => name).toSorted()).toEqual([
      'FeedbackQueue',
      'MailQueue',
      'RosterQueue',
      'TaskQueue',
    ]);
    for (const { redrive, name } of working) {
      const aside = queueOf(redrive?.deadLetterArn);
      expect(redrive?.maximumReceives).toBe(5);
      expect(alarmsOf(aside?.name)).toEqual(['ApproximateNumberOfMessagesVisible']);
      expect(alarmsOf(name)).toEqual(['ApproximateAgeOfOldestMessage']);
    }
  });

  it('keep what was set aside longer than what waits, so that nobody finds an empty queue', () => {
    for (const { redrive, retentionMs } of queues) {
      if (redrive === undefined) expect(retentionMs).toBe(14 * 86_400_000);
      else expect(retentionMs).toBeLessThan(queueOf(redrive.deadLetterArn)?.retentionMs ?? 0);
    }
    expect(queues.length).toBeGreaterThan(0);
  });

  it('hide a message for six times as long as an attempt may last', () => {
    for (const { sourceArn, functionName } of fromQueues) {
      const attempt = functionsOf(stack).find(({ name }) => name === functionName)?.timeoutMs ?? Number.NaN;
      expect(queueOf(sourceArn)?.visibilityTimeoutMs).toBe(6 * attempt);
    }
    expect(fromQueues).toHaveLength(4);
  });

  it('accept nothing without TLS', () => {
    const policies = stack
      .resources('AWS::SQS::QueuePolicy')
      .map(({ properties }) => JSON.stringify(properties));
    expect(policies).toHaveLength(queues.length);
    for (const policy of policies) expect(policy).toContain('{"Bool":{"aws:SecureTransport":"false"}}');
  });
});

describe('functions that follow the table', () => {
  it('are two, as AWS advises at most', () => {
    expect(streams.map(({ functionName }) => functionName).toSorted()).toEqual([
      'OutboxPublisherFunction',
      'RollupProjectorFunction',
    ]);
  });

  it('never let one poisoned change block those behind it', () => {
    for (const mapping of streams) {
      expect(mapping).toMatchObject({
        bisect: true,
        reportsItemFailures: true,
        maximumRetries: 5,
        maximumAgeMs: 86_400_000,
      });
      expect(alarmsOf(queueOf(mapping.onFailureArn)?.name)).toEqual(['ApproximateNumberOfMessagesVisible']);
    }
    expect(streams).toHaveLength(2);
  });

  it('start with the first change, so that none is lost between two deployments', () => {
    expect(streams.map(({ startingPosition }) => startingPosition)).toEqual(['TRIM_HORIZON', 'TRIM_HORIZON']);
  });

  it('are woken by their own kinds of change only', () => {
    const filters = Object.fromEntries(streams.map((mapping) => [mapping.functionName, mapping.filters]));
    const counted = { et: { S: ['visit', 'studentYear', 'person', 'rollup'] } };
    expect(filters).toEqual({
      OutboxPublisherFunction: [{ eventName: ['INSERT'], dynamodb: { NewImage: { et: { S: ['outbox'] } } } }],
      RollupProjectorFunction: [
        { eventName: ['INSERT', 'MODIFY'], dynamodb: { NewImage: counted } },
        { eventName: ['REMOVE'], dynamodb: { OldImage: counted } },
      ],
    });
  });
});

describe('functions that take from a queue', () => {
  it('answer for each message on its own', () => {
    expect(fromQueues.map(({ reportsItemFailures }) => reportsItemFailures)).toEqual([
      true,
      true,
      true,
      true,
    ]);
  });

  it('read one roster at a time, which may need all of its time', () => {
    const rosters = fromQueues.find(({ functionName }) => functionName === 'RosterImporterFunction');
    expect(rosters?.batchSize).toBe(1);
  });
});

describe('the clock', () => {
  it('looks for due reminders every quarter of an hour, and says when it could not', () => {
    const sweeper = functionsOf(stack).find(({ name }) => name === 'ReminderSweeperFunction');
    const schedules = schedulesOf(stack);
    expect(schedules.map(({ expression, target }) => [expression, target.arn])).toEqual([
      ['rate(15 minutes)', sweeper?.arn],
    ]);
    expect(alarmsOf(queueOf(schedules[0]?.target.deadLetterArn)?.name)).toEqual([
      'ApproximateNumberOfMessagesVisible',
    ]);
  });
});

describe('feedback of mail', () => {
  it('comes back from our configuration set into the queue of email-feedback', () => {
    expect(
      mailDestinationsOf(stack).map(({ configurationSet, eventTypes }) => [configurationSet, eventTypes]),
    ).toEqual([['porchlight-local-mail', ['send', 'delivery', 'bounce', 'complaint']]]);
    const rule = rulesOf(stack).find(({ targets }) =>
      targets.some(({ arn }) => queueOf(arn)?.name === 'FeedbackQueue'),
    );
    expect(rule?.pattern).toEqual({
      source: ['aws.ses'],
      detail: {
        eventType: ['Send', 'Delivery', 'Bounce', 'Complaint'],
        mail: { tags: { 'ses:configuration-set': ['porchlight-local-mail'] } },
      },
    });
  });

  it('is taken by a function of the list', () => {
    const takers = fromQueues.filter(({ sourceArn }) => queueOf(sourceArn)?.name === 'FeedbackQueue');
    expect(takers.map(({ functionName }) => functionName)).toEqual(['EmailFeedbackFunction']);
    expect(allFunctions.map(({ name }) => name)).toContain('email-feedback');
  });
});

describe('alarms on their way', () => {
  it('are passed on with their sentence, whichever stack they are in', () => {
    const rule = rulesOf(stack).find(({ pattern }) => JSON.stringify(pattern).includes('aws.cloudwatch'));
    expect(rule?.pattern).toMatchObject({
      'detail-type': ['CloudWatch Alarm State Change'],
      detail: { alarmName: [{ prefix: 'porchlight-local-' }], state: { value: ['ALARM'] } },
    });
    expect(rule?.targets.map(({ arn }) => arn)).toEqual([stack.resources('AWS::SNS::Topic')[0]?.arn]);
  });
});
