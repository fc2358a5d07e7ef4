/** Cognito's pre-token-generation trigger, version 2: what it may add to the identity and the access token. */
import * as z from 'zod';
import type { FunctionPool } from '#infra/local/function-pool.ts';
import type { TokenClaims, TokenRequest } from '#infra/local/service.ts';
import type { Stack } from '#infra/local/template.ts';

const poolSchema = z.object({
  LambdaConfig: z
    .object({
      PreTokenGenerationConfig: z.object({ LambdaArn: z.string(), LambdaVersion: z.string() }).optional(),
    })
    .optional(),
});

const tokenChanges = z
  .object({
    claimsToAddOrOverride: z.record(z.string(), z.unknown()).nullish(),
    claimsToSuppress: z.array(z.string()).nullish(),
    scopesToAdd: z.array(z.string()).nullish(),
    scopesToSuppress: z.array(z.string()).nullish(),
  })
  .nullish();

const answerSchema = z.object({
  response: z.object({
    claimsAndScopeOverrideDetails: z
      .object({ idTokenGeneration: tokenChanges, accessTokenGeneration: tokenChanges })
      .nullish(),
  }),
});

const noChanges: TokenClaims = {
  idToken: { add: {}, suppress: [] },
  accessToken: { add: {}, suppress: [], scopesToAdd: [], scopesToSuppress: [] },
};

/** Cognito waits five seconds for a trigger. */
const limitMs = 5000;

/** Returns the function that runs the trigger. A trigger that fails fails the sign-in, as on AWS. */
export const preTokenTrigger = (
  stack: Stack,
  pool: FunctionPool,
): ((request: TokenRequest) => Promise<TokenClaims>) => {
  const [userPool] = stack.resources('AWS::Cognito::UserPool');
  const config = userPool && poolSchema.parse(userPool.properties).LambdaConfig?.PreTokenGenerationConfig;
  const target = config && stack.find(config.LambdaArn, 'AWS::Lambda::Function');
  if (userPool === undefined || config === undefined || target === undefined) return async () => noChanges;
  return async (request) => {
    const event = {
      version: config.LambdaVersion === 'V3_0' ? '3' : '2',
      triggerSource: request.reason,
      region: userPool.region,
      userPoolId: userPool.ref,
      userName: request.sub,
      callerContext: { awsSdkVersion: 'local', clientId: request.clientId },
      request: {
        userAttributes: {
          sub: request.sub,
          email: request.email,
          email_verified: 'true',
          'cognito:user_status': 'CONFIRMED',
        },
        groupConfiguration: { groupsToOverride: [], iamRolesToOverride: [], preferredRole: null },
        scopes: request.scopes,
      },
      response: { claimsAndScopeOverrideDetails: null },
    };
    const answer = await withinLimit(pool.invoke(target.name, event));
    const details = answerSchema.parse(answer).response.claimsAndScopeOverrideDetails;
    return {
      idToken: {
        add: details?.idTokenGeneration?.claimsToAddOrOverride ?? {},
        suppress: details?.idTokenGeneration?.claimsToSuppress ?? [],
      },
      accessToken: {
        add: details?.accessTokenGeneration?.claimsToAddOrOverride ?? {},
        suppress: details?.accessTokenGeneration?.claimsToSuppress ?? [],
        scopesToAdd: details?.accessTokenGeneration?.scopesToAdd ?? [],
        scopesToSuppress: details?.accessTokenGeneration?.scopesToSuppress ?? [],
      },
    };
  };
};

const withinLimit = async (work: Promise<unknown>): Promise<unknown> => {
  const { promise, reject } = Promise.withResolvers<never>();
  const timer = setTimeout(
    () => reject(new Error('The pre-token trigger took longer than 5 seconds.')),
    limitMs,
  );
  try {
    return await Promise.race([work, promise]);
  } finally {
    clearTimeout(timer);
  }
};
