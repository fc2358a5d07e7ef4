import { Duration, RemovalPolicy } from 'aws-cdk-lib';
import * as apigateway from 'aws-cdk-lib/aws-apigatewayv2';
import * as cloudwatch from 'aws-cdk-lib/aws-cloudwatch';
import type * as lambda from 'aws-cdk-lib/aws-lambda';
import { CfnPermission } from 'aws-cdk-lib/aws-lambda';
import * as logs from 'aws-cdk-lib/aws-logs';
import { Construct } from 'constructs';
import { routeList } from '#shared/contract/contract.ts';
import { fullPath, type Group, type RouteDefinition } from '#shared/contract/route.ts';
import { restOfPages } from '#shared/contract/routes/pages.ts';
import { acknowledge } from './acknowledge.ts';
import type { PorchlightStack } from './porchlight-stack.ts';
import { ServiceAlarm } from './service-alarm.ts';

export interface ContractApiProps {
  readonly functions: Readonly<Record<Group, lambda.Function>>;
  readonly tokens: { readonly issuer: string; readonly clientId: string };
}

const pascal = (id: string): string => `${id.charAt(0).toUpperCase()}${id.slice(1)}`;
const needsToken = ({ scope }: Pick<RouteDefinition, 'scope'>): boolean =>
  scope === 'tenant' || scope === 'national';

/** The HTTP API of the contract: one route per declaration, and nothing besides. */
export class ContractApi extends Construct {
  /** Host name, without a scheme. */
  readonly domainName: string;

  constructor(scope: Construct, id: string, stack: PorchlightStack, props: ContractApiProps) {
    super(scope, id);
    const api = new apigateway.HttpApi(this, 'Resource', {
      apiName: stack.named('api'),
      createDefaultStage: false,
    });
    this.domainName = `${api.apiId}.execute-api.${stack.region}.amazonaws.com`;
    this.addStage(stack, api);
    const authorizer = new apigateway.CfnAuthorizer(this, 'Tokens', {
      apiId: api.apiId,
      authorizerType: 'JWT',
      name: 'tokens',
      identitySource: ['$request.header.Authorization'],
      jwtConfiguration: { issuer: props.tokens.issuer, audience: [props.tokens.clientId] },
    });
    const targets = Object.fromEntries(
      Object.entries(props.functions).map(([group, handler]) => [
        group,
        this.integrate(stack, api, group, handler),
      ]),
    );
    const rest = new apigateway.CfnRoute(this, 'RestOfPagesRoute', {
      apiId: api.apiId,
      routeKey: restOfPages,
      target: `integrations/${targets['pages']?.ref}`,
      authorizationType: 'NONE',
    });
    acknowledge(rest, 'AwsSolutions-APIG4', 'Tells families without an account that there is no such page.');
    for (const route of routeList) {
      const resource = new apigateway.CfnRoute(this, `${pascal(route.id)}Route`, {
        apiId: api.apiId,
        routeKey: `${route.method} ${fullPath(route)}`,
        target: `integrations/${targets[route.group]?.ref}`,
        ...(needsToken(route)
          ? { authorizationType: 'JWT', authorizerId: authorizer.ref }
          : { authorizationType: 'NONE' }),
      });
      if (!needsToken(route)) {
        acknowledge(
          resource,
          'AwsSolutions-APIG4',
          `The route ${route.id} is for people without an account.`,
        );
      }
    }
    this.addAlarms(stack, api);
  }

  private integrate(
    stack: PorchlightStack,
    api: apigateway.HttpApi,
    group: string,
    handler: lambda.Function,
  ) {
    const integration = new apigateway.CfnIntegration(this, `${pascal(group)}Integration`, {
      apiId: api.apiId,
      integrationType: 'AWS_PROXY',
      integrationUri: handler.functionArn,
      payloadFormatVersion: '2.0',
    });
    new CfnPermission(this, `${pascal(group)}Permission`, {
      action: 'lambda:InvokeFunction',
      functionName: handler.functionArn,
      principal: 'apigateway.amazonaws.com',
      sourceArn: `arn:aws:execute-api:${stack.region}:${stack.account}:${api.apiId}/*/*`,
    });
    return integration;
  }

  private addStage(stack: PorchlightStack, api: apigateway.HttpApi): void {
    const accessLog = new logs.LogGroup(this, 'AccessLog', {
      // Under this prefix API Gateway needs no resource policy, of which an account has only ten.
      logGroupName: `/aws/vendedlogs/${stack.named('api')}`,
      retention: stack.settings.logDays,
      removalPolicy: RemovalPolicy.DESTROY,
    });
    new apigateway.CfnStage(this, 'Stage', {
      apiId: api.apiId,
      stageName: '$default',
      autoDeploy: true,
      defaultRouteSettings: {
        detailedMetricsEnabled: true,
        throttlingRateLimit: 500,
        throttlingBurstLimit: 1000,
      },
      accessLogSettings: {
        destinationArn: accessLog.logGroupArn,
        // The route and not the path: a path may carry a secret link.
        format: JSON.stringify({
          requestId: '$context.requestId',
          time: '$context.requestTimeEpoch',
          route: '$context.routeKey',
          status: '$context.status',
          ms: '$context.responseLatency',
          authorizerError: '$context.authorizer.error',
          integrationStatus: '$context.integrationStatus',
        }),
      },
    });
  }

  private addAlarms(stack: PorchlightStack, api: apigateway.HttpApi): void {
    const period = Duration.minutes(5);
    const measure = (metricName: string, statistic: string) =>
      new cloudwatch.Metric({
        namespace: 'AWS/ApiGateway',
        metricName,
        dimensionsMap: { ApiId: api.apiId },
        statistic,
        period,
      });
    new ServiceAlarm(this, 'ServerErrorsAlarm', stack, {
      name: 'api-server-errors',
      errorImpact: 'People see “something went wrong” instead of their visits, classes or pay.',
      metric: measure('5xx', 'Sum'),
      threshold: 5,
    });
    new ServiceAlarm(this, 'SlowAlarm', stack, {
      name: 'api-slow',
      errorImpact: 'One request in twenty takes longer than three seconds; educators on a phone give up.',
      metric: measure('Latency', 'p95'),
      threshold: Duration.seconds(3).toMilliseconds(),
      periods: 3,
    });
  }
}
