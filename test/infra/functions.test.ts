import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { allFunctions } from '#infra/functions.ts';
import { rolesOf } from '#infra/local/template-access.ts';
import { functionsOf } from '#infra/local/template-compute.ts';
import { synthesized } from './synthesized.ts';

const { stack, raw, settings } = synthesized();
const functions = functionsOf(stack);
const root = fileURLToPath(new URL('../..', import.meta.url));

const deployed = (name: string) => {
  const found = functions.find(({ environment }) => environment['POWERTOOLS_SERVICE_NAME'] === name);
  if (found === undefined) throw new Error(`${name} is not deployed.`);
  return found;
};

describe('the list of functions', () => {
  it('is what the stacks deploy, no more and no less', () => {
    expect(functions.map(({ environment }) => environment['POWERTOOLS_SERVICE_NAME']).toSorted()).toEqual(
      allFunctions.map(({ name }) => name).toSorted(),
    );
  });

  it('names every entry file of the source, and each named file is there', () => {
    const onDisk = ['http', 'workers', 'triggers'].flatMap((kind) =>
      existsSync(join(root, 'functions', kind))
        ? readdirSync(join(root, 'functions', kind))
            .filter((file) => file.endsWith('.ts'))
            .map((file) => `functions/${kind}/${file}`)
        : [],
    );
    expect(onDisk.toSorted()).toEqual(allFunctions.map(({ entry }) => entry).toSorted());
  });
});

describe.each(allFunctions)('$name', (spec) => {
  it('rings when it fails, and says who is hurt', () => {
    const alarms = stack
      .resources('AWS::CloudWatch::Alarm')
      .filter(({ properties }) => properties['AlarmDescription'] === spec.errorImpact)
      .filter(({ properties }) => {
        const metrics = JSON.stringify(properties['Metrics'] ?? []);
        return ['"Errors"', '"Throttles"', `"${deployed(spec.name).name}"`].every((part) =>
          metrics.includes(part),
        );
      });
    expect(
      alarms.map(({ name, properties }) => [properties['AlarmName'] ?? name, properties['Threshold']]),
    ).toEqual([[`porchlight-local-${spec.name}-errors`, 1]]);
  });

  it('has a role that no other function has and that only Lambda may take', () => {
    const { roleArn } = deployed(spec.name);
    const role = rolesOf(stack).find(({ arn }) => arn === roleArn);
    expect(functions.filter((other) => other.roleArn === roleArn)).toHaveLength(1);
    expect(role?.trust.map(({ Principal, Action }) => ({ Principal, Action }))).toEqual([
      { Principal: { Service: ['lambda.amazonaws.com'] }, Action: ['sts:AssumeRole'] },
    ]);
  });

  it('ends before whoever waits for it gives up', () => {
    const waiting = { http: 29, workers: 900, triggers: 5 } as const;
    const kind = spec.entry.split('/')[1] as keyof typeof waiting;
    expect(deployed(spec.name).timeoutMs).toBeLessThanOrEqual(waiting[kind] * 1000);
  });
});

describe('logs', () => {
  it('are forgotten after the days that the stage says', () => {
    const groups = stack.resources('AWS::Logs::LogGroup');
    expect(groups.length).toBeGreaterThan(allFunctions.length);
    expect([...new Set(groups.map(({ properties }) => properties['RetentionInDays']))]).toEqual([
      settings.logDays,
    ]);
  });

  it('of the API name the route, never the path, which may carry a secret link', () => {
    const format = JSON.stringify(raw('api')['ApiStage']?.Properties['AccessLogSettings']);
    expect(format).toContain('$context.routeKey');
    expect(format).not.toMatch(/\$context\.(path|http|identity|customDomain)/);
  });
});

describe('alarms', () => {
  it('each have a sentence of their own, under a name that the stage’s rule passes on', () => {
    const alarms = stack.resources('AWS::CloudWatch::Alarm').map(({ properties }) => properties);
    const names = alarms.map((alarm) => String(alarm['AlarmName']));
    expect(new Set(names).size).toBe(names.length);
    expect(names.every((name) => name.startsWith('porchlight-local-'))).toBe(true);
    for (const alarm of alarms) expect(String(alarm['AlarmDescription'])).toMatch(/^[A-Z].{10,}\.$/);
  });

  it('ring when IAM refuses a function, whichever it is', () => {
    const filters = stack
      .resources('AWS::Logs::MetricFilter')
      .map(({ properties }) => properties)
      .filter(({ FilterPattern }) => FilterPattern === '{ $.error.name = "AccessDenied*" }');
    const alarm = stack
      .resources('AWS::CloudWatch::Alarm')
      .find(({ properties }) => properties['AlarmName'] === 'porchlight-local-access-refused');
    expect(filters.map(({ LogGroupName }) => LogGroupName).toSorted()).toEqual(
      allFunctions.map(({ name }) => `/porchlight/local/${name}`).toSorted(),
    );
    expect(alarm?.properties).toMatchObject({ Namespace: 'Porchlight/local', Threshold: 1 });
    for (const { MetricTransformations } of filters) {
      expect(MetricTransformations).toMatchObject([
        { MetricNamespace: 'Porchlight/local', MetricName: alarm?.properties['MetricName'] },
      ]);
    }
  });

  it('watch that reminders are looked for at all, and ring when nothing is measured', () => {
    const silent = stack
      .resources('AWS::CloudWatch::Alarm')
      .find(({ properties }) => properties['AlarmName'] === 'porchlight-local-reminder-sweeper-silent');
    expect(silent?.properties).toMatchObject({
      MetricName: 'Invocations',
      ComparisonOperator: 'LessThanThreshold',
      TreatMissingData: 'breaching',
    });
  });
});
