/** HTTP API, authorizers and the web distribution's headers, read from the stack. */
import * as z from 'zod';
import type { Stack } from '#infra/local/template.ts';

export interface RouteDefinition {
  /** `GET /api/visits/{visitId}`, `ANY /{proxy+}` or `$default`. */
  readonly key: string;
  readonly functionName: string;
  readonly authorizer: JwtAuthorizer | undefined;
  readonly scopes: readonly string[];
}

export interface JwtAuthorizer {
  readonly issuer: string;
  readonly audience: readonly string[];
}

export interface ApiDefinition {
  readonly id: string;
  readonly routes: readonly RouteDefinition[];
}

const integrationSchema = z.object({
  ApiId: z.string(),
  IntegrationUri: z.string(),
  PayloadFormatVersion: z.string(),
});
const authorizerSchema = z.object({
  ApiId: z.string(),
  JwtConfiguration: z.object({ Issuer: z.string(), Audience: z.array(z.string()).default([]) }),
});
const routeSchema = z.object({
  ApiId: z.string(),
  RouteKey: z.string(),
  Target: z.string(),
  AuthorizationType: z.enum(['NONE', 'JWT']).default('NONE'),
  AuthorizationScopes: z.array(z.string()).default([]),
  AuthorizerId: z.string().optional(),
});

/** HTTP APIs (payload format 2.0) with their routes. */
export const apisOf = (stack: Stack): readonly ApiDefinition[] => {
  const integrations = new Map<string, string>();
  for (const resource of stack.resources('AWS::ApiGatewayV2::Integration')) {
    const properties = integrationSchema.parse(resource.properties);
    const lambda = stack.find(properties.IntegrationUri, 'AWS::Lambda::Function');
    if (lambda) integrations.set(resource.ref, lambda.name);
  }
  const authorizers = new Map<string, JwtAuthorizer>();
  for (const resource of stack.resources('AWS::ApiGatewayV2::Authorizer')) {
    const { JwtConfiguration: jwt } = authorizerSchema.parse(resource.properties);
    authorizers.set(resource.ref, { issuer: jwt.Issuer, audience: jwt.Audience });
  }
  const routes = stack
    .resources('AWS::ApiGatewayV2::Route')
    .map((resource) => routeSchema.parse(resource.properties));
  return stack.resources('AWS::ApiGatewayV2::Api').map((api) => ({
    id: api.ref,
    routes: routes
      .filter((route) => route.ApiId === api.ref)
      .map((route) => {
        const functionName = integrations.get(route.Target.replace(/^integrations\//, ''));
        const authorizer = authorizers.get(route.AuthorizerId ?? '');
        if (functionName === undefined) throw new Error(`The route ${route.RouteKey} leads to no function.`);
        if (route.AuthorizationType === 'JWT' && authorizer === undefined) {
          throw new Error(`The route ${route.RouteKey} asks for a token but names no authorizer.`);
        }
        return {
          key: route.RouteKey,
          functionName,
          authorizer: route.AuthorizationType === 'JWT' ? authorizer : undefined,
          scopes: route.AuthorizationScopes,
        };
      }),
  }));
};

const header = z.object({}).loose();
const securitySchema = z.object({
  ContentSecurityPolicy: z.object({ ContentSecurityPolicy: z.string() }).optional(),
  ContentTypeOptions: header.optional(),
  FrameOptions: z.object({ FrameOption: z.string() }).optional(),
  ReferrerPolicy: z.object({ ReferrerPolicy: z.string() }).optional(),
});
const headersPolicySchema = z.object({
  ResponseHeadersPolicyConfig: z.object({
    SecurityHeadersConfig: securitySchema.optional(),
    CustomHeadersConfig: z
      .object({ Items: z.array(z.object({ Header: z.string(), Value: z.string() })) })
      .optional(),
  }),
});
const behaviourSchema = z.object({
  PathPattern: z.string().default('*'),
  ResponseHeadersPolicyId: z.string().optional(),
  TargetOriginId: z.string(),
});
const originSchema = z.object({ Id: z.string(), CustomOriginConfig: z.object({}).loose().optional() });
const distributionSchema = z.object({
  DistributionConfig: z.object({
    DefaultCacheBehavior: behaviourSchema,
    CacheBehaviors: z.array(behaviourSchema).default([]),
    Origins: z.array(originSchema).default([]),
  }),
});

export interface HeaderRule {
  /** CloudFront path pattern, e.g. `/api/*`; `*` is the default behaviour, last. */
  readonly pathPattern: string;
  readonly headers: Readonly<Record<string, string>>;
  /** The API answers, rather than the bucket of the web app. */
  readonly toApi: boolean;
}

/**
 * Response headers that the distribution adds, per path pattern, in order of precedence. Strict-Transport-Security
 * is left out: the local host speaks plain HTTP.
 */
export const headerRulesOf = (stack: Stack): readonly HeaderRule[] =>
  stack.resources('AWS::CloudFront::Distribution').flatMap((resource) => {
    const { DistributionConfig: config } = distributionSchema.parse(resource.properties);
    const servers = new Set(
      config.Origins.filter(({ CustomOriginConfig }) => CustomOriginConfig !== undefined).map(({ Id }) => Id),
    );
    return [...config.CacheBehaviors, config.DefaultCacheBehavior].map((behaviour) => ({
      pathPattern: behaviour.PathPattern,
      headers: headersOf(stack, behaviour.ResponseHeadersPolicyId),
      toApi: servers.has(behaviour.TargetOriginId),
    }));
  });

const headersOf = (stack: Stack, policyId: string | undefined): Record<string, string> => {
  const policy =
    policyId === undefined ? undefined : stack.find(policyId, 'AWS::CloudFront::ResponseHeadersPolicy');
  if (policy === undefined) return {};
  const { ResponseHeadersPolicyConfig: config } = headersPolicySchema.parse(policy.properties);
  const security = config.SecurityHeadersConfig;
  const headers: Record<string, string> = {};
  if (security?.ContentSecurityPolicy) {
    headers['content-security-policy'] = security.ContentSecurityPolicy.ContentSecurityPolicy;
  }
  if (security?.ContentTypeOptions) headers['x-content-type-options'] = 'nosniff';
  if (security?.FrameOptions) headers['x-frame-options'] = security.FrameOptions.FrameOption;
  if (security?.ReferrerPolicy) headers['referrer-policy'] = security.ReferrerPolicy.ReferrerPolicy;
  for (const { Header, Value } of config.CustomHeadersConfig?.Items ?? [])
    headers[Header.toLowerCase()] = Value;
  return headers;
};
