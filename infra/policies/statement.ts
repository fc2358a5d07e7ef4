import * as iam from 'aws-cdk-lib/aws-iam';

/** One permission as data, so that a reader and a test see the same thing. */
export interface Statement {
  /** What it is for, in words without spaces: `CheckMembership`. */
  readonly sid: string;
  readonly actions: readonly string[];
  readonly resources: readonly string[];
  /** Why a resource may end in a wildcard; the security checks refuse one without a reason. */
  readonly wildcard?: string;
  readonly conditions?: Readonly<Record<string, Readonly<Record<string, string | readonly string[]>>>>;
}

/** A permission together with the settings without which it is of no use. */
export interface Grant {
  readonly statements: readonly Statement[];
  readonly environment: Readonly<Record<string, string>>;
}

/** Statements that name more than one resource by a pattern, with the reason of each. */
export const wildcardsOf = (statements: readonly Statement[]) =>
  statements.flatMap(({ resources, wildcard }) =>
    wildcard === undefined
      ? []
      : resources.filter((arn) => arn.includes('*')).map((arn) => ({ arn, reason: wildcard })),
  );

/** The policy document of statements, in their order. */
export function policyDocument(statements: readonly Statement[]): iam.PolicyDocument {
  return new iam.PolicyDocument({
    minimize: false,
    statements: statements.map(
      ({ sid, actions, resources, conditions }) =>
        new iam.PolicyStatement({
          sid,
          actions: [...actions],
          resources: [...resources],
          ...(conditions === undefined ? {} : { conditions }),
        }),
    ),
  });
}
