import { runSimulation } from '@cloud-copilot/iam-simulate';
import type { Stack } from '#infra/local/template.ts';
import { type RoleDefinition, rolesOf } from '#infra/local/template-access.ts';

/** Values that AWS knows of a request beyond its action and its resource. */
export type RequestContext = Readonly<Record<string, string | string[]>>;

/** The role of a name; a misspelt one ends the test. */
export function roleNamed(stack: Stack, name: string): RoleDefinition {
  const role = rolesOf(stack).find((each) => each.name === name);
  if (role === undefined) throw new Error(`No role ${name}.`);
  return role;
}

/**
 * Whether IAM would let a role do it, by the policies of the template.
 * @param trust the policy of the role that is to be taken on, for sts:AssumeRole.
 */
export async function allows(
  role: RoleDefinition,
  action: string,
  resource: string,
  context: RequestContext = {},
  trust?: RoleDefinition['trust'],
): Promise<boolean> {
  const accountId = role.arn.split(':')[4] ?? '';
  const answer = await runSimulation(
    {
      request: {
        action,
        principal: role.arn,
        resource: { resource, accountId },
        contextVariables: { 'aws:PrincipalArn': role.arn, ...context },
      },
      identityPolicies: role.policies.map(({ name, document }) => ({ name, policy: document })),
      serviceControlPolicies: [],
      resourceControlPolicies: [],
      ...(trust === undefined ? {} : { resourcePolicy: { Version: '2012-10-17', Statement: trust } }),
    },
    {},
  );
  if (answer.resultType === 'error')
    throw new Error(`Not a request that IAM knows: ${action} on ${resource}.`);
  return answer.overallResult === 'Allowed';
}
