import { Validations } from 'aws-cdk-lib';
import { describe, expect, it } from 'vitest';
import { readStage, StageNotConfigured } from '#infra/stages.ts';
import { synthesized } from './synthesized.ts';

const configured = {
  PORCHLIGHT_ACCOUNT: '123456789012',
  PORCHLIGHT_DOMAIN: 'visits.example.org',
  PORCHLIGHT_HOSTED_ZONE_ID: 'Z0123456789ABCDEFGHIJ',
  PORCHLIGHT_POSTAL_ADDRESS: 'Example Visits, 1 Example Street, Sacramento, CA 95814',
  PORCHLIGHT_ALARM_EMAIL: 'on-call@example.org',
};
const production = synthesized({ settings: readStage('production', configured), checks: true });

describe('production', () => {
  it('passes every AwsSolutions and CloudFormation check, or it would not have been synthesized', () => {
    expect(production.stack.resources('AWS::Lambda::Function').length).toBeGreaterThan(0);
  });

  it('accepts no finding without a reason that can be judged', () => {
    const accepted = production.app.node
      .findAll()
      .flatMap((construct) =>
        construct.node.metadata
          .filter(({ type }) => type === Validations.ACKNOWLEDGED_RULES_METADATA_KEY)
          .flatMap(({ data }) => Object.entries(data as Record<string, unknown>)),
      );
    expect(accepted.length).toBeGreaterThan(0);
    for (const [, reason] of accepted) expect(String(reason)).toMatch(/^[A-Z].{30,}\.$/);
  });

  it('lives in the owner’s account, under the owner’s domain, and tells people when it hurts', () => {
    const parts = ['data', 'identity', 'email', 'jobs', 'api', 'web', 'observability'];
    const text = parts.map((part) => JSON.stringify(production.raw(part))).join('\n');
    expect(text).not.toMatch(/000000000000|porchlight\.test|porchlight-local/);
    expect(production.stack.resources('AWS::SNS::Subscription')[0]?.properties).toMatchObject({
      Protocol: 'email',
      Endpoint: 'on-call@example.org',
    });
  });
});

describe('stage settings', () => {
  it('need neither an account nor a domain on a developer’s machine', () => {
    expect(readStage('local', {})).toMatchObject({ account: '000000000000', alarmEmail: null });
  });

  it('take the account that the CDK CLI is signed in to', () => {
    const { PORCHLIGHT_ACCOUNT, ...others } = configured;
    expect(readStage('staging', { ...others, CDK_DEFAULT_ACCOUNT: PORCHLIGHT_ACCOUNT }).account).toBe(
      '123456789012',
    );
  });

  it.each([
    ['PORCHLIGHT_ACCOUNT', '1234'],
    ['PORCHLIGHT_DOMAIN', 'not a domain'],
    ['PORCHLIGHT_HOSTED_ZONE_ID', undefined],
    ['PORCHLIGHT_POSTAL_ADDRESS', undefined],
    ['PORCHLIGHT_POSTAL_ADDRESS', undefined],
    ['PORCHLIGHT_ALARM_EMAIL', undefined],
  ])('without a proper %s say what to set', (variable, value) => {
    const read = () => readStage('production', { ...configured, [variable]: value });
    expect(read).toThrow(StageNotConfigured);
    expect(read).toThrow(new RegExp(`^Stage production is not configured: ${variable} `));
  });

  it('of a stage that does not exist name those that do', () => {
    expect(() => readStage('prod', {})).toThrow(
      'There is no stage "prod". Use local, staging or production.',
    );
  });
});
