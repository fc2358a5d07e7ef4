/** What the web app may load and whom it may talk to. */
export interface WebSources {
  /** The bucket that rosters are uploaded to and payroll files fetched from. */
  readonly files: string;
  /** Sign-in: discovery and keys, and the page with the token endpoint. */
  readonly identity: readonly string[];
}

/**
 * The content security policy of the web app. Nothing inline runs, scripts or styles: the look comes from
 * files of this origin.
 */
export function contentSecurityPolicy(sources: WebSources): string {
  const directives: Readonly<Record<string, readonly string[]>> = {
    'default-src': ["'none'"],
    'script-src': ["'self'"],
    'style-src': ["'self'"],
    'img-src': ["'self'", 'data:'],
    'font-src': ["'self'"],
    'connect-src': ["'self'", sources.files, ...sources.identity],
    'manifest-src': ["'self'"],
    'worker-src': ["'self'"],
    'form-action': ["'self'"],
    'base-uri': ["'none'"],
    'frame-ancestors': ["'none'"],
    'object-src': ["'none'"],
  };
  return Object.entries(directives)
    .map(([name, values]) => `${name} ${values.join(' ')}`)
    .join('; ');
}

/** Features of the browser that the app never asks for. */
export const permissionsPolicy = 'camera=(), microphone=(), geolocation=(), payment=(), usb=()';
