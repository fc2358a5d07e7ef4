import { type App, CfnOutput, Duration, RemovalPolicy } from 'aws-cdk-lib';
import * as acm from 'aws-cdk-lib/aws-certificatemanager';
import * as cloudfront from 'aws-cdk-lib/aws-cloudfront';
import * as origins from 'aws-cdk-lib/aws-cloudfront-origins';
import * as route53 from 'aws-cdk-lib/aws-route53';
import * as route53Targets from 'aws-cdk-lib/aws-route53-targets';
import * as s3 from 'aws-cdk-lib/aws-s3';
import { style } from '#functions/pages/style.ts';
import { apiPrefix } from '#shared/contract/route.ts';
import { acknowledge } from '../constructs/acknowledge.ts';
import { asBucket, LogBucket } from '../constructs/log-bucket.ts';
import { PorchlightStack } from '../constructs/porchlight-stack.ts';
import { WebAccessLog } from '../constructs/web-access-log.ts';
import { WebFirewall } from '../constructs/web-firewall.ts';
import { configFunction, pageFunction } from '../constructs/web-functions.ts';
import { contentSecurityPolicy, familyPagesPolicy, permissionsPolicy } from '../constructs/web-headers.ts';
import type { StageSettings } from '../stages.ts';
import type { IdentityStack } from './identity-stack.ts';

export interface WebStackProps {
  readonly apiDomainName: string;
  readonly filesDomainName: string;
  readonly identity: IdentityStack;
}

/** One address for people: the web app, its settings and the API behind the same origin. */
export class WebStack extends PorchlightStack {
  constructor(app: App, settings: StageSettings, props: WebStackProps) {
    super(app, 'web', 'Porchlight: web app', settings);
    const { identity } = props;
    const logs = new LogBucket(this, 'AccessLogs', { days: settings.logDays }).bucket;
    const files = this.createFiles(logs);
    const zone = route53.PublicHostedZone.fromPublicHostedZoneAttributes(this, 'Zone', {
      hostedZoneId: settings.domain.hostedZoneId,
      zoneName: settings.domain.name,
    });
    const responseHeadersPolicy = this.createHeaders(
      'Headers',
      'web',
      contentSecurityPolicy({
        files: `https://${props.filesDomainName}`,
        identity: [`https://cognito-idp.${this.region}.amazonaws.com`, identity.signInOrigin],
      }),
    );
    const familyPages = this.createHeaders('FamilyPageHeaders', 'family-pages', familyPagesPolicy(style));
    const page: cloudfront.BehaviorOptions = {
      origin: origins.S3BucketOrigin.withOriginAccessControl(files),
      viewerProtocolPolicy: cloudfront.ViewerProtocolPolicy.REDIRECT_TO_HTTPS,
      // How long a file may be kept is told by the file: hashed names for a year, index.html not at all.
      cachePolicy: cloudfront.CachePolicy.CACHING_OPTIMIZED,
      responseHeadersPolicy,
      compress: true,
    };
    const api: cloudfront.BehaviorOptions = {
      origin: new origins.HttpOrigin(props.apiDomainName, {
        protocolPolicy: cloudfront.OriginProtocolPolicy.HTTPS_ONLY,
        originSslProtocols: [cloudfront.OriginSslPolicy.TLS_V1_2],
      }),
      viewerProtocolPolicy: cloudfront.ViewerProtocolPolicy.HTTPS_ONLY,
      allowedMethods: cloudfront.AllowedMethods.ALLOW_ALL,
      cachePolicy: cloudfront.CachePolicy.CACHING_DISABLED,
      originRequestPolicy: cloudfront.OriginRequestPolicy.ALL_VIEWER_EXCEPT_HOST_HEADER,
      responseHeadersPolicy,
    };
    const distribution = new cloudfront.Distribution(this, 'Distribution', {
      comment: this.named('web'),
      domainNames: [settings.domain.name],
      certificate: new acm.Certificate(this, 'Certificate', {
        domainName: settings.domain.name,
        validation: acm.CertificateValidation.fromDns(zone),
      }),
      minimumProtocolVersion: cloudfront.SecurityPolicyProtocol.TLS_V1_2_2021,
      httpVersion: cloudfront.HttpVersion.HTTP2_AND_3,
      priceClass: cloudfront.PriceClass.PRICE_CLASS_100,
      defaultRootObject: 'index.html',
      webAclId: new WebFirewall(this, 'Firewall', this.named('web')).arn,
      defaultBehavior: {
        ...page,
        functionAssociations: [
          {
            eventType: cloudfront.FunctionEventType.VIEWER_REQUEST,
            function: pageFunction(this, 'PageFunction', this.named('pages')),
          },
        ],
      },
      additionalBehaviors: {
        [`${apiPrefix}/*`]: api,
        // Typed by hand from a letter, such an address may come without its scheme.
        '/f/*': {
          ...api,
          viewerProtocolPolicy: cloudfront.ViewerProtocolPolicy.REDIRECT_TO_HTTPS,
          responseHeadersPolicy: familyPages,
        },
        '/config.json': {
          ...page,
          cachePolicy: cloudfront.CachePolicy.CACHING_DISABLED,
          functionAssociations: [
            {
              eventType: cloudfront.FunctionEventType.VIEWER_REQUEST,
              function: configFunction(this, 'ConfigFunction', this.named('config'), {
                stage: settings.stage,
                authority: identity.issuer,
                clientId: identity.clientId,
                logoutUrl: `${identity.signInOrigin}/logout`,
              }),
            },
          ],
        },
      },
    });
    new WebAccessLog(this, 'AccessLog', { name: this.named('web'), distribution, bucket: logs });
    acknowledge(
      distribution,
      'AwsSolutions-CFR3',
      'Its requests are logged by the newer way, which can leave out the path: it may be the secret link of a family.',
    );
    acknowledge(
      distribution,
      'AwsSolutions-CFR1',
      'Families and staff travel; a country is no reason to refuse.',
    );
    for (const [id, Record] of [
      ['Address', route53.ARecord],
      ['AddressV6', route53.AaaaRecord],
    ] as const) {
      new Record(this, id, {
        zone,
        target: route53.RecordTarget.fromAlias(new route53Targets.CloudFrontTarget(distribution)),
      });
    }
    new CfnOutput(this, 'FilesBucketName', { value: files.bucketName, description: 'Upload dist/web here' });
    new CfnOutput(this, 'DistributionId', { value: distribution.distributionId });
  }

  private createFiles(logs: s3.IBucket): s3.IBucket {
    const bucket = new s3.Bucket(this, 'Files', {
      encryption: s3.BucketEncryption.S3_MANAGED,
      blockPublicAccess: s3.BlockPublicAccess.BLOCK_ALL,
      objectOwnership: s3.ObjectOwnership.BUCKET_OWNER_ENFORCED,
      enforceSSL: true,
      removalPolicy: RemovalPolicy.RETAIN,
      serverAccessLogsBucket: logs,
      serverAccessLogsPrefix: 'files/',
    });
    return asBucket(bucket);
  }

  private createHeaders(id: string, name: string, policy: string): cloudfront.ResponseHeadersPolicy {
    return new cloudfront.ResponseHeadersPolicy(this, id, {
      responseHeadersPolicyName: this.named(name),
      securityHeadersBehavior: {
        contentSecurityPolicy: { contentSecurityPolicy: policy, override: true },
        contentTypeOptions: { override: true },
        frameOptions: { frameOption: cloudfront.HeadersFrameOption.DENY, override: true },
        referrerPolicy: {
          // A link that was mailed to a person must not reach another site.
          referrerPolicy: cloudfront.HeadersReferrerPolicy.NO_REFERRER,
          override: true,
        },
        strictTransportSecurity: {
          accessControlMaxAge: Duration.days(730),
          includeSubdomains: true,
          preload: true,
          override: true,
        },
      },
      customHeadersBehavior: {
        customHeaders: [
          { header: 'Permissions-Policy', value: permissionsPolicy, override: true },
          { header: 'Cross-Origin-Opener-Policy', value: 'same-origin', override: true },
        ],
      },
    });
  }
}
