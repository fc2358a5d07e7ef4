import { createHash } from 'node:crypto';
import { runInNewContext } from 'node:vm';
import { describe, expect, it } from 'vitest';
import { style } from '#functions/pages/style.ts';
import { functionsOf } from '#infra/local/template-compute.ts';
import { apisOf, headerRulesOf } from '#infra/local/template-web.ts';
import { routeList } from '#shared/contract/contract.ts';
import { fullPath } from '#shared/contract/route.ts';
import { restOfPages } from '#shared/contract/routes/pages.ts';
import { synthesized } from './synthesized.ts';

const { stack, raw } = synthesized();

describe('the API', () => {
  const [api] = apisOf(stack);
  const routes = api?.routes ?? [];

  it('has the routes of the contract, all but pages under /api, and beside them a page for lost families', () => {
    expect(routes.map(({ key }) => key).toSorted()).toEqual(
      [restOfPages, ...routeList.map((route) => `${route.method} ${fullPath(route)}`)].toSorted(),
    );
    const pages = functionsOf(stack).find(({ name }) => name === 'PagesFunction')?.name;
    expect(routes.find(({ key }) => key === restOfPages)?.functionName).toBe(pages);
  });

  it.each(routeList)('$id leads to its group', ({ group, ...declared }) => {
    const route = routes.find(({ key }) => key === `${declared.method} ${fullPath(declared)}`);
    const target = functionsOf(stack).find(({ name }) => name === route?.functionName);
    expect(target?.environment['POWERTOOLS_SERVICE_NAME']).toBe(group);
  });

  it('asks for a token of our own sign-in wherever the contract needs a person', () => {
    const withToken = routes.filter(({ authorizer }) => authorizer !== undefined);
    const needed = routeList.filter(({ scope }) => scope === 'tenant' || scope === 'national');
    expect(withToken.map(({ key }) => key).toSorted()).toEqual(
      needed.map(({ method, path }) => `${method} /api${path}`).toSorted(),
    );
    const pool = stack.resources('AWS::Cognito::UserPool')[0]?.ref;
    const client = stack.resources('AWS::Cognito::UserPoolClient')[0]?.ref;
    for (const { authorizer } of withToken) {
      expect(authorizer).toEqual({
        issuer: `https://cognito-idp.us-east-1.amazonaws.com/${pool}`,
        audience: [client],
      });
    }
  });

  it('tells its functions the same issuer and client', () => {
    const visits = functionsOf(stack).find(({ name }) => name === 'VisitsFunction');
    const authorizer = routes.find(({ authorizer: each }) => each !== undefined)?.authorizer;
    expect(visits?.environment).toMatchObject({
      TOKEN_ISSUER: authorizer?.issuer,
      TOKEN_JWKS_URI: `${authorizer?.issuer}/.well-known/jwks.json`,
      TOKEN_CLIENT_ID: authorizer?.audience[0],
    });
  });
});

describe('sign-in', () => {
  const pool = raw('identity')['UserPool'];

  it('is by invitation, with a passkey or a code by mail', () => {
    expect(pool?.Properties).toMatchObject({
      AdminCreateUserConfig: { AllowAdminCreateUserOnly: true },
      DeletionProtection: 'ACTIVE',
      UserPoolTier: 'ESSENTIALS',
      WebAuthnUserVerification: 'required',
    });
    expect(JSON.stringify(pool?.Properties['Policies'])).toContain('"EMAIL_OTP","WEB_AUTHN"');
    expect(pool?.DeletionPolicy).toBe('Retain');
  });

  it('asks the pre-token trigger where the person belongs, for the access token too', () => {
    const config = stack.resources('AWS::Cognito::UserPool')[0]?.properties['LambdaConfig'];
    const trigger = functionsOf(stack).find(({ name }) => name === 'PreTokenFunction');
    expect(config).toEqual({
      PreTokenGenerationConfig: { LambdaArn: trigger?.arn, LambdaVersion: 'V2_0' },
    });
  });

  it('gives the web app a code with PKCE and no secret, and lets nobody write what decides', () => {
    expect(raw('identity')['UserPoolWeb']?.Properties).toMatchObject({
      GenerateSecret: false,
      AllowedOAuthFlows: ['code'],
      CallbackURLs: ['https://porchlight.test/callback'],
      LogoutURLs: ['https://porchlight.test/'],
      WriteAttributes: ['email', 'locale'],
    });
  });
});

describe('the web distribution', () => {
  const config = raw('web')['Distribution']?.Properties['DistributionConfig'] as Record<string, unknown>;
  const edge = (id: string) =>
    String(
      stack.resources('AWS::CloudFront::Function').find(({ logicalId }) => logicalId === id)?.properties[
        'FunctionCode'
      ],
    );

  it('runs nothing that is not its own, and calls only the API, the files and sign-in', () => {
    const [rule] = headerRulesOf(stack).filter(({ pathPattern }) => pathPattern === '*');
    const policy = rule?.headers['content-security-policy'] ?? '';
    const directives = Object.fromEntries(
      policy.split('; ').map((directive) => {
        const [name = '', ...values] = directive.split(' ');
        return [name, values];
      }),
    );
    expect(directives).toMatchObject({
      'default-src': ["'none'"],
      'script-src': ["'self'"],
      'frame-ancestors': ["'none'"],
      'connect-src': [
        "'self'",
        'https://porchlight-local-files-000000000000.s3.us-east-1.amazonaws.com',
        'https://cognito-idp.us-east-1.amazonaws.com',
        'https://porchlight-local-sign-in-000000000000.auth.us-east-1.amazoncognito.com',
      ],
    });
    expect(policy).not.toContain('unsafe-eval');
  });

  it('sends its headers with every answer, the API’s too', () => {
    const rules = headerRulesOf(stack);
    expect(rules.map(({ pathPattern }) => pathPattern)).toEqual(['/api/*', '/f/*', '/config.json', '*']);
    expect(rules.filter(({ toApi }) => toApi).map(({ pathPattern }) => pathPattern)).toEqual([
      '/api/*',
      '/f/*',
    ]);
    for (const { headers } of rules) {
      expect(headers).toMatchObject({
        'x-content-type-options': 'nosniff',
        'referrer-policy': 'no-referrer',
      });
    }
  });

  it('lets a family’s page run nothing at all: no script, and of styles the one it is sent with', () => {
    const [rule] = headerRulesOf(stack).filter(({ pathPattern }) => pathPattern === '/f/*');
    const hash = createHash('sha256').update(style).digest('base64');
    expect(rule?.headers['content-security-policy']).toBe(
      `default-src 'none'; style-src 'sha256-${hash}'; img-src data:; form-action 'self'; base-uri 'none'; frame-ancestors 'none'`,
    );
  });

  it.each(['/api/*', '/f/*'])('never keeps an answer of %s', (pattern) => {
    const behaviours = config['CacheBehaviors'] as readonly Record<string, unknown>[];
    const api = behaviours.find((behaviour) => behaviour['PathPattern'] === pattern);
    // AWS's own policies: CachingDisabled, and everything of the viewer but its Host header.
    expect(api?.['CachePolicyId']).toBe('4135ea2d-6df8-44a3-9df3-4b5a84be39ad');
    expect(api?.['OriginRequestPolicyId']).toBe('b689b0a8-53d0-40ab-baf2-68738e2966ac');
    expect(api?.['AllowedMethods']).toEqual(
      expect.arrayContaining(['GET', 'POST', 'PUT', 'PATCH', 'DELETE']),
    );
  });

  it('writes no path of a request into its log: it may be the secret link of a family', () => {
    expect(config['Logging']).toBeUndefined();
    const delivery = stack.resources('AWS::Logs::Delivery')[0]?.properties;
    const fields = delivery?.['RecordFields'] as readonly string[];
    expect(fields).toContain('sc-status');
    expect(fields.filter((field) => /uri|query|referer|cookie|host/i.test(field))).toEqual([]);
  });

  it('stands behind a firewall', () => {
    const firewall = stack.resources('AWS::WAFv2::WebACL')[0];
    expect(JSON.stringify(config['WebACLId'])).toContain('"Firewall"');
    expect(firewall?.properties['Scope']).toBe('CLOUDFRONT');
    // Whoever tries links of families is slowed down long before the general limit.
    expect(JSON.stringify(firewall?.properties['Rules'])).toContain('"SearchString":"/f/"');
  });

  it.each([
    ['/', '/index.html'],
    ['/visits/vis_1', '/index.html'],
    ['/callback', '/index.html'],
    ['/assets/index-4f2.js', '/assets/index-4f2.js'],
    ['/favicon.ico', '/favicon.ico'],
  ])('leads %s to %s', (uri, file) => {
    const answer = runInNewContext(
      `${edge('PageFunction')}; handler({ request: { uri: ${JSON.stringify(uri)} } })`,
    );
    expect(answer.uri).toBe(file);
  });

  it('tells the web app where to sign in and out', () => {
    const answer = runInNewContext(`${edge('ConfigFunction')}; handler()`);
    expect(answer.statusCode).toBe(200);
    expect(JSON.parse(answer.body.data)).toEqual({
      stage: 'local',
      authority: `https://cognito-idp.us-east-1.amazonaws.com/${stack.resources('AWS::Cognito::UserPool')[0]?.ref}`,
      clientId: stack.resources('AWS::Cognito::UserPoolClient')[0]?.ref,
      logoutUrl: 'https://porchlight-local-sign-in-000000000000.auth.us-east-1.amazoncognito.com/logout',
    });
  });
});
