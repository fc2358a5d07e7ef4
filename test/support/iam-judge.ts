import type { Judge, Principal, Verdict } from '#infra/local/service.ts';
import type { Stack } from '#infra/local/template.ts';
import { rolesOf } from '#infra/local/template-access.ts';
import { allows } from '#test/infra/judge.ts';

export interface IamJudge {
  readonly judge: Judge;
  /** What was refused, one line each: `role action resource keys`. */
  readonly denials: readonly string[];
  /** Every action that was allowed, per role name: what a role's policies are really used for. */
  readonly used: ReadonlyMap<string, ReadonlySet<string>>;
}

/** Judges every AWS call of the local host by the policies of the synthesized stack, as IAM would. */
export const iamJudge = (stack: Stack): IamJudge => {
  const roles = new Map(rolesOf(stack).map((role) => [role.arn, role]));
  const known = new Map<string, Promise<boolean>>();
  const denials: string[] = [];
  const used = new Map<string, Set<string>>();

  const decide = (
    principal: Principal,
    action: string,
    resource: string,
    context: Parameters<Judge>[3],
  ): Promise<boolean> => {
    const role = roles.get(principal.roleArn);
    if (role === undefined) return Promise.resolve(false);
    const values: Record<string, string | string[]> = { 'aws:PrincipalAccount': stack.account };
    for (const [name, value] of Object.entries(principal.tags)) values[`aws:PrincipalTag/${name}`] = value;
    for (const [name, value] of Object.entries(context)) {
      values[name] = typeof value === 'string' ? value : [...value];
    }
    const trust = action.startsWith('sts:') ? roles.get(resource)?.trust : undefined;
    const key = JSON.stringify([principal.roleArn, action, resource, values]);
    const decision = known.get(key) ?? allows(role, action, resource, values, trust);
    known.set(key, decision);
    return decision;
  };

  const judge: Judge = async (principal, action, resource, context): Promise<Verdict> => {
    const allowed = await decide(principal, action, resource, context);
    const name = principal.roleArn.split('/').at(-1) ?? '';
    if (allowed) used.set(name, (used.get(name) ?? new Set()).add(action));
    else
      denials.push(`${name} ${action} ${resource} ${JSON.stringify(context['dynamodb:LeadingKeys'] ?? [])}`);
    return { allowed };
  };
  return { judge, denials, used };
};
