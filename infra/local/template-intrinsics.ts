/** CloudFormation's intrinsic functions, as far as a synthesized CDK stack uses them. */

/** What the resolver must be able to ask about the stack a value belongs to. */
export interface Scope {
  /** `Ref` of a resource, parameter or pseudo parameter; undefined for `AWS::NoValue`. */
  ref(logicalId: string): unknown;
  attribute(logicalId: string, attribute: string): unknown;
  importValue(exportName: string): unknown;
  /** A condition of the template by name. */
  condition(name: string): boolean;
  mapping(map: string, key: string, attribute: string): unknown;
}

export const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Resolves every intrinsic function below a value. Members that resolve to `AWS::NoValue` are left out. */
export const resolveValue = (value: unknown, scope: Scope): unknown => {
  if (Array.isArray(value))
    return value.map((item) => resolveValue(item, scope)).filter((item) => item !== undefined);
  if (!isRecord(value)) return value;
  const keys = Object.keys(value);
  const [only] = keys;
  if (
    keys.length === 1 &&
    only !== undefined &&
    (only === 'Ref' || only.startsWith('Fn::') || only === 'Condition')
  ) {
    const known = intrinsic(only, value[only], scope);
    if (known) return known.value;
  }
  const resolved = keys
    .map((key) => [key, resolveValue(value[key], scope)] as const)
    .filter(([, member]) => member !== undefined);
  return Object.fromEntries(resolved);
};

const intrinsic = (name: string, argument: unknown, scope: Scope): { value: unknown } | undefined => {
  switch (name) {
    case 'Ref':
      return { value: scope.ref(String(argument)) };
    case 'Fn::GetAtt': {
      const [logicalId, attribute] = getAttArguments(argument);
      return { value: scope.attribute(logicalId, attribute) };
    }
    case 'Fn::Join': {
      const [separator, parts] = list(argument);
      const joined = list(resolveValue(parts, scope)).map(text).join(String(separator));
      return { value: joined };
    }
    case 'Fn::Sub':
      return { value: substitute(argument, scope) };
    case 'Fn::Select': {
      const [index, items] = list(argument);
      return { value: list(resolveValue(items, scope))[Number(index)] };
    }
    case 'Fn::Split': {
      const [separator, source] = list(argument);
      return { value: text(resolveValue(source, scope)).split(String(separator)) };
    }
    case 'Fn::ImportValue':
      return { value: scope.importValue(text(resolveValue(argument, scope))) };
    case 'Fn::If': {
      const [condition, then, otherwise] = list(argument);
      return { value: resolveValue(scope.condition(String(condition)) ? then : otherwise, scope) };
    }
    case 'Fn::FindInMap': {
      const [map, key, attribute] = list(resolveValue(argument, scope)).map(text);
      return { value: scope.mapping(map ?? '', key ?? '', attribute ?? '') };
    }
    case 'Fn::Base64':
      return { value: Buffer.from(text(resolveValue(argument, scope))).toString('base64') };
    case 'Fn::GetAZs':
      return { value: ['a', 'b', 'c'] };
    case 'Fn::Equals': {
      const [left, right] = list(resolveValue(argument, scope));
      return { value: left === right };
    }
    case 'Fn::Not':
      return { value: resolveValue(list(argument)[0], scope) !== true };
    case 'Fn::And':
      return { value: list(resolveValue(argument, scope)).every((item) => item === true) };
    case 'Fn::Or':
      return { value: list(resolveValue(argument, scope)).some((item) => item === true) };
    case 'Condition':
      // Also a member of IAM statements, where it is an object and no reference.
      return typeof argument === 'string' ? { value: scope.condition(argument) } : undefined;
    default:
      return undefined;
  }
};

const list = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);
const text = (value: unknown): string => (value === undefined || value === null ? '' : String(value));

const getAttArguments = (argument: unknown): [string, string] => {
  if (typeof argument === 'string') {
    const dot = argument.indexOf('.');
    return [argument.slice(0, dot), argument.slice(dot + 1)];
  }
  const [logicalId, attribute] = list(argument);
  return [text(logicalId), text(attribute)];
};

const substitute = (argument: unknown, scope: Scope): string => {
  const [pattern, variables] = Array.isArray(argument) ? argument : [argument, {}];
  return text(pattern).replaceAll(/\$\{(!?)([^}]+)\}/g, (_whole, literal: string, name: string) => {
    if (literal) return `\${${name}}`;
    if (isRecord(variables) && name in variables) return text(resolveValue(variables[name], scope));
    if (!name.includes('.')) return text(scope.ref(name));
    return text(scope.attribute(...getAttArguments(name)));
  });
};
