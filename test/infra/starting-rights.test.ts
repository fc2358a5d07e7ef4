/**
 * What starts a function without a request needs rights of its own. The local host reads queues and streams itself,
 * so that a right that is missing there would show in the cloud only; hence these tests.
 */

import { describe, expect, it } from 'vitest';
import { httpFunctions } from '#infra/functions.ts';
import { rolesOf, type Statement } from '#infra/local/template-access.ts';
import { functionsOf, mappingsOf } from '#infra/local/template-compute.ts';
import { bucketNotificationsOf } from '#infra/local/template-data.ts';
import { rulesOf, schedulesOf } from '#infra/local/template-events.ts';
import { apisOf } from '#infra/local/template-web.ts';
import { allows, roleNamed } from './judge.ts';
import { synthesized } from './synthesized.ts';

const { stack } = synthesized();
const functions = functionsOf(stack);
const roleOf = (functionName: string) => {
  const arn = functions.find(({ name }) => name === functionName)?.roleArn;
  return roleNamed(stack, rolesOf(stack).find((role) => role.arn === arn)?.name ?? '');
};

/** What of these the role may not do. */
const missing = async (role: ReturnType<typeof roleOf>, wanted: readonly (readonly [string, string])[]) => {
  const answers = await Promise.all(wanted.map(([action, resource]) => allows(role, action, resource)));
  return wanted.filter((_each, index) => answers[index] !== true).map(([action]) => `${role.name} ${action}`);
};

/** Services that the queue's own policy lets send to it. */
const sendersTo = (queueArn: string): readonly string[] =>
  stack.resources('AWS::SQS::QueuePolicy').flatMap(({ properties }) => {
    const { Statement: statements } = properties['PolicyDocument'] as { Statement: readonly RawStatement[] };
    return statements
      .filter(({ Effect, Resource, Action }) => {
        const actions = [Action].flat();
        return (
          Effect === 'Allow' && [Resource].flat().includes(queueArn) && actions.includes('sqs:SendMessage')
        );
      })
      .flatMap(({ Principal }) => [Principal?.Service ?? []].flat());
  });
interface RawStatement {
  readonly Effect: Statement['Effect'];
  readonly Action: string | readonly string[];
  readonly Resource: string | readonly string[];
  readonly Principal?: { readonly Service?: string | readonly string[] };
}

/** Services that may invoke the function. */
const invokersOf = (functionName: string): readonly unknown[] =>
  stack
    .resources('AWS::Lambda::Permission')
    .filter(
      ({ properties }) =>
        stack.find(String(properties['FunctionName']), 'AWS::Lambda::Function')?.name === functionName,
    )
    .map(({ properties }) => properties['Principal']);

describe('a function that takes from a queue', () => {
  it('may receive and delete', async () => {
    const mappings = mappingsOf(stack, 'queue');
    for (const { functionName, sourceArn } of mappings) {
      const actions = ['sqs:ReceiveMessage', 'sqs:DeleteMessage', 'sqs:GetQueueAttributes'];
      expect(
        await missing(
          roleOf(functionName),
          actions.map((action) => [action, sourceArn] as const),
        ),
      ).toEqual([]);
    }
    expect(mappings.length).toBeGreaterThan(0);
  });
});

describe('a function that follows the table', () => {
  it('may read the stream, and set aside what it gives up', async () => {
    const mappings = mappingsOf(stack, 'stream');
    for (const { functionName, sourceArn, onFailureArn } of mappings) {
      const actions = ['dynamodb:DescribeStream', 'dynamodb:GetRecords', 'dynamodb:GetShardIterator'];
      const wanted = actions.map((action) => [action, sourceArn] as const);
      expect(
        await missing(roleOf(functionName), [...wanted, ['sqs:SendMessage', onFailureArn ?? '']]),
      ).toEqual([]);
    }
    expect(mappings.length).toBeGreaterThan(0);
  });
});

describe('a schedule', () => {
  it('may start its function and nothing else, and set aside what failed', async () => {
    for (const resource of stack.resources('AWS::Scheduler::Schedule')) {
      const target = resource.properties['Target'] as { Arn: string; RoleArn: string };
      const role = rolesOf(stack).find(({ arn }) => arn === target.RoleArn);
      const deadLetters =
        schedulesOf(stack).find(({ name }) => name === resource.name)?.target.deadLetterArn ?? '';
      const wanted = [
        ['lambda:InvokeFunction', target.Arn],
        ['sqs:SendMessage', deadLetters],
      ] as const;
      expect(await missing(roleNamed(stack, role?.name ?? ''), wanted)).toEqual([]);
      const other = functions.find(({ arn }) => arn !== target.Arn)?.arn ?? '';
      expect(await allows(roleNamed(stack, role?.name ?? ''), 'lambda:InvokeFunction', other)).toBe(false);
    }
    expect(schedulesOf(stack).length).toBeGreaterThan(0);
  });
});

describe('a queue', () => {
  it('takes what a rule of the bus and a bucket send to it', () => {
    const fromRules = rulesOf(stack)
      .flatMap(({ targets }) => targets.map(({ arn }) => arn))
      .filter((arn) => arn.includes(':sqs:'));
    for (const arn of fromRules) expect(sendersTo(arn)).toContain('events.amazonaws.com');
    const fromBuckets = bucketNotificationsOf(stack).map(({ targetArn }) => targetArn);
    for (const arn of fromBuckets) expect(sendersTo(arn)).toContain('s3.amazonaws.com');
    expect([fromRules.length, fromBuckets.length]).toEqual([1, 1]);
  });
});

describe('a function behind the API or the user pool', () => {
  it('may be invoked by that service', () => {
    const behindTheApi = new Set(
      apisOf(stack).flatMap(({ routes }) => routes.map(({ functionName }) => functionName)),
    );
    for (const name of behindTheApi) expect(invokersOf(name)).toContain('apigateway.amazonaws.com');
    expect(behindTheApi.size).toBe(Object.keys(httpFunctions).length);
    expect(invokersOf('PreTokenFunction')).toContain('cognito-idp.amazonaws.com');
  });
});
