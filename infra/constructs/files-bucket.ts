import { Duration, RemovalPolicy, Stack } from 'aws-cdk-lib';
import * as iam from 'aws-cdk-lib/aws-iam';
import type * as kms from 'aws-cdk-lib/aws-kms';
import * as s3 from 'aws-cdk-lib/aws-s3';
import type * as sqs from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import type { FilesTarget } from '../policies/service-grants.ts';

export interface FilesBucketProps {
  readonly bucketName: string;
  readonly key: kms.IKey;
  /** The only page that may upload and fetch. */
  readonly webOrigin: string;
  /** Gets a message for each roster that arrives. */
  readonly rosterQueue: sqs.Queue;
  readonly accessLogs: s3.IBucket;
}

/** Rosters on their way in (`rosters/`) and payroll files on their way out (`exports/`). */
export class FilesBucket extends Construct {
  /** By its plain name: policies and signatures then read the same everywhere. */
  readonly target: FilesTarget;
  /** Host name of the bucket, without a scheme. */
  readonly domainName: string;

  constructor(scope: Construct, id: string, props: FilesBucketProps) {
    super(scope, id);
    const { account, region } = Stack.of(this);
    this.target = { name: props.bucketName, arn: `arn:aws:s3:::${props.bucketName}` };
    this.domainName = `${props.bucketName}.s3.${region}.amazonaws.com`;
    props.rosterQueue.addToResourcePolicy(
      new iam.PolicyStatement({
        sid: 'RosterArrived',
        principals: [new iam.ServicePrincipal('s3.amazonaws.com')],
        actions: ['sqs:SendMessage'],
        resources: [props.rosterQueue.queueArn],
        // By name: the bucket waits for this policy, so the policy cannot wait for the bucket.
        conditions: {
          ArnEquals: { 'aws:SourceArn': this.target.arn },
          StringEquals: { 'aws:SourceAccount': account },
        },
      }),
    );
    const bucket = new s3.Bucket(this, 'Resource', {
      bucketName: props.bucketName,
      encryption: s3.BucketEncryption.KMS,
      encryptionKey: props.key,
      bucketKeyEnabled: true,
      blockPublicAccess: s3.BlockPublicAccess.BLOCK_ALL,
      objectOwnership: s3.ObjectOwnership.BUCKET_OWNER_ENFORCED,
      enforceSSL: true,
      versioned: true,
      removalPolicy: RemovalPolicy.RETAIN,
      serverAccessLogsBucket: props.accessLogs,
      serverAccessLogsPrefix: 'files/',
      cors: [
        {
          allowedOrigins: [props.webOrigin],
          allowedMethods: [s3.HttpMethods.POST, s3.HttpMethods.GET],
          allowedHeaders: ['content-type'],
          maxAge: 3600,
        },
      ],
      lifecycleRules: [
        {
          id: 'ForgetRosters',
          prefix: 'rosters/',
          expiration: Duration.days(30),
          noncurrentVersionExpiration: Duration.days(1),
        },
        { id: 'DropHalfUploads', abortIncompleteMultipartUploadAfter: Duration.days(1) },
      ],
    });
    notify(bucket, props.rosterQueue);
  }
}

/** CDK's own way installs a custom resource with a function and a broad role; the plain property needs neither. */
function notify(bucket: s3.Bucket, queue: sqs.Queue): void {
  const resource = bucket.node.defaultChild;
  if (!(resource instanceof s3.CfnBucket)) throw new Error('A bucket without its resource.');
  resource.notificationConfiguration = {
    queueConfigurations: [
      {
        event: 's3:ObjectCreated:*',
        queue: queue.queueArn,
        filter: { s3Key: { rules: [{ name: 'prefix', value: 'rosters/' }] } },
      },
    ],
  };
  // S3 sends a test message when it is told of the queue, and must be allowed to by then.
  const policy = queue.node.tryFindChild('Policy');
  if (policy !== undefined) resource.node.addDependency(policy);
}
