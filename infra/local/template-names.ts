/** Names, `Ref` values, ARNs and attributes that resources of the template have on this machine. */
import { createHash } from 'node:crypto';

export interface Place {
  readonly account: string;
  readonly region: string;
}

/** Where a template may set the physical name, per type. */
const nameProperty: Readonly<Record<string, string>> = {
  'AWS::Lambda::Function': 'FunctionName',
  'AWS::SQS::Queue': 'QueueName',
  'AWS::DynamoDB::GlobalTable': 'TableName',
  'AWS::DynamoDB::Table': 'TableName',
  'AWS::S3::Bucket': 'BucketName',
  'AWS::IAM::Role': 'RoleName',
  'AWS::SES::ConfigurationSet': 'Name',
  'AWS::SES::EmailIdentity': 'EmailIdentity',
  'AWS::Events::Rule': 'Name',
  'AWS::Events::EventBus': 'Name',
  'AWS::Scheduler::Schedule': 'Name',
  'AWS::Scheduler::ScheduleGroup': 'Name',
  'AWS::Logs::LogGroup': 'LogGroupName',
  'AWS::SNS::Topic': 'TopicName',
};

/** Digits and letters that stay the same for one logical id. */
const digest = (text: string, length: number): string =>
  createHash('sha256').update(text).digest('hex').slice(0, length);

/** The physical name: what the template sets, else one made of the logical id. */
export const physicalName = (
  type: string,
  shortId: string,
  properties: Record<string, unknown>,
  place: Place,
): string => {
  const property = nameProperty[type];
  const chosen = property === undefined ? undefined : properties[property];
  if (typeof chosen === 'string' && chosen !== '') return chosen;
  switch (type) {
    case 'AWS::S3::Bucket':
      return shortId.toLowerCase().slice(0, 63);
    case 'AWS::Cognito::UserPool':
      return `${place.region}_${digest(shortId, 9)}`;
    case 'AWS::Cognito::UserPoolClient':
      return digest(shortId, 26);
    case 'AWS::ApiGatewayV2::Api':
    case 'AWS::ApiGatewayV2::Integration':
    case 'AWS::ApiGatewayV2::Authorizer':
      return digest(shortId, 10);
    case 'AWS::CloudFront::Distribution':
      return `E${digest(shortId, 13).toUpperCase()}`;
    default:
      return shortId.slice(0, 64);
  }
};

/** The ARN of a resource. Types without a form of their own get a made-up one, unique per resource. */
export const arnOf = (type: string, name: string, place: Place): string => {
  const { account, region } = place;
  switch (type) {
    case 'AWS::Lambda::Function':
      return `arn:aws:lambda:${region}:${account}:function:${name}`;
    case 'AWS::SQS::Queue':
      return `arn:aws:sqs:${region}:${account}:${name}`;
    case 'AWS::DynamoDB::GlobalTable':
    case 'AWS::DynamoDB::Table':
      return `arn:aws:dynamodb:${region}:${account}:table/${name}`;
    case 'AWS::S3::Bucket':
      return `arn:aws:s3:::${name}`;
    case 'AWS::IAM::Role':
      return `arn:aws:iam::${account}:role/${name}`;
    case 'AWS::KMS::Key':
      return `arn:aws:kms:${region}:${account}:key/${name}`;
    case 'AWS::Cognito::UserPool':
      return `arn:aws:cognito-idp:${region}:${account}:userpool/${name}`;
    case 'AWS::SES::ConfigurationSet':
      return `arn:aws:ses:${region}:${account}:configuration-set/${name}`;
    case 'AWS::SES::EmailIdentity':
      return `arn:aws:ses:${region}:${account}:identity/${name}`;
    case 'AWS::Events::Rule':
      return `arn:aws:events:${region}:${account}:rule/${name}`;
    case 'AWS::Events::EventBus':
      return `arn:aws:events:${region}:${account}:event-bus/${name}`;
    case 'AWS::Scheduler::Schedule':
      return `arn:aws:scheduler:${region}:${account}:schedule/default/${name}`;
    case 'AWS::SNS::Topic':
      return `arn:aws:sns:${region}:${account}:${name}`;
    case 'AWS::Logs::LogGroup':
      return `arn:aws:logs:${region}:${account}:log-group:${name}:*`;
    case 'AWS::CloudFront::Distribution':
      return `arn:aws:cloudfront::${account}:distribution/${name}`;
    case 'AWS::WAFv2::WebACL':
      return `arn:aws:wafv2:${region}:${account}:global/webacl/${name}/00000000-0000-0000-0000-000000000000`;
    default:
      return `arn:aws:${type.split('::')[1]?.toLowerCase() ?? 'local'}:${region}:${account}:${name}`;
  }
};

/** What `Ref` gives, where it is not the name. */
export const refOf = (type: string, name: string, arn: string, place: Place): string => {
  switch (type) {
    case 'AWS::SQS::Queue':
      return `https://sqs.${place.region}.amazonaws.com/${place.account}/${name}`;
    case 'AWS::SNS::Topic':
    case 'AWS::Lambda::Version':
    case 'AWS::Lambda::Alias':
    case 'AWS::CertificateManager::Certificate':
      return arn;
    default:
      return name;
  }
};

/** `Fn::GetAtt`. An attribute without a meaning here is a text that names it, so that a fault is easy to find. */
export const attributeOf = (
  type: string,
  attribute: string,
  name: string,
  arn: string,
  place: Place,
): string => {
  if (attribute === 'Arn' || (attribute.endsWith('Arn') && attribute !== 'StreamArn')) return arn;
  switch (`${type}.${attribute}`) {
    case 'AWS::DynamoDB::GlobalTable.StreamArn':
    case 'AWS::DynamoDB::Table.StreamArn':
      return `${arn}/stream/2026-01-01T00:00:00.000`;
    case 'AWS::SQS::Queue.QueueName':
      return name;
    case 'AWS::SQS::Queue.QueueUrl':
      return refOf(type, name, arn, place);
    case 'AWS::Cognito::UserPool.ProviderURL':
      return `https://cognito-idp.${place.region}.amazonaws.com/${name}`;
    case 'AWS::Cognito::UserPool.ProviderName':
      return `cognito-idp.${place.region}.amazonaws.com/${name}`;
    case 'AWS::Cognito::UserPool.UserPoolId':
    case 'AWS::Cognito::UserPoolClient.ClientId':
    case 'AWS::ApiGatewayV2::Api.ApiId':
    case 'AWS::CloudFront::Distribution.Id':
      return name;
    case 'AWS::ApiGatewayV2::Api.ApiEndpoint':
      return `https://${name}.execute-api.${place.region}.amazonaws.com`;
    case 'AWS::CloudFront::Distribution.DomainName':
      return `${name.toLowerCase()}.cloudfront.net`;
    case 'AWS::S3::Bucket.DomainName':
      return `${name}.s3.amazonaws.com`;
    case 'AWS::S3::Bucket.RegionalDomainName':
      return `${name}.s3.${place.region}.amazonaws.com`;
    default:
      return `${name}.${attribute}`;
  }
};
