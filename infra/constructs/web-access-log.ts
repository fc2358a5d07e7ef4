import { Stack } from 'aws-cdk-lib';
import type * as cloudfront from 'aws-cdk-lib/aws-cloudfront';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as logs from 'aws-cdk-lib/aws-logs';
import type * as s3 from 'aws-cdk-lib/aws-s3';
import { Construct } from 'constructs';

/**
 * What is written about each request that reaches CloudFront. There is no path, query, referrer or cookie among it: a
 * path may be a family's secret link, and whoever reads logs is not the family. Routes stand in the log of the API.
 */
const recordFields = [
  'date',
  'time',
  'x-edge-location',
  'x-edge-request-id',
  'x-edge-result-type',
  'c-ip',
  'cs-method',
  'cs-protocol',
  'sc-status',
  'sc-bytes',
  'time-taken',
] as const;

export interface WebAccessLogProps {
  readonly name: string;
  readonly distribution: cloudfront.Distribution;
  readonly bucket: s3.IBucket;
}

/** Standard logging of a distribution (the second version, by log delivery), with the fields named above. */
export class WebAccessLog extends Construct {
  constructor(scope: Construct, id: string, { name, distribution, bucket }: WebAccessLogProps) {
    super(scope, id);
    const { account, region } = Stack.of(this);
    const source = new logs.CfnDeliverySource(this, 'Source', {
      name,
      logType: 'ACCESS_LOGS',
      resourceArn: distribution.distributionArn,
    });
    const destination = new logs.CfnDeliveryDestination(this, 'Destination', {
      name,
      destinationResourceArn: bucket.bucketArn,
      outputFormat: 'json',
    });
    const delivery = new logs.CfnDelivery(this, 'Delivery', {
      deliverySourceName: source.name,
      deliveryDestinationArn: destination.attrArn,
      recordFields: [...recordFields],
    });
    delivery.addResourceDependency(source);
    const allowed = bucket.addToResourcePolicy(
      new iam.PolicyStatement({
        sid: 'DeliverAccessLogs',
        principals: [new iam.ServicePrincipal('delivery.logs.amazonaws.com')],
        actions: ['s3:PutObject'],
        resources: [bucket.arnForObjects(`AWSLogs/${account}/*`)],
        conditions: {
          StringEquals: { 's3:x-amz-acl': 'bucket-owner-full-control', 'aws:SourceAccount': account },
          ArnLike: { 'aws:SourceArn': `arn:aws:logs:${region}:${account}:delivery-source:${name}` },
        },
      }),
    );
    if (allowed.policyDependable !== undefined) delivery.node.addDependency(allowed.policyDependable);
  }
}
