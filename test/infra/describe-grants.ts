import * as z from 'zod';
import type { Stack } from '#infra/local/template.ts';
import { type RoleDefinition, rolesOf } from '#infra/local/template-access.ts';
import { functionsOf } from '#infra/local/template-compute.ts';

const list = z.union([z.string().transform((one) => [one]), z.array(z.string())]);
const Statement = z
  .object({
    Sid: z.string(),
    Effect: z.literal('Allow'),
    Action: list,
    Resource: list,
    Condition: z.record(z.string(), z.record(z.string(), list)).default({}),
  })
  .transform(({ Sid, Action, Resource, Condition }) => ({
    sid: Sid,
    actions: Action,
    resources: Resource,
    conditions: Condition,
  }));
const Document = z.object({ Statement: z.array(Statement) });

/** The statements of a role; one without a name, or one that denies, is not how this project writes them. */
export const statementsOf = (role: RoleDefinition) =>
  role.policies.flatMap(({ document }) => Document.parse(document).Statement);

/** `arn:aws:sqs:us-east-1:000000000000:MailQueue` → `sqs MailQueue`. */
const short = (arn: string): string => {
  const [, , service = '', , , ...rest] = arn.split(':');
  return `${service} ${rest.join(':')}`;
};

/** What each function may do and is told, short enough to read in a review. */
export function describeGrants(stack: Stack): string {
  const functions = functionsOf(stack);
  const sections = rolesOf(stack).map((role) => {
    const settings = Object.keys(functions.find(({ roleArn }) => roleArn === role.arn)?.environment ?? {})
      .filter((name) => !['STAGE', 'POWERTOOLS_SERVICE_NAME', 'NODE_OPTIONS'].includes(name))
      .toSorted();
    const lines = statementsOf(role)
      .filter(({ sid }) => sid !== 'WriteOwnLog')
      .map(({ sid, actions, resources, conditions }) => {
        const partitions = conditions['ForAllValues:StringLike']?.['dynamodb:LeadingKeys'] ?? [];
        const only =
          partitions.length === 0 ? '' : ` only ${partitions.map((key) => `\`${key}\``).join(', ')}`;
        return `- **${sid}**: ${actions.join(', ')} on ${resources.map(short).join(', ')}${only}`;
      });
    return [
      `## ${role.name}`,
      '',
      ...(lines.length === 0 ? ['- nothing but its own log'] : lines),
      ...(settings.length === 0 ? [] : ['', `Settings: ${settings.join(', ')}`]),
    ].join('\n');
  });
  return `# What each role may do\n\nWritten by test/infra/grants.test.ts from the synthesized stacks. Each also writes its own log.\n\n${sections.join('\n\n')}\n`;
}
