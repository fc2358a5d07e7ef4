import { type App, RemovalPolicy } from 'aws-cdk-lib';
import * as dynamodb from 'aws-cdk-lib/aws-dynamodb';
import { DataKey } from '../constructs/data-key.ts';
import { FilesBucket } from '../constructs/files-bucket.ts';
import { LogBucket } from '../constructs/log-bucket.ts';
import { PorchlightStack, roleNameOf } from '../constructs/porchlight-stack.ts';
import { TenantDataRole } from '../constructs/tenant-data-role.ts';
import { WorkQueue } from '../constructs/work-queue.ts';
import { allFunctions, workers } from '../functions.ts';
import type { TableTarget } from '../policies/table-grants.ts';
import { type StageSettings, webOriginOf } from '../stages.ts';

const key = (name: string): dynamodb.Attribute => ({ name, type: dynamodb.AttributeType.STRING });

/** What must never be lost: the table, the files, their key, and the one role that reaches a district's items. */
export class DataStack extends PorchlightStack {
  readonly table: TableTarget;
  readonly tenantRoleArn: string;
  readonly files: FilesBucket;
  readonly rosterQueue: WorkQueue;

  constructor(app: App, settings: StageSettings) {
    super(app, 'data', 'Porchlight: table, files and the fence between districts', settings);
    const dataKey = new DataKey(this, 'DataKey', `alias/${this.named('data')}`);
    const table = new dynamodb.TableV2(this, 'Table', {
      partitionKey: key('pk'),
      sortKey: key('sk'),
      // gsi1 and gsi2 face the districts; gsi3 holds what is due, for the sweeper alone.
      globalSecondaryIndexes: ['gsi1', 'gsi2', 'gsi3'].map((indexName) => ({
        indexName,
        partitionKey: key(`${indexName}pk`),
        sortKey: key(`${indexName}sk`),
        projectionType: dynamodb.ProjectionType.ALL,
      })),
      billing: dynamodb.Billing.onDemand(),
      dynamoStream: dynamodb.StreamViewType.NEW_AND_OLD_IMAGES,
      timeToLiveAttribute: 'ttl',
      encryption: dynamodb.TableEncryptionV2.customerManagedKey(dataKey.key),
      pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: true, recoveryPeriodInDays: 35 },
      deletionProtection: true,
      removalPolicy: RemovalPolicy.RETAIN,
    });
    if (table.tableStreamArn === undefined) throw new Error('The table has no stream.');
    this.table = { name: table.tableName, arn: table.tableArn, streamArn: table.tableStreamArn };
    this.tenantRoleArn = new TenantDataRole(this, 'TenantDataRole', {
      tableArn: table.tableArn,
      trustedRoleNames: allFunctions
        .filter((spec) => spec.tenantData)
        .map((spec) => roleNameOf(settings, spec.name)),
    }).roleArn;
    this.rosterQueue = new WorkQueue(this, 'RosterQueue', this, {
      name: 'roster',
      consumer: workers.rosterImporter,
      errorImpact: workers.rosterImporter.errorImpact,
    });
    this.files = new FilesBucket(this, 'Files', {
      bucketName: `${this.named('files')}-${settings.account}`,
      key: dataKey.key,
      webOrigin: webOriginOf(settings),
      rosterQueue: this.rosterQueue.queue,
      accessLogs: new LogBucket(this, 'FileAccessLogs', { days: settings.logDays }).bucket,
    });
  }
}
