/** Roles with their trust and permission policies, read from the stack. */
import * as z from 'zod';
import type { Stack } from '#infra/local/template.ts';

const oneOrMore = z.union([z.string().transform((one) => [one]), z.array(z.string())]);
const principalSchema = z.union([z.literal('*'), z.record(z.string(), oneOrMore)]);

const statementSchema = z.object({
  Sid: z.string().optional(),
  Effect: z.enum(['Allow', 'Deny']),
  Principal: principalSchema.optional(),
  Action: oneOrMore.default([]),
  NotAction: oneOrMore.optional(),
  Resource: oneOrMore.optional(),
  NotResource: oneOrMore.optional(),
  Condition: z
    .record(
      z.string(),
      z.record(z.string(), z.union([oneOrMore, z.boolean().transform((flag) => [String(flag)])])),
    )
    .default({}),
});

const documentSchema = z.object({
  Version: z.string().optional(),
  Statement: z.union([z.array(statementSchema), statementSchema.transform((one) => [one])]),
});

export type Statement = z.infer<typeof statementSchema>;

export interface RoleDefinition {
  readonly name: string;
  readonly arn: string;
  readonly maximumSessionSeconds: number;
  readonly trust: readonly Statement[];
  /** Permission policies as the template says them, ARNs resolved. */
  readonly policies: readonly { readonly name: string; readonly document: unknown }[];
}

const roleSchema = z.object({
  AssumeRolePolicyDocument: documentSchema,
  MaxSessionDuration: z.coerce.number().default(3600),
  Policies: z.array(z.object({ PolicyName: z.string(), PolicyDocument: z.unknown() })).default([]),
});

const policySchema = z.object({ Roles: z.array(z.string()).default([]), PolicyDocument: z.unknown() });

/** IAM roles with every inline, attached and managed policy that the stack itself defines. */
export const rolesOf = (stack: Stack): readonly RoleDefinition[] => {
  const attached = [
    ...stack.resources('AWS::IAM::Policy'),
    ...stack.resources('AWS::IAM::ManagedPolicy'),
    ...stack.resources('AWS::IAM::RolePolicy'),
  ].map((resource) => ({
    name: resource.logicalId,
    ...policySchema.parse({
      ...resource.properties,
      Roles: resource.properties['Roles'] ?? [resource.properties['RoleName']].filter(Boolean),
    }),
  }));
  return stack.resources('AWS::IAM::Role').map((resource) => {
    const properties = roleSchema.parse(resource.properties);
    return {
      name: resource.name,
      arn: resource.arn,
      maximumSessionSeconds: properties.MaxSessionDuration,
      trust: properties.AssumeRolePolicyDocument.Statement,
      policies: [
        ...properties.Policies.map(({ PolicyName, PolicyDocument }) => ({
          name: PolicyName,
          document: PolicyDocument,
        })),
        ...attached
          .filter(({ Roles }) => Roles.includes(resource.name))
          .map(({ name, PolicyDocument }) => ({ name, document: PolicyDocument })),
      ],
    };
  });
};
