/** Finds the route for a method and path, as an HTTP API does: the most specific one wins. */
import type { RouteDefinition } from '#infra/local/template-web.ts';

interface CompiledRoute {
  readonly route: RouteDefinition;
  readonly method: string;
  readonly pattern: RegExp;
  readonly names: readonly string[];
  /** One digit per segment: text 0, parameter 1, greedy 2; `$default` is last. Compared as text. */
  readonly rank: string;
}

export interface RouteMatch {
  readonly route: RouteDefinition;
  readonly pathParameters: Readonly<Record<string, string>>;
}

export type RouteFinder = (method: string, path: string) => RouteMatch | undefined;

const compile = (route: RouteDefinition): CompiledRoute => {
  if (route.key === '$default') return { route, method: 'ANY', pattern: /^/, names: [], rank: '9' };
  const [method = 'ANY', path = '/'] = route.key.split(' ');
  const names: string[] = [];
  const ranks: string[] = [];
  const segments = path.split('/').map((segment) => {
    const parameter = /^\{([^}+]+)(\+?)\}$/.exec(segment);
    if (parameter === null) {
      ranks.push('0');
      return segment.replaceAll(/[.*+?^$()|[\]\\{}]/g, '\\$&');
    }
    names.push(parameter[1] ?? '');
    ranks.push(parameter[2] === '+' ? '2' : '1');
    return parameter[2] === '+' ? '(.+)' : '([^/]+)';
  });
  return { route, method, pattern: new RegExp(`^${segments.join('/')}$`), names, rank: ranks.join('') };
};

/** A method of its own comes before ANY; then the first segment that differs decides. */
const bySpecificity = (a: CompiledRoute, b: CompiledRoute): number =>
  a.rank.localeCompare(b.rank) || Number(a.method === 'ANY') - Number(b.method === 'ANY');

export const routeFinder = (routes: readonly RouteDefinition[]): RouteFinder => {
  const compiled = routes.map(compile).sort(bySpecificity);
  return (method, path) => {
    for (const { route, method: wanted, pattern, names } of compiled) {
      if (wanted !== 'ANY' && wanted !== method) continue;
      const match = pattern.exec(path);
      if (match === null) continue;
      const values = names.map((name, index) => [name, decoded(match[index + 1] ?? '')] as const);
      return { route, pathParameters: Object.fromEntries(values) };
    }
    return undefined;
  };
};

const decoded = (text: string): string => {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
};
