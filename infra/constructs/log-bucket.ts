import { Duration, RemovalPolicy } from 'aws-cdk-lib';
import * as s3 from 'aws-cdk-lib/aws-s3';
import { Construct } from 'constructs';
import { acknowledge } from './acknowledge.ts';

export interface LogBucketProps {
  readonly days: number;
}

/** Who fetched which file, kept as long as other logs. */
export class LogBucket extends Construct {
  readonly bucket: s3.IBucket;

  constructor(scope: Construct, id: string, { days }: LogBucketProps) {
    super(scope, id);
    const bucket = new s3.Bucket(this, 'Resource', {
      encryption: s3.BucketEncryption.S3_MANAGED,
      blockPublicAccess: s3.BlockPublicAccess.BLOCK_ALL,
      objectOwnership: s3.ObjectOwnership.BUCKET_OWNER_ENFORCED,
      enforceSSL: true,
      removalPolicy: RemovalPolicy.RETAIN,
      lifecycleRules: [{ id: 'ForgetLogs', expiration: Duration.days(days) }],
    });
    acknowledge(bucket, 'AwsSolutions-S1', 'It holds access logs; a log of the log ends nowhere.');
    this.bucket = asBucket(bucket);
  }
}

/** CDK declares its interfaces without `exactOptionalPropertyTypes`; its own class then misses its own interface. */
export const asBucket = (bucket: s3.Bucket): s3.IBucket => bucket as s3.IBucket;
