import type { Stack } from '#infra/local/template.ts';

/** The app client of the user pool, as the stack declares it. Times in seconds. */
export interface PoolClient {
  readonly clientId: string;
  readonly accessTokenSeconds: number;
  readonly refreshTokenSeconds: number;
  /** Paths of the web app that sign-in may come back to, such as `/callback`. */
  readonly callbackPaths: readonly string[];
  /** Paths that signing out may lead to. */
  readonly logoutPaths: readonly string[];
}

const unitSeconds: Record<string, number> = { seconds: 1, minutes: 60, hours: 3_600, days: 86_400 };

/** Reads the pool's client; on this machine the deployed site's addresses keep their paths only. */
export function poolClient(stack: Stack): PoolClient {
  const client = stack.resources('AWS::Cognito::UserPoolClient')[0];
  const properties = client?.properties ?? {};
  const units = (properties['TokenValidityUnits'] ?? {}) as Record<string, string>;
  const validity = (name: string, otherwise: number, usual: string) =>
    Number(properties[`${name}Validity`] ?? otherwise) * (unitSeconds[units[name] ?? usual] ?? 1);
  const paths = (name: string) =>
    ((properties[name] ?? []) as string[]).map((address) => new URL(address).pathname);
  return {
    clientId: client?.ref ?? 'porchlight',
    accessTokenSeconds: validity('AccessToken', 1, 'hours'),
    refreshTokenSeconds: validity('RefreshToken', 30, 'days'),
    callbackPaths: paths('CallbackURLs'),
    logoutPaths: paths('LogoutURLs'),
  };
}

/** True for an address on this machine (any port: a development server is another one) with one of the paths. */
export function isOwnAddress(address: string, paths: readonly string[]): boolean {
  const url = URL.parse(address);
  return (
    url !== null &&
    url.protocol === 'http:' &&
    ['localhost', '127.0.0.1'].includes(url.hostname) &&
    url.username === '' &&
    url.search === '' &&
    paths.includes(url.pathname)
  );
}
