/** Event patterns of EventBridge rules and of event source mappings' filters. */
import { isRecord } from '#infra/local/template-intrinsics.ts';

type Pattern = Readonly<Record<string, unknown>>;

/** True when the event matches. A pattern's operator that is not known here throws: it must not pass in silence. */
export const matchesEvent = (pattern: Pattern, event: unknown): boolean =>
  Object.entries(pattern).every(([key, expected]) => {
    if (key === '$or') {
      return Array.isArray(expected) && expected.some((each) => isRecord(each) && matchesEvent(each, event));
    }
    const actual = isRecord(event) ? event[key] : undefined;
    if (Array.isArray(expected)) return expected.some((rule) => matchesRule(rule, actual));
    return isRecord(expected) && matchesEvent(expected, actual);
  });

/** A list in the event matches when any of its members does. */
const matchesRule = (rule: unknown, actual: unknown): boolean => {
  if (isRecord(rule) && 'exists' in rule) return (actual !== undefined) === rule['exists'];
  if (actual === undefined) return false;
  const values = Array.isArray(actual) ? actual : [actual];
  return values.some((value) => (isRecord(rule) ? matchesOperator(rule, value) : rule === value));
};

const matchesOperator = (rule: Record<string, unknown>, value: unknown): boolean => {
  const [operator = '', argument] = Object.entries(rule)[0] ?? [];
  switch (operator) {
    case 'prefix':
      return typeof value === 'string' && value.startsWith(String(argument));
    case 'suffix':
      return typeof value === 'string' && value.endsWith(String(argument));
    case 'equals-ignore-case':
      return typeof value === 'string' && value.toLowerCase() === String(argument).toLowerCase();
    case 'anything-but': {
      if (isRecord(argument)) return !matchesOperator(argument, value);
      const excluded: readonly unknown[] = Array.isArray(argument) ? argument : [argument];
      return !excluded.includes(value);
    }
    case 'numeric':
      return typeof value === 'number' && Array.isArray(argument) && matchesNumber(argument, value);
    case 'wildcard': {
      const source = String(argument)
        .replaceAll(/[.+?^${}()|[\]\\]/g, '\\$&')
        .replaceAll('*', '.*');
      return typeof value === 'string' && new RegExp(`^${source}$`, 's').test(value);
    }
    default:
      throw new Error(`The local host does not know the pattern operator "${operator}".`);
  }
};

/** `[">", 0, "<=", 5]` */
const matchesNumber = (argument: readonly unknown[], value: number): boolean => {
  for (let index = 0; index < argument.length; index += 2) {
    const limit = Number(argument[index + 1]);
    const holds = {
      '=': value === limit,
      '<': value < limit,
      '<=': value <= limit,
      '>': value > limit,
      '>=': value >= limit,
    }[String(argument[index])];
    if (holds !== true) return false;
  }
  return true;
};
