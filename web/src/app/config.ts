/** What a stage tells the page before it starts; the same bundle runs on every stage. */
export interface RuntimeConfig {
  /** Issuer of the sign-in, without a slash at the end. */
  readonly authority: string;
  readonly clientId: string;
  /** Where the browser goes to end the session at the sign-in service; takes `client_id` and `logout_uri`. */
  readonly logoutUrl: string;
  readonly stage: string;
}

/** Reads `/config.json`. @throws when it is away or not what it should be. */
export async function loadConfig(): Promise<RuntimeConfig> {
  const answer = await fetch('/config.json', { cache: 'no-cache' });
  const config: unknown = await answer.json();
  if (!answer.ok || !isConfig(config)) throw new Error('The settings of this site could not be read.');
  return config;
}

function isConfig(value: unknown): value is RuntimeConfig {
  if (typeof value !== 'object' || value === null) return false;
  const config = value as Record<string, unknown>;
  return ['authority', 'clientId', 'logoutUrl', 'stage'].every((name) => typeof config[name] === 'string');
}
