/** Decides whether a role's trust policy lets a caller take the role over, with these session tags. */
import type { RoleDefinition, Statement } from '#infra/local/template-access.ts';

export interface AssumeRequest {
  readonly callerRoleArn: string;
  readonly account: string;
  readonly tags: Readonly<Record<string, string>>;
}

/** IAM's `*` and `?`. */
export const matchesPattern = (pattern: string, text: string): boolean => {
  const source = pattern
    .replaceAll(/[.+^${}()|[\]\\]/g, '\\$&')
    .replaceAll('*', '.*')
    .replaceAll('?', '.');
  return new RegExp(`^${source}$`, 's').test(text);
};

/** `named`: the policy names the caller itself; `account`: it trusts the account, so that the caller's own policies decide. */
export const trusts = (role: RoleDefinition, request: AssumeRequest): 'named' | 'account' | undefined => {
  const actions = ['sts:AssumeRole', ...(Object.keys(request.tags).length > 0 ? ['sts:TagSession'] : [])];
  const kinds = actions.map((action) => trustsAction(role.trust, action, request));
  if (kinds.includes(undefined)) return undefined;
  return kinds.includes('account') ? 'account' : 'named';
};

const trustsAction = (
  statements: readonly Statement[],
  action: string,
  request: AssumeRequest,
): 'named' | 'account' | undefined => {
  const matching = statements.flatMap((statement) => {
    const kind = principalKind(statement, request);
    const applies =
      kind !== undefined &&
      statement.Action.some((pattern) => matchesPattern(pattern.toLowerCase(), action.toLowerCase())) &&
      conditionsHold(statement, request);
    return applies ? [{ effect: statement.Effect, kind }] : [];
  });
  if (matching.some(({ effect }) => effect === 'Deny')) return undefined;
  const allows = matching.map(({ kind }) => kind);
  if (allows.includes('named')) return 'named';
  return allows.includes('account') ? 'account' : undefined;
};

const principalKind = (statement: Statement, request: AssumeRequest): 'named' | 'account' | undefined => {
  if (statement.Principal === undefined) return undefined;
  const named = statement.Principal === '*' ? ['*'] : (statement.Principal['AWS'] ?? []);
  if (named.includes(request.callerRoleArn) || named.includes('*')) return 'named';
  const root = `arn:aws:iam::${request.account}:root`;
  return named.includes(root) || named.includes(request.account) ? 'account' : undefined;
};

const conditionsHold = (statement: Statement, request: AssumeRequest): boolean =>
  Object.entries(statement.Condition).every(([operator, keys]) =>
    Object.entries(keys).every(([key, expected]) =>
      conditionHolds(operator, valuesOf(key, request), expected),
    ),
  );

/** Condition keys that an AssumeRole request carries. Undefined: the key is absent. */
const valuesOf = (key: string, request: AssumeRequest): readonly string[] | undefined => {
  const lower = key.toLowerCase();
  if (lower === 'aws:principalarn') return [request.callerRoleArn];
  if (lower === 'aws:principalaccount') return [request.account];
  if (lower === 'aws:tagkeys') {
    const names = Object.keys(request.tags);
    return names.length === 0 ? undefined : names;
  }
  if (lower.startsWith('aws:requesttag/')) {
    const value = request.tags[key.slice('aws:RequestTag/'.length)];
    return value === undefined ? undefined : [value];
  }
  return undefined;
};

/** An operator that is not known here refuses, so that a stricter policy never passes by accident. */
const conditionHolds = (
  operator: string,
  actual: readonly string[] | undefined,
  expected: readonly string[],
): boolean => {
  const forAll = operator.startsWith('ForAllValues:');
  const forAny = operator.startsWith('ForAnyValue:');
  const plain = operator.replace(/^For(AllValues|AnyValue):/, '');
  if (plain === 'Null') return expected.includes(String(actual === undefined));
  const optional = plain.endsWith('IfExists');
  const compare = comparisons[plain.replace(/IfExists$/, '')];
  if (compare === undefined) return false;
  if (actual === undefined)
    return forAll || optional || plain.startsWith('StringNot') || plain.startsWith('ArnNot');
  const passes = (value: string): boolean => compare(value, expected);
  if (forAll) return actual.every(passes);
  return forAny ? actual.some(passes) : actual.length === 1 && actual.every(passes);
};

type Comparison = (value: string, expected: readonly string[]) => boolean;

const like: Comparison = (value, expected) => expected.some((pattern) => matchesPattern(pattern, value));
const equals: Comparison = (value, expected) => expected.includes(value);

const comparisons: Readonly<Record<string, Comparison>> = {
  StringEquals: equals,
  StringNotEquals: (value, expected) => !equals(value, expected),
  StringLike: like,
  StringNotLike: (value, expected) => !like(value, expected),
  ArnEquals: like,
  ArnLike: like,
  ArnNotEquals: (value, expected) => !like(value, expected),
  ArnNotLike: (value, expected) => !like(value, expected),
};
