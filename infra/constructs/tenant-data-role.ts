import { Duration, Stack } from 'aws-cdk-lib';
import * as iam from 'aws-cdk-lib/aws-iam';
import { Construct } from 'constructs';
import { policyDocument } from '../policies/statement.ts';
import { oneDistrict } from '../policies/table-grants.ts';

export interface TenantDataRoleProps {
  readonly tableArn: string;
  /** Names of the roles that may take it on; they live in stacks that come later. */
  readonly trustedRoleNames: readonly string[];
}

/**
 * The only way to a district's items. Who takes it on must say which district, as a session tag that cannot be
 * changed afterwards, and reaches that district's partitions and no others.
 */
export class TenantDataRole extends Construct {
  readonly roleArn: string;

  constructor(scope: Construct, id: string, props: TenantDataRoleProps) {
    super(scope, id);
    const { account } = Stack.of(this);
    // By name and not as principals: IAM refuses a trust in roles that do not exist yet.
    const trusted = new iam.AccountPrincipal(account).withConditions({
      ArnEquals: {
        'aws:PrincipalArn': props.trustedRoleNames.map((name) => `arn:aws:iam::${account}:role/${name}`),
      },
      StringLike: { 'aws:RequestTag/tenant': 't_*' },
      'ForAllValues:StringEquals': { 'aws:TagKeys': ['tenant'] },
    });
    const role = new iam.Role(this, 'Resource', {
      description: 'The items of one district: the one in the session tag "tenant"',
      assumedBy: new iam.SessionTagsPrincipal(trusted),
      maxSessionDuration: Duration.hours(1),
      inlinePolicies: { OneDistrict: policyDocument([oneDistrict(props.tableArn)]) },
    });
    this.roleArn = role.roleArn;
  }
}
