import { join } from 'node:path';
import { Duration, RemovalPolicy } from 'aws-cdk-lib';
import * as cloudwatch from 'aws-cdk-lib/aws-cloudwatch';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import * as logs from 'aws-cdk-lib/aws-logs';
import { Construct } from 'constructs';
import type { FunctionSpec } from '../functions.ts';
import { ownLog } from '../policies/service-grants.ts';
import { type Grant, policyDocument, type Statement, wildcardsOf } from '../policies/statement.ts';
import { acknowledge } from './acknowledge.ts';
import { countLines } from './counted-lines.ts';
import { type PorchlightStack, roleNameOf } from './porchlight-stack.ts';
import { ServiceAlarm } from './service-alarm.ts';

/** What every function of a deployment has in common. */
export interface FunctionPlatform {
  readonly stack: PorchlightStack;
  /** Where the bundles are: one folder per function with `index.mjs`. */
  readonly bundles: string;
}

export interface ServiceFunctionProps {
  readonly spec: FunctionSpec;
  /** The only way to a permission or a setting. */
  readonly grants: readonly Grant[];
  /** Permissions that Lambda uses in the function's name, to feed it. */
  readonly feeding?: readonly Statement[];
}

/** A function with its own role, its own log and an alarm that says who is hurt. */
export class ServiceFunction extends Construct {
  readonly function: lambda.Function;

  constructor(scope: Construct, id: string, platform: FunctionPlatform, props: ServiceFunctionProps) {
    super(scope, id);
    const { stack, bundles } = platform;
    const { spec, grants, feeding = [] } = props;
    const logGroup = new logs.LogGroup(this, 'LogGroup', {
      logGroupName: `/porchlight/${stack.settings.stage}/${spec.name}`,
      retention: stack.settings.logDays,
      removalPolicy: RemovalPolicy.DESTROY,
    });
    countLines(this, stack, logGroup);
    const statements = [
      ownLog(logGroup.logGroupArn),
      ...feeding,
      ...grants.flatMap((grant) => grant.statements),
    ];
    const role = new iam.Role(this, 'Role', {
      roleName: roleNameOf(stack.settings, spec.name),
      assumedBy: new iam.ServicePrincipal('lambda.amazonaws.com'),
      inlinePolicies: { Access: policyDocument(statements) },
    });
    for (const { arn, reason } of wildcardsOf(statements)) {
      acknowledge(role, `AwsSolutions-IAM5[Resource::${arn}]`, reason);
    }
    this.function = new lambda.Function(this, 'Function', {
      description: `${spec.entry}. When it fails: ${spec.errorImpact}`,
      runtime: lambda.Runtime.NODEJS_24_X,
      architecture: lambda.Architecture.ARM_64,
      code: lambda.Code.fromAsset(join(bundles, spec.name)),
      handler: 'index.handler',
      timeout: Duration.seconds(spec.timeoutSeconds),
      memorySize: spec.memoryMb,
      role,
      logGroup,
      loggingFormat: lambda.LoggingFormat.JSON,
      applicationLogLevelV2: lambda.ApplicationLogLevel.INFO,
      systemLogLevelV2: lambda.SystemLogLevel.WARN,
      environment: {
        ...Object.assign({}, ...grants.map((grant) => grant.environment)),
        STAGE: stack.settings.stage,
        POWERTOOLS_SERVICE_NAME: spec.name,
        NODE_OPTIONS: '--enable-source-maps',
      },
    });
    this.alarm(stack, spec);
  }

  private alarm(stack: PorchlightStack, spec: FunctionSpec): void {
    const period = Duration.minutes(5);
    new ServiceAlarm(this, 'ErrorsAlarm', stack, {
      name: `${spec.name}-errors`,
      errorImpact: spec.errorImpact,
      // Throttled calls never reach the code, so they would not count as its errors.
      metric: new cloudwatch.MathExpression({
        label: `${spec.name}: failed or throttled`,
        expression: 'errors + throttles',
        usingMetrics: {
          errors: this.function.metricErrors({ period }),
          throttles: this.function.metricThrottles({ period }),
        },
        period,
      }),
      threshold: 1,
    });
  }
}
