/** The distribution's behaviours, made to fit one plain-HTTP origin. */
import type { HeaderRule } from '#infra/local/template-web.ts';

export interface LocalAddresses {
  /** `http://localhost:PORT` */
  readonly origin: string;
  /** `http://127.0.0.1:PORT`, where uploads go. */
  readonly filesOrigin: string;
}

/** Headers for a path, as the first matching behaviour says. */
export const headersFor = (
  rules: readonly HeaderRule[],
  addresses: LocalAddresses,
): ((path: string) => Record<string, string>) => {
  const local = rules.map(({ pathPattern, headers }) => {
    const { 'content-security-policy': policy, ...others } = headers;
    return {
      pattern: toPattern(pathPattern),
      headers:
        policy === undefined
          ? others
          : { ...others, 'content-security-policy': localPolicy(policy, addresses) },
    };
  });
  return (path) => local.find(({ pattern }) => pattern.test(path))?.headers ?? {};
};

/** Whether the API answers a path; `/api` always, so that a stack without a web app can be called. */
export const apiPaths = (rules: readonly HeaderRule[]): ((path: string) => boolean) => {
  const local = rules.map(({ pathPattern, toApi }) => ({ pattern: toPattern(pathPattern), toApi }));
  return (path) =>
    path.startsWith('/api/') || (local.find(({ pattern }) => pattern.test(path))?.toApi ?? false);
};

const toPattern = (pathPattern: string): RegExp => {
  if (pathPattern === '*') return /^/;
  const source = pathPattern
    .replaceAll(/[.+^${}()|[\]\\]/g, '\\$&')
    .replaceAll('*', '.*')
    .replaceAll('?', '.');
  return new RegExp(`^${source.startsWith('/') ? '' : '/'}${source}$`);
};

/** Directives in which the deployed app names other origins: sign-in and files. Locally these are our own. */
const widened = new Set(['connect-src', 'form-action', 'img-src']);

/** The deployed policy, except that other origins become this one, and HTTP is not turned into HTTPS. */
const localPolicy = (policy: string, { origin, filesOrigin }: LocalAddresses): string =>
  policy
    .split(';')
    .map((directive) => directive.trim())
    .filter((directive) => directive !== '' && directive !== 'upgrade-insecure-requests')
    .map((directive) => {
      const [name = '', ...sources] = directive.split(/\s+/);
      const own = sources.filter((source) => !source.startsWith('https://'));
      const extra = widened.has(name) && !own.includes("'none'") ? [origin, filesOrigin] : [];
      return [name, ...own, ...extra].join(' ');
    })
    .join('; ');
