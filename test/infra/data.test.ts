import { describe, expect, it } from 'vitest';
import { bucketNotificationsOf, tablesOf } from '#infra/local/template-data.ts';
import { synthesized } from './synthesized.ts';

const { stack, raw } = synthesized();
const data = raw('data');

describe('the table', () => {
  const replica = () => {
    const replicas = data['Table']?.Properties['Replicas'] as readonly Record<string, unknown>[] | undefined;
    return replicas?.[0] ?? {};
  };

  it('cannot be deleted by mistake, and outlives its stack', () => {
    expect(replica()['DeletionProtectionEnabled']).toBe(true);
    expect(data['Table']?.DeletionPolicy).toBe('Retain');
  });

  it('can be put back to any second of the last 35 days', () => {
    expect(replica()['PointInTimeRecoverySpecification']).toEqual({
      PointInTimeRecoveryEnabled: true,
      RecoveryPeriodInDays: 35,
    });
  });

  it('is encrypted with our own key, which is renewed and kept', () => {
    expect(data['Table']?.Properties['SSESpecification']).toEqual({ SSEEnabled: true, SSEType: 'KMS' });
    expect(JSON.stringify(replica()['SSESpecification'])).toContain('"DataKey"');
    expect(data['DataKey']?.Properties['EnableKeyRotation']).toBe(true);
    expect(data['DataKey']?.DeletionPolicy).toBe('Retain');
  });

  it('has the keys that the code writes: three indexes of everything, old and new images, forgetting by ttl', () => {
    const [table] = tablesOf(stack);
    const names = (keys: readonly { readonly AttributeName: string }[]) =>
      keys.map((key) => key.AttributeName);
    expect(names(table?.keySchema ?? [])).toEqual(['pk', 'sk']);
    expect(
      table?.indexes.map((index) => [index.IndexName, names(index.KeySchema), index.Projection]),
    ).toEqual(
      ['gsi1', 'gsi2', 'gsi3'].map((index) => [
        index,
        [`${index}pk`, `${index}sk`],
        { ProjectionType: 'ALL' },
      ]),
    );
    expect(table?.streamView).toBe('NEW_AND_OLD_IMAGES');
    expect(table?.ttlAttribute).toBe('ttl');
  });
});

describe('the key', () => {
  it('serves this account only, and only through the table and the files', () => {
    const policy = data['DataKey']?.Properties['KeyPolicy'] as {
      readonly Statement: readonly { readonly Sid?: string; readonly Condition?: unknown }[];
    };
    const shared = policy.Statement.find(({ Sid }) => Sid === 'ThroughTableAndFiles');
    expect(shared?.Condition).toEqual({
      StringEquals: {
        'kms:CallerAccount': '000000000000',
        'kms:ViaService': ['dynamodb.us-east-1.amazonaws.com', 's3.us-east-1.amazonaws.com'],
      },
    });
  });
});

describe('files', () => {
  const files = data['Files']?.Properties ?? {};

  it('tell the queue of each roster that arrives, and of nothing else', () => {
    const queue = stack.find('RosterQueue', 'AWS::SQS::Queue');
    expect(bucketNotificationsOf(stack)).toEqual([
      {
        bucket: 'porchlight-local-files-000000000000',
        kind: 'queue',
        targetArn: queue?.arn,
        events: ['s3:ObjectCreated:*'],
        prefix: 'rosters/',
        suffix: '',
      },
    ]);
  });

  it('forget rosters after thirty days, in every version', () => {
    const { Rules: rules } = files['LifecycleConfiguration'] as { readonly Rules: readonly unknown[] };
    expect(rules).toContainEqual({
      Id: 'ForgetRosters',
      Prefix: 'rosters/',
      Status: 'Enabled',
      ExpirationInDays: 30,
      NoncurrentVersionExpiration: { NoncurrentDays: 1 },
    });
  });

  it('may be exchanged with a page of the web app only', () => {
    expect(files['CorsConfiguration']).toMatchObject({
      CorsRules: [{ AllowedOrigins: ['https://porchlight.test'], AllowedMethods: ['POST', 'GET'] }],
    });
  });
});

describe('every bucket', () => {
  const parts = ['data', 'web'];
  const all = (type: string) =>
    parts.flatMap((part) => Object.values(raw(part)).filter((resource) => resource.Type === type));

  it('is closed to the public, encrypted and kept', () => {
    const buckets = all('AWS::S3::Bucket');
    expect(buckets).toHaveLength(4);
    for (const { Properties: properties, DeletionPolicy } of buckets) {
      expect(properties['PublicAccessBlockConfiguration']).toEqual({
        BlockPublicAcls: true,
        BlockPublicPolicy: true,
        IgnorePublicAcls: true,
        RestrictPublicBuckets: true,
      });
      expect(properties['BucketEncryption']).toBeDefined();
      expect(DeletionPolicy).toBe('Retain');
    }
  });

  it('refuses requests without TLS', () => {
    const policies = all('AWS::S3::BucketPolicy').map(({ Properties }) => JSON.stringify(Properties));
    expect(policies).toHaveLength(4);
    for (const policy of policies) expect(policy).toContain('{"Bool":{"aws:SecureTransport":"false"}}');
  });
});
